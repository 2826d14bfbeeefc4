/** What happened while somebody answered, summed up: how often and how long. On a page and in a file alike. Pure. */
import type { EventOnReport } from '../contracts/scored-report.js'

export interface Total {
  kind: EventOnReport['kind']
  times: number
  /** All together. */
  lastedMs: number
}

/** In the order in which each came first. */
export function totalsOf(events: readonly EventOnReport[]): Total[] {
  const kinds = [...new Set(events.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const these = events.filter((event) => event.kind === kind)
    return { kind, times: these.length, lastedMs: these.reduce((sum, { lastedMs }) => sum + lastedMs, 0) }
  })
}
