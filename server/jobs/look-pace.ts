/**
 * How often to look for work: each second while something happens, every five seconds once nothing did for ten (ADR 003). A look finds
 * what nobody announced: retries and reminders whose time has come, and what another process caused.
 */
import type { Clock } from '../ports/clock.js'

const oftenMs = 1_000
const seldomMs = 5_000
const awakeMs = 10_000

export interface Time {
  clock: Clock
  /** Milliseconds of real time that only ever grow, for example `performance.now`. */
  elapsedMs: () => number
}

export interface LookPace {
  /** Something was due or was woken: more may follow. */
  stir(): void
  end(): void
}

export function lookPace(look: () => void, { clock, elapsedMs }: Time): LookPace {
  const read = () => ({ real: elapsedMs(), shown: clock.now().getTime() })
  let last = read()
  let stirredAt = last.real
  let timer = setTimeout(turn, oftenMs)

  function turn(): void {
    const now = read()
    if (runsAhead(last, now)) stirredAt = now.real
    last = now
    look()
    timer = setTimeout(turn, now.real - stirredAt < awakeMs ? oftenMs : seldomMs)
  }

  return {
    stir() {
      const wasAsleep = elapsedMs() - stirredAt >= awakeMs
      stirredAt = elapsedMs()
      if (!wasAsleep) return
      clearTimeout(timer)
      timer = setTimeout(turn, oftenMs)
    },
    end: () => clearTimeout(timer),
  }
}

/** Simulated time that is sped up or was moved: more falls due in a second of ours. */
function runsAhead(before: { real: number; shown: number }, now: { real: number; shown: number }): boolean {
  return now.shown - before.shown > 1.5 * (now.real - before.real) + oftenMs
}
