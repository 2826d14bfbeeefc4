/**
 * A candidate beside the others of the position. The numbers are remembered for a minute, since opening hundreds of reports for every page
 * would be slow; whose of them count is asked each time: who did not share with the reader is in no median and no rank that they read (C2).
 */
import { LRUCache } from 'lru-cache'
import type { StaffCaller } from '../../ports/staff.js'
import type { Sharing } from '../invitations/index.js'
import { comparison, type PositionScores } from './position-rank.js'
import type { ScoresOfApplication } from './report-scores-store.js'
import type { ReportStore } from './report-store.js'

/** Enough for a steady median; older reports say little about today's candidates. */
const mostReports = 500
const rememberMs = 60_000

export interface CompareDeps {
  reports: Pick<ReportStore, 'scoresOfPosition'>
  sharing: Pick<Sharing, 'readableAmong'>
}

export type CompareWithin = (reader: StaffCaller, positionId: string) => Promise<PositionScores | undefined>

export function comparePosition({ reports, sharing }: CompareDeps): CompareWithin {
  const cache = new LRUCache<string, ScoresOfApplication[]>({
    max: 200,
    ttl: rememberMs,
    fetchMethod: async (key) => {
      const [orgId, positionId] = JSON.parse(key) as [string, string]
      return reports.scoresOfPosition(orgId, positionId, mostReports)
    },
  })
  return async (reader, positionId) => {
    const all = (await cache.fetch(JSON.stringify([reader.orgId, positionId]))) ?? []
    const readable = await sharing.readableAmong(
      reader,
      all.map(({ applicationId }) => ({ applicationId, positionId })),
    )
    return comparison(all.flatMap(({ applicationId, scores }) => (readable.has(applicationId) ? [scores] : [])))
  }
}
