/** Keeps a caller under so many sends a minute, per key, in this process; the platform's own count has the last word. */
import type { Clock } from '../ports/clock.js'

const minuteMs = 60_000

export interface MinuteBudget {
  /** 0 when one may go now (it is then counted), otherwise how long to wait. */
  waitMs(key: string): number
}

export function minuteBudget({ perMinute, clock }: { perMinute: number; clock: Clock }): MinuteBudget {
  const sentAt = new Map<string, number[]>()

  return {
    waitMs(key) {
      const now = clock.now().getTime()
      const recent = (sentAt.get(key) ?? []).filter((at) => at > now - minuteMs)
      if (recent.length >= perMinute) return recent[0]! + minuteMs - now
      sentAt.set(key, [...recent, now])
      return 0
    },
  }
}
