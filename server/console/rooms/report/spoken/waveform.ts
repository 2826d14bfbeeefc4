/** The waveform of a recording behind its bar: each clip where it plays, nothing where nothing came. Pure. */
import type { RecordingForReader } from '../../../../../shared/contracts/recordings.js'
import type { TimeLine } from './player-state.js'

export interface Bar {
  ms: number
  /** 0…100. */
  peak: number
}

/** Silence is a dot, so that the bar is seen to go on. */
const least = 4
const middle = 50

export function barsOf({ clips }: Pick<RecordingForReader, 'clips'>, { stretches }: TimeLine): Bar[] {
  return clips.flatMap(({ clip, peaks = [] }) => {
    const { fromMs, playsMs } = stretches.find((one) => one.clip === clip) ?? { fromMs: 0, playsMs: 0 }
    if (playsMs === 0) return []
    return peaks.map((peak, at) => ({ ms: fromMs + ((at + 0.5) * playsMs) / peaks.length, peak }))
  })
}

/** As an SVG path, so wide as the recording is long in milliseconds and 100 high. */
export const pathOf = (bars: readonly Bar[]): string =>
  bars
    .map(({ ms, peak }) => {
      const half = Math.max(least, peak) / 2
      return `M${Math.round(ms)} ${middle - half}V${middle + half}`
    })
    .join('')
