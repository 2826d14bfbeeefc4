/**
 * The server's clock as the phone can know it. The phone's own clock may be wrong or be set while the interview runs, so
 * only differences of its stopwatch are used; the server's time comes with every view.
 */
export interface ServerClock {
  /** `sentMs` and `receivedMs` are readings of the stopwatch around the call that brought `serverNow`. */
  observe(reading: { serverNow: string; sentMs: number; receivedMs: number }): void
  nowMs(): number
  stopwatchMs(): number
}

export function serverClock(stopwatchMs: () => number): ServerClock {
  let offsetMs: number | undefined

  return {
    observe({ serverNow, sentMs, receivedMs }) {
      offsetMs = Date.parse(serverNow) - (sentMs + receivedMs) / 2
    },
    nowMs: () => stopwatchMs() + (offsetMs ?? 0),
    stopwatchMs,
  }
}

/** A stopwatch out of a clock that people can set: steps back count as standing still. */
export function forwardOnly(clockMs: () => number): () => number {
  let last = clockMs()
  let elapsed = 0

  return () => {
    const now = clockMs()
    if (now > last) elapsed += now - last
    last = now
    return elapsed
  }
}

export const leftMs = (endsAt: string, nowMs: number) => Math.max(0, Date.parse(endsAt) - nowMs)

/** 151 000 → 2:31. A started second counts, so that 0:00 is really the end. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
