/**
 * The server's clock as the phone can know it. The phone's own clock may be wrong or be set while the interview runs, so
 * only differences of its stopwatch are used; the server's time comes with every view.
 */
export interface ServerClock {
  /** `sentMs` and `receivedMs` are readings of the stopwatch around the call that brought `serverNow`. */
  observe(reading: { serverNow: string; sentMs: number; receivedMs: number }): void
  nowMs(): number
  stopwatchMs(): number
  /** False until the server has told its time, and again after a gap: then nothing may end by this clock. */
  isSure(): boolean
}

export interface Stopwatch {
  readMs(): number
  /** How often the clock made a step that cannot be told from being set. */
  gaps(): number
}

export function serverClock(stopwatch: Stopwatch): ServerClock {
  let offsetMs: number | undefined
  let gapsThen = 0

  return {
    observe({ serverNow, sentMs, receivedMs }) {
      offsetMs = Date.parse(serverNow) - (sentMs + receivedMs) / 2
      gapsThen = stopwatch.gaps()
    },
    nowMs: () => stopwatch.readMs() + (offsetMs ?? 0),
    stopwatchMs: () => stopwatch.readMs(),
    isSure() {
      stopwatch.readMs()
      return offsetMs !== undefined && gapsThen === stopwatch.gaps()
    },
  }
}

/** A page in front reads it twice a second; WeChat holds its script up for a second or two at most. */
const longestStepMs = 5_000

/**
 * A stopwatch out of a clock that people can set, since no other is documented for pages (`wx.getPerformance()` has no `now()`). Small
 * steps are time; a step back, or one too long for a page that runs, is a clock being set or a phone that slept: it counts as nothing
 * and as a gap, over which only the server knows how long it was.
 */
export function steadyStopwatch(clockMs: () => number): Stopwatch {
  let last = clockMs()
  let elapsed = 0
  let gaps = 0
  const readMs = () => {
    const step = clockMs() - last
    last += step
    if (step >= 0 && step <= longestStepMs) elapsed += step
    else gaps += 1
    return elapsed
  }

  return { readMs, gaps: () => gaps }
}

export const leftMs = (endsAt: string, nowMs: number) => Math.max(0, Date.parse(endsAt) - nowMs)

/** 151 000 → 2:31. A started second counts, so that 0:00 is really the end. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
