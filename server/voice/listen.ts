/** All clips of a spoken answer: what its waveform is drawn from, and, where that is wanted, how it was spoken. */
import type { Unmeasured, VoiceMeasures } from '../../shared/contracts/voice-measures.js'
import { decodeMp3, samplesPerSecond } from './decode-mp3.js'
import { measureVoice } from './measure-voice.js'
import { peaksOf } from './peaks.js'

export interface SpokenClips {
  /** MP3, each whole. */
  clips: readonly Uint8Array[]
  /** Only with a consent of its own: without it nobody's voice is looked at. */
  wantsMeasures: boolean
}

export interface Listened {
  kind: 'listened'
  /** Of each clip. */
  peaks: number[][]
  /** Absent where nobody wanted them. */
  measures?: VoiceMeasures | Extract<Unmeasured, 'no-voice'>
}

export type Heard = Listened | { kind: Extract<Unmeasured, 'unreadable' | 'too-long'> }

/** Longer than any answer may last. */
const mostSeconds = 15 * 60

export async function listen({ clips, wantsMeasures }: SpokenClips): Promise<Heard> {
  const sounds: Int16Array[] = []
  let left = mostSeconds
  for (const clip of clips) {
    const decoded = await decodeMp3(clip, left)
    if (decoded.kind !== 'sound') return decoded
    sounds.push(decoded.samples)
    left -= decoded.samples.length / samplesPerSecond
  }
  const peaks = peaksOf(sounds)
  if (!wantsMeasures) return { kind: 'listened', peaks }
  return { kind: 'listened', peaks, measures: (await measureVoice(sounds)) ?? 'no-voice' }
}
