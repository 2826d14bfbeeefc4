/** Reports in MongoDB. They quote answers, so the assessment is sealed whole; status and times are not. */
import { Schema, Types, type Connection, type HydratedDocument } from 'mongoose'
import type { Assessment } from '../../../shared/contracts/assessment.js'
import { reportStatuses } from '../../../shared/contracts/reports.js'
import { claimOne, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'
import type { Report, ReportWithAssessment } from './report.js'

interface Row extends Omit<Report, 'id'>, Leased {
  assessment?: Buffer
  /** `pending` until the flow has drawn its conclusions. */
  next: 'pending' | 'done'
}

const schema = new Schema<Row>({
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
  next: { type: String, required: true },
  ...leaseFields,
}, { strict: 'throw', versionKey: false })
schema.index({ orgId: 1, interviewId: 1 }, { unique: true })
schema.index({ orgId: 1, applicationId: 1 })
schema.index({ next: 1, _id: 1 })

export type NewReport = Omit<ReportWithAssessment, 'id'>
export type ReportStore = ReturnType<typeof reportStore>

export function reportStore(connection: Connection, vault: Vault) {
  const rows = connection.model<Row>('Report', schema)

  async function openAssessment({ orgId, candidateId, assessment }: Row): Promise<Assessment | undefined> {
    return assessment && vault.open<Assessment>({ orgId, ownerId: candidateId }, 'assessment', assessment)
  }

  return {
    ready: () => rows.init(),

    /** One report an interview; a second run after a crash leaves the first as it is. */
    async insertOnce({ assessment, ...plain }: NewReport): Promise<void> {
      const sealed = assessment && (await vault.seal({ orgId: plain.orgId, ownerId: plain.candidateId }, 'assessment', assessment))
      try {
        await rows.create({ ...plain, ...(sealed && { assessment: sealed }), next: 'pending' })
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

    async assessmentOf({ orgId, id }: Pick<Report, 'orgId' | 'id'>): Promise<Assessment | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? openAssessment(row) : undefined
    },

    /** The candidate took back the consent to scoring: the scores go, people read the answers, and what follows is drawn anew. */
    async removeAssessment(orgId: string, invitationId: string): Promise<void> {
      await rows.updateMany(
        { orgId, invitationId, status: { $in: ['ready', 'failed'] } },
        { $set: { status: 'awaiting-human', next: 'pending' }, $unset: { assessment: 1 } },
      )
    },

    async claimPending(now: Date): Promise<ReportWithAssessment | undefined> {
      const row = await claimOne(rows, { filter: { next: 'pending' }, now })
      if (!row) return undefined
      const report = toReport(row)
      const assessment = await openAssessment(row)
      return { ...report, ...(assessment && { assessment }) }
    },

    /** A report that changed since it was claimed stays pending. */
    async settleDone({ id, orgId, status }: Report): Promise<void> {
      const _id = new Types.ObjectId(id)
      await rows.updateOne({ _id, orgId, status }, { $set: { next: 'done' } })
      await rows.updateOne({ _id, orgId }, { $unset: { leaseUntil: 1 } })
    },
  }
}

function toReport(row: HydratedDocument<Row>): Report {
  const { orgId, interviewId, invitationId, applicationId, candidateId, positionId, status, readyAt, dueAt } = row
  return { id: row._id.toHexString(), orgId, interviewId, invitationId, applicationId, candidateId, positionId, status, readyAt, dueAt }
}
