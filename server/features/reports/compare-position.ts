/** The comparison of a position, remembered for a minute: opening hundreds of reports for every page would be slow. */
import { LRUCache } from 'lru-cache'
import { comparison, type PositionScores } from './position-rank.js'
import type { ReportStore } from './report-store.js'

/** Enough for a steady median; older reports say little about today's candidates. */
const mostReports = 500
const rememberMs = 60_000

export type CompareWithin = (orgId: string, positionId: string) => Promise<PositionScores | undefined>

export function comparePosition(reports: Pick<ReportStore, 'scoresOfPosition'>): CompareWithin {
  const cache = new LRUCache<string, { compared?: PositionScores }>({
    max: 200,
    ttl: rememberMs,
    fetchMethod: async (key) => {
      const [orgId, positionId] = JSON.parse(key) as [string, string]
      const compared = comparison(await reports.scoresOfPosition(orgId, positionId, mostReports))
      return compared ? { compared } : {}
    },
  })
  return async (orgId, positionId) => (await cache.fetch(JSON.stringify([orgId, positionId])))?.compared
}
