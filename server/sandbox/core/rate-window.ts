/** Counts what was let through within a sliding window of simulated time. Kept in memory: a restart forgives. */
export interface Limit {
  count: number
  windowMs: number
}

export class RateWindow {
  private readonly hits = new Map<string, number[]>()

  /** Counts a hit unless one of the limits is reached; returns the limit that was. */
  take(key: string, limits: readonly Limit[], now: number): Limit | undefined {
    const longest = Math.max(...limits.map((limit) => limit.windowMs))
    const recent = (this.hits.get(key) ?? []).filter((at) => at > now - longest)
    const reached = limits.find((limit) => recent.filter((at) => at > now - limit.windowMs).length >= limit.count)

    this.hits.set(key, reached ? recent : [...recent, now])
    return reached
  }

  clear(): void {
    this.hits.clear()
  }
}
