/** Reports that are scored again because a transcript was corrected (E8): what stood before stays beside it, sealed. */
import { Types } from 'mongoose'
import type { Assessment } from '../../../shared/contracts/assessment.js'
import type { Plain, PlainModel } from '../../mongo/plain-rows.js'
import type { Place, Vault } from '../../mongo/vault.js'
import type { ReportRow } from './report-store.js'
import type { Report } from './report.js'
import { reviewItemsOf } from './review.js'

export interface EarlierRow {
  until: Date
  assessment: Buffer
}

/** What the machine wrote, and until when it stood. */
export interface Earlier {
  until: Date
  assessment: Assessment
}

interface Sealing {
  toReport: (row: Plain<ReportRow>) => Report
  open: (row: Plain<ReportRow>) => Promise<Assessment | undefined>
  seal: (report: Report, assessment: Assessment) => Promise<Pick<ReportRow, 'assessment' | 'scores'>>
  placeIn: (report: Report, field: string) => Place
}

interface Again {
  assessment: Assessment
  /** Of the correction: the same one is followed once. */
  at: Date
  secondLook: boolean
}

/** `busy`: what follows from it is being drawn just now. */
export type ScoredAgain = 'done' | 'busy'

export function scoredAgain(rows: PlainModel<ReportRow>, vault: Vault, sealing: Sealing) {
  async function changes(row: Plain<ReportRow>, { assessment, at, secondLook }: Again) {
    const report = sealing.toReport(row)
    const before = await sealing.open(row)
    const kept = row.earlier ?? []
    const reviewItems = reviewItemsOf(assessment)
    const isMore = reviewItems.some((id) => !report.reviewItems.includes(id))
    return {
      ...(await sealing.seal(report, assessment)),
      ...(before && {
        earlier: [
          ...kept,
          { until: at, assessment: await vault.seal(sealing.placeIn(report, `earlier.${kept.length}`), before) },
        ],
      }),
      reviewItems,
      scored: true,
      scoredAgainAt: at,
      next: secondLook ? ('second-look' as const) : ('pending' as const),
      attempts: 0,
      ...((isMore || row.status !== 'reviewed') && { status: 'ready' as const }),
    }
  }

  return {
    /** Never while a second scorer reads it or its conclusions are drawn: those would be about what it was before. */
    async scoreAgain({ id, orgId }: Report, again: Again): Promise<ScoredAgain> {
      const which = { _id: new Types.ObjectId(id), orgId }
      const row = await rows.findOne(which)
      if (!row || row.scoredAgainAt?.getTime() === again.at.getTime()) return 'done'
      const { matchedCount } = await rows.updateOne(
        { ...which, next: { $in: ['done', 'failed'] }, scored: row.scored },
        { $set: await changes(row, again), $unset: { leaseUntil: 1 } },
      )
      return matchedCount === 1 ? 'done' : 'busy'
    },

    /** The first one first. */
    async earlierOf({ id, orgId }: Report): Promise<Earlier[]> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      if (!row?.earlier) return []
      const report = sealing.toReport(row)
      return Promise.all(
        row.earlier.map(async ({ until, assessment }, at) => ({
          until,
          assessment: await vault.open<Assessment>(sealing.placeIn(report, `earlier.${at}`), assessment),
        })),
      )
    },
  }
}
