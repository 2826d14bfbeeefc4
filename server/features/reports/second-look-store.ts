/** Reports that wait for a second scorer: they can be read, and nothing follows from them by itself. */
import { Types } from 'mongoose'
import type { Assessment } from '../../../shared/contracts/assessment.js'
import { claimOne, dueIn } from '../../mongo/claim-one.js'
import type { Plain, PlainModel } from '../../mongo/plain-rows.js'
import type { ReportRow } from './report-store.js'
import type { Report, ReportWithAssessment } from './report.js'
import { reviewItemsOf } from './review.js'

const waiting = { next: 'second-look', scored: true } as const

interface Sealing {
  toReport: (row: Plain<ReportRow>) => Report
  open: (row: Plain<ReportRow>) => Promise<Assessment | undefined>
  seal: (report: Report, assessment: Assessment) => Promise<Buffer>
}

export function secondLooks(rows: PlainModel<ReportRow>, { toReport, open, seal }: Sealing) {
  return {
    dueSecondLook: () => dueIn(rows, waiting),

    async claimSecondLook(now: Date): Promise<(ReportWithAssessment & { attempts: number }) | undefined> {
      const row = await claimOne(rows, { filter: waiting, now })
      if (!row) return undefined
      const assessment = await open(row)
      return { ...toReport(row), attempts: row.attempts, ...(assessment && { assessment }) }
    },

    /** False when it waits no more: the scores were taken away meanwhile. Who had rated all there was has to look again at what is new. */
    async settleSecondLook(report: Report, assessment: Assessment): Promise<boolean> {
      const reviewItems = reviewItemsOf(assessment)
      const isMore = reviewItems.some((id) => !report.reviewItems.includes(id))
      const { matchedCount } = await rows.updateOne(
        { _id: new Types.ObjectId(report.id), orgId: report.orgId, ...waiting },
        {
          $set: {
            assessment: await seal(report, assessment),
            reviewItems,
            next: 'pending',
            attempts: 0,
            ...(isMore && { status: 'ready' }),
          },
          $unset: { leaseUntil: 1 },
        },
      )
      return matchedCount > 0
    },
  }
}
