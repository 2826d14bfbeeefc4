/** How an application lies in MongoDB. */
import { Schema } from 'mongoose'
import { leaseFields, type Leased } from '../../mongo/claim-one.js'
import type { Plain } from '../../mongo/plain-rows.js'
import type { Place } from '../../mongo/vault.js'
import type { ConsentChoice } from '../../../shared/contracts/consent.js'
import { applicationStatuses, holdings, type AcceptedWith, type Application, type Holder } from './application.js'

export type StoredApplication = Application & { contentHash: string; attempts: number }

export interface ApplicationRow extends Omit<Application, 'id' | 'holders'>, Leased {
  holders: Holder[]
  /** Openid and key of the tap, so that the same tap again is the same application. */
  submission?: string
  contentHash: string
  resume: Buffer
  /** Of the address in an imported one; what somebody typed on a phone is a claim and finds nobody. */
  emailIndex?: string
  /** Of the pairs in the school's name (search-parts.ts). */
  schoolParts: number[]
  /** What staff say of abilities (ability-tags.ts). */
  sealedTags?: Buffer
}

const holder = new Schema<Holder>(
  {
    openid: { type: String, required: true },
    by: { type: String, enum: holdings, required: true },
    at: { type: Date, required: true },
  },
  { _id: false },
)

const choice = new Schema<ConsentChoice>(
  { purpose: { type: String, required: true }, granted: { type: Boolean, required: true } },
  { _id: false },
)
const acceptedWith = new Schema<AcceptedWith>(
  {
    version: { type: String, required: true },
    choices: { type: [choice], required: true },
    at: { type: Date, required: true },
  },
  { _id: false },
)

export const applicationSchema = new Schema<ApplicationRow>(
  {
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    positionId: { type: String, required: true },
    source: { type: String, required: true },
    status: { type: String, enum: applicationStatuses, required: true },
    appliedAt: { type: Date, required: true },
    notice: acceptedWith,
    holders: { type: [holder], default: [] },
    submission: String,
    contentHash: { type: String, required: true },
    emailIndex: String,
    resume: { type: Buffer, required: true },
    schoolParts: { type: [Number], default: [] },
    sealedTags: Buffer,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
applicationSchema.index({ orgId: 1, candidateId: 1, positionId: 1 }, { unique: true })
applicationSchema.index(
  { orgId: 1, submission: 1 },
  { unique: true, partialFilterExpression: { submission: { $exists: true } } },
)
applicationSchema.index({ orgId: 1, emailIndex: 1 }, { partialFilterExpression: { emailIndex: { $exists: true } } })
applicationSchema.index({ status: 1, _id: 1 })
applicationSchema.index({ orgId: 1, appliedAt: -1, _id: -1 })
applicationSchema.index({ orgId: 1, positionId: 1, appliedAt: -1, _id: -1 })
applicationSchema.index({ orgId: 1, schoolParts: 1 })
applicationSchema.index({ orgId: 1, 'holders.openid': 1, appliedAt: -1 })

export function toApplication(row: Plain<ApplicationRow>): StoredApplication {
  const { orgId, candidateId, positionId, source, status, appliedAt, notice, holders, contentHash, attempts } = row
  const application = { id: row._id.toHexString(), orgId, candidateId, positionId, source, status, appliedAt, holders }
  return { ...application, ...(notice && { notice }), contentHash, attempts }
}

export const resumePlace = (where: Pick<Application, 'orgId' | 'id' | 'candidateId' | 'positionId'>): Place => ({
  orgId: where.orgId,
  ownerId: where.candidateId,
  collection: 'applications',
  id: where.id,
  of: { positionId: where.positionId },
  field: 'resume',
})
