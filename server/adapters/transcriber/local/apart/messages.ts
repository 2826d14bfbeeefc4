/** What the process of a local model and its starter say to each other; one clip at a time. */
import type { TranscribedWord } from '../../../../../shared/contracts/recordings.js'

export interface Model {
  folder: string
  language: 'zh' | 'en' | 'auto'
}

export interface ToProcess {
  type: string
  bytes: Uint8Array
}

export type Answer =
  { kind: 'heard'; text: string; words: TranscribedWord[]; durationMs: number } | { kind: 'refused'; code: string }

/** `ready` once, then an answer for each clip. What goes wrong otherwise ends the process. */
export type FromProcess = { kind: 'ready' } | Answer
