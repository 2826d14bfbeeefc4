/** Simulated time: runs `speed` times real time from the moment it was last set. Pure; real time is passed in. */
import type { SandboxState } from './state.js'

type ClockState = SandboxState['clock']

export const simulatedNow = (clock: ClockState, realNow: number): number =>
  Math.round(clock.simulatedAt + Math.max(0, realNow - clock.realAt) * clock.speed)

export interface ClockChange {
  speed?: number
  /** Absolute simulated time in ms. */
  now?: number
  jumpMs?: number
}

/** Never goes back: tokens, codes and limits would come to life again. */
export function changedClock(clock: ClockState, change: ClockChange, realNow: number): ClockState | 'goes-back' {
  const before = simulatedNow(clock, realNow)
  const after = (change.now ?? before) + (change.jumpMs ?? 0)
  if (after < before) return 'goes-back'

  return { simulatedAt: after, realAt: realNow, speed: change.speed ?? clock.speed }
}
