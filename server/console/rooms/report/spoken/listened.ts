/** How much of a recording was heard: from where to where, and for how long. Pure; times in milliseconds. */
import type { Listened } from '../../../../../shared/contracts/recordings.js'

export interface Hearing {
  fromMs: number
  toMs: number
  heardMs: number
  /** Where it was last. */
  atMs: number
}

/** A browser tells where it is some four times a second; a longer way was jumped, not heard. */
const longestStepMs = 2_000

export function heardOn(before: Hearing | undefined, ms: number): Hearing {
  if (!before) return { fromMs: ms, toMs: ms, heardMs: 0, atMs: ms }
  const step = ms - before.atMs
  if (step <= 0 || step > longestStepMs) return { ...before, atMs: ms }
  return {
    fromMs: before.heardMs === 0 ? before.atMs : Math.min(before.fromMs, before.atMs),
    toMs: before.heardMs === 0 ? ms : Math.max(before.toMs, ms),
    heardMs: before.heardMs + step,
    atMs: ms,
  }
}

/** Undefined: nothing was heard of it. */
export const toTell = (hearing: Hearing | undefined): Listened | undefined =>
  hearing && hearing.heardMs > 0
    ? {
        fromSeconds: Math.floor(hearing.fromMs / 1000),
        toSeconds: Math.ceil(hearing.toMs / 1000),
        seconds: Math.max(1, Math.round(hearing.heardMs / 1000)),
      }
    : undefined
