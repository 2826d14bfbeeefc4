/** Writes down what is said in a recording. What it cannot hear it leaves to people: text is never invented. */
import type { TranscribedWord } from '../../shared/contracts/recordings.js'
import type { ModelIdentity } from './model-scorer.js'

/** Read anew for each try; at most one piece of it is in memory. */
export interface ClipToHear {
  type: string
  bytes: number
  read(): AsyncIterable<Buffer>
}

export interface Utterance {
  text: string
  /** Times from the beginning of the clip. */
  words: TranscribedWord[]
  /** 0…1 of the whole; absent where the service says nothing. */
  confidence?: number
  /** Of the clip, as the service counts and bills it; absent where it says nothing. */
  durationMs?: number
}

/** `busy`: too many calls · `refused`: key, right, content or kind of file · `unreachable`: down, or the breaker is open. */
export type DeafReason = 'late' | 'busy' | 'refused' | 'unreachable' | 'unusable-reply'

/** `code` holds nothing of what was sent or said. */
export type Transcription = ({ kind: 'heard' } & Utterance) | { kind: 'failed'; reason: DeafReason; code: string }

export interface Transcriber {
  identity: ModelIdentity
  /** Never throws. */
  transcribe(clip: ClipToHear, signal: AbortSignal): Promise<Transcription>
}
