/** Reports in MongoDB. They quote answers, so the assessment is sealed whole; status and times are not. */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Assessment } from '../../../shared/contracts/assessment.js'
import { reportStatuses } from '../../../shared/contracts/reports.js'
import { claimOne, dueIn, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { readableOf, type Marked, type Place, type Vault } from '../../mongo/vault.js'
import type { Scope } from '../../ports/staff.js'
import { scoresOf, type ReportScores } from './position-rank.js'
import type { Report, ReportWithAssessment } from './report.js'
import { scoreLists } from './report-scores-store.js'
import { reviewItemsOf } from './review.js'
import { scoredAgain, type EarlierRow } from './scored-again-store.js'
import { secondLooks } from './second-look-store.js'

export interface ReportRow extends Omit<Report, 'id'>, Leased {
  assessment?: Buffer
  /** Its numbers alone, for comparing within a position without opening whole reports. */
  scores?: Buffer
  /** What it was before a transcript was corrected, the first one first. */
  earlier?: EarlierRow[]
  /** Of what it belongs to. */
  mark?: string
  /** `second-look` while a second scorer is asked, then `pending` until the flow has drawn its conclusions. */
  next: 'second-look' | 'pending' | 'done' | 'failed'
}

const earlier = new Schema({ until: Date, assessment: Buffer }, { _id: false, strict: 'throw' })
const schema = new Schema<ReportRow>(
  {
    orgId: { type: String, required: true },
    interviewId: { type: String, required: true },
    invitationId: { type: String, required: true },
    applicationId: { type: String, required: true },
    candidateId: { type: String, required: true },
    positionId: { type: String, required: true },
    status: { type: String, enum: reportStatuses, required: true },
    readyAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    assessment: Buffer,
    scores: Buffer,
    earlier: { type: [earlier], default: undefined },
    scoredAgainAt: Date,
    mark: String,
    scored: { type: Boolean, required: true },
    questionIds: { type: [String], required: true },
    reviewItems: { type: [String], required: true },
    next: { type: String, required: true },
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, interviewId: 1 }, { unique: true })
schema.index({ orgId: 1, applicationId: 1 })
schema.index({ orgId: 1, invitationId: 1 })
schema.index({ orgId: 1, positionId: 1, scored: 1, _id: -1 })
schema.index({ next: 1, _id: 1 })
schema.index({ orgId: 1, readyAt: 1 })

export type NewReport = Omit<ReportWithAssessment, 'id' | 'scored' | 'reviewItems'> & { secondLook?: boolean }
export type ClaimedReport = ReportWithAssessment & { attempts: number }
const pending = { next: 'pending' } as const
export type ReportStore = ReturnType<typeof reportStore>

export function reportStore(connection: Connection, vault: Vault) {
  const rows = plainRows<ReportRow>(connection, 'Report', schema)

  function toReport(row: Plain<ReportRow>): Report {
    const report = reportIn(row)
    vault.refuseChanged(markedIn(report), row.mark)
    return report
  }

  async function openAssessment(row: Plain<ReportRow>): Promise<Assessment | undefined> {
    return row.assessment && vault.open<Assessment>(placeIn(toReport(row), 'assessment'), row.assessment)
  }

  async function sealScores(
    report: Belonging,
    assessment: Assessment,
  ): Promise<Pick<ReportRow, 'assessment' | 'scores'>> {
    const [whole, scores] = await Promise.all([
      vault.seal(placeIn(report, 'assessment'), assessment),
      vault.seal(placeIn(report, 'scores'), scoresOf(assessment)),
    ])
    return { assessment: whole, scores }
  }

  const numbersIn = (row: Plain<ReportRow>) => vault.open<ReportScores>(placeIn(toReport(row), 'scores'), row.scores!)

  return {
    ready: () => rows.init(),

    /** One report an interview; a second run after a crash leaves the first as it is. */
    async insertOnce({ assessment, secondLook, ...plain }: NewReport): Promise<void> {
      const _id = new Types.ObjectId()
      const whose = { id: _id.toHexString(), ...plain }
      const sealed = assessment && (await sealScores(whose, assessment))
      const mark = vault.mark(markedIn(whose))
      const reviewItems = assessment ? reviewItemsOf(assessment) : plain.questionIds
      try {
        await rows.create({
          ...plain,
          _id,
          ...sealed,
          mark,
          reviewItems,
          scored: assessment !== undefined,
          next: assessment && secondLook ? 'second-look' : 'pending',
        })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async findByInterview(orgId: string, interviewId: string): Promise<Report | undefined> {
      const row = await rows.findOne({ orgId, interviewId })
      return row ? toReport(row) : undefined
    },

    async findByApplication(orgId: string, applicationId: string): Promise<Report | undefined> {
      const row = await rows.findOne({ orgId, applicationId }).sort({ _id: -1 })
      return row ? toReport(row) : undefined
    },

    async findById(orgId: string, id: string): Promise<Report | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toReport(row) : undefined
    },

    /** The latest report of each, without its assessment. */
    async findManyByApplication(orgId: string, applicationIds: readonly string[]): Promise<Map<string, Report>> {
      const found = await rows
        .find({ orgId, applicationId: { $in: applicationIds } }, { assessment: 0, scores: 0 })
        .sort({ _id: 1 })
      return new Map(await readableOf(vault, found, (row) => [row.applicationId, toReport(row)] as const))
    },

    ...scoreLists(rows, vault, { numbersIn }),
    ...scoredAgain(rows, vault, { toReport, seal: sealScores, placeIn, open: openAssessment }),
    ...secondLooks(rows, {
      toReport,
      open: openAssessment,
      seal: (report, assessment) => vault.seal(placeIn(report, 'assessment'), assessment),
    }),

    /** Every item that needed a person was rated by somebody. */
    async markReviewed({ id, orgId }: Report): Promise<void> {
      await rows.updateOne(
        { _id: new Types.ObjectId(id), orgId, status: { $in: ['ready', 'awaiting-human', 'failed'] } },
        { $set: { status: 'reviewed' } },
      )
    },

    /** Within these positions. */
    async countReadySince(orgId: string, { since, scope }: { since: Date; scope: Scope }): Promise<number> {
      return rows.countDocuments({
        orgId,
        readyAt: { $gte: since },
        ...(scope !== 'all' && { positionId: { $in: [...scope] } }),
      })
    },

    async assessmentOf({ orgId, id }: Pick<Report, 'orgId' | 'id'>): Promise<Assessment | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? openAssessment(row) : undefined
    },

    /** Of several reports, what a machine wrote in them. */
    async assessmentsOf(orgId: string, ids: readonly string[]): Promise<{ report: Report; assessment?: Assessment }[]> {
      const found = await rows.find({ orgId, _id: { $in: ids.map((id) => new Types.ObjectId(id)) } })
      return readableOf(vault, found, async (row) => {
        const assessment = await openAssessment(row)
        return { report: toReport(row), ...(assessment && { assessment }) }
      })
    },

    /** The candidate took back the consent to scoring: the scores go, people read the answers, and what follows is drawn anew. */
    async removeAssessment(orgId: string, invitationId: string): Promise<void> {
      await rows.updateMany(
        { orgId, invitationId, $or: [{ status: { $in: ['ready', 'failed'] } }, { scored: true }] },
        {
          $set: { status: 'awaiting-human', next: 'pending', attempts: 0, scored: false },
          $unset: { assessment: 1, scores: 1, earlier: 1 },
        },
      )
    },

    duePending: () => dueIn(rows, pending),

    async claimPending(now: Date): Promise<ClaimedReport | undefined> {
      const row = await claimOne(rows, { filter: pending, now })
      if (!row) return undefined
      const report = toReport(row)
      const assessment = await openAssessment(row)
      return { ...report, attempts: row.attempts, ...(assessment && { assessment }) }
    },

    /** A report that changed since it was claimed stays pending. */
    async settleDone({ id, orgId, status }: Report, next: 'done' | 'failed' = 'done'): Promise<void> {
      const _id = new Types.ObjectId(id)
      const free = { $unset: { leaseUntil: 1 } } as const
      const { matchedCount } = await rows.updateOne({ _id, orgId, status }, { $set: { next }, ...free })
      if (matchedCount === 0) await rows.updateOne({ _id, orgId }, free)
    },
  }
}

type Belonging = Pick<
  Report,
  'id' | 'orgId' | 'interviewId' | 'invitationId' | 'applicationId' | 'candidateId' | 'positionId'
>

const placeIn = ({ orgId, id, candidateId, applicationId, interviewId }: Belonging, field: string): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'reports',
  id,
  of: { applicationId, interviewId },
  field,
})

const markedIn = ({ id, ...report }: Belonging): Marked => {
  const { orgId, interviewId, invitationId, applicationId, candidateId, positionId } = report
  return {
    collection: 'reports',
    id,
    fields: { orgId, interviewId, invitationId, applicationId, candidateId, positionId },
  }
}

function reportIn(row: Plain<ReportRow>): Report {
  const { orgId, interviewId, invitationId, applicationId, candidateId, positionId, status, readyAt, dueAt } = row
  const { questionIds, scoredAgainAt } = row
  const reviewItems = row.scored ? row.reviewItems : questionIds
  return {
    id: row._id.toHexString(),
    orgId,
    interviewId,
    invitationId,
    applicationId,
    candidateId,
    positionId,
    status,
    readyAt,
    ...(scoredAgainAt && { scoredAgainAt }),
    dueAt,
    scored: row.scored,
    questionIds: [...questionIds],
    reviewItems: [...reviewItems],
  }
}
