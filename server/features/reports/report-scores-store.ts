/** The numbers of many reports at once, for ranks and lists; the reports themselves stay closed. */
import type { Plain, PlainModel } from '../../mongo/plain-rows.js'
import { readableOf, type Vault } from '../../mongo/vault.js'
import type { ReportScores } from './position-rank.js'
import type { ReportRow } from './report-store.js'

interface Reading {
  /** Of a row that has them. */
  numbersIn: (row: Plain<ReportRow>) => Promise<ReportScores>
}

export interface ScoresOfApplication {
  applicationId: string
  scores: ReportScores
}

export function scoreLists(rows: PlainModel<ReportRow>, vault: Vault, { numbersIn }: Reading) {
  return {
    /** The numbers of the position's latest scored reports, and whose they are. */
    async scoresOfPosition(orgId: string, positionId: string, most: number): Promise<ScoresOfApplication[]> {
      const found = await rows
        .find({ orgId, positionId, scored: true })
        .select('-assessment')
        .sort({ _id: -1 })
        .limit(most)
      await vault.warm(
        orgId,
        found.map(({ candidateId }) => candidateId),
      )
      const scored = found.filter(({ scores }) => scores)
      return readableOf(vault, scored, async (row) => ({
        applicationId: row.applicationId,
        scores: await numbersIn(row),
      }))
    },

    /** Of these reports, by application; without a total where nobody scored. */
    async totalsOf(orgId: string, applicationIds: readonly string[]): Promise<Map<string, number>> {
      const found = await rows
        .find({ orgId, applicationId: { $in: applicationIds }, scored: true })
        .select('-assessment')
        .sort({ _id: 1 })
      await vault.warm(
        orgId,
        found.map(({ candidateId }) => candidateId),
      )
      const scored = found.filter(({ scores }) => scores)
      const totals = await readableOf(vault, scored, async (row) => {
        const { total } = await numbersIn(row)
        return [row.applicationId, total] as const
      })
      return new Map(totals.flatMap(([id, total]) => (total === undefined ? [] : [[id, total] as const])))
    },
  }
}
