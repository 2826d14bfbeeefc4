/** Applications in MongoDB. The résumé is sealed; a keyed hash of it tells a repeated submission from a different one. */
import { Schema, Types, type Connection, type QueryFilter } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import { claimOne, dueIn, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Place, Vault } from '../../mongo/vault.js'
import type { Scope } from '../../ports/staff.js'
import type { ConsentChoice } from '../../../shared/contracts/consent.js'
import {
  applicationStatuses,
  holdings,
  type AcceptedWith,
  type Application,
  type ApplicationStatus,
  type Holder,
} from './application.js'

interface Row extends Omit<Application, 'id' | 'holders'>, Leased {
  holders: Holder[]
  /** Openid and key of the tap, so that the same tap again is the same application. */
  submission?: string
  contentHash: string
  resume: Buffer
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

const schema = new Schema<Row>(
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
    resume: { type: Buffer, required: true },
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, candidateId: 1, positionId: 1 }, { unique: true })
schema.index({ orgId: 1, submission: 1 }, { unique: true, partialFilterExpression: { submission: { $exists: true } } })
schema.index({ status: 1, _id: 1 })
schema.index({ orgId: 1, appliedAt: -1, _id: -1 })
schema.index({ orgId: 1, positionId: 1, appliedAt: -1, _id: -1 })
schema.index({ orgId: 1, 'holders.openid': 1, appliedAt: -1 })

const resumePlace = (where: Pick<Application, 'orgId' | 'id' | 'candidateId' | 'positionId'>): Place => ({
  orgId: where.orgId,
  ownerId: where.candidateId,
  collection: 'applications',
  id: where.id,
  of: { positionId: where.positionId },
  field: 'resume',
})

export interface NewApplication extends Omit<Application, 'id' | 'status' | 'holders'> {
  holders: Holder[]
  submission?: string
  contentHash: string
  resume: Resume
}
export interface Recent {
  scope: Scope
  limit: number
  candidateIds?: readonly string[]
  ids?: readonly string[]
}
export type StoredApplication = Application & { contentHash: string; attempts: number }
const received = { status: 'received' } as const
export type ApplicationStore = ReturnType<typeof applicationStore>

export function applicationStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'Application', schema)

  return {
    ready: () => rows.init(),

    /** The one that is there already when the candidate applied to this position before. */
    async insertUnlessApplied(fresh: NewApplication): Promise<{ application: StoredApplication; inserted: boolean }> {
      const { orgId, candidateId, positionId, resume } = fresh
      const _id = new Types.ObjectId()
      const sealed = await vault.seal(resumePlace({ ...fresh, id: _id.toHexString() }), resume)
      try {
        return {
          application: toApplication(await rows.create({ ...fresh, _id, status: 'received', resume: sealed })),
          inserted: true,
        }
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const other = await rows.findOne({ orgId, candidateId, positionId })
        if (!other) throw error
        return { application: toApplication(other), inserted: false }
      }
    },

    async findBySubmission(orgId: string, submission: string): Promise<StoredApplication | undefined> {
      const row = await rows.findOne({ orgId, submission })
      return row ? toApplication(row) : undefined
    },

    async findById(orgId: string, id: string): Promise<Application | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toApplication(row) : undefined
    },

    async listOf(orgId: string, candidateIds: string[]): Promise<Application[]> {
      return (await rows.find({ orgId, candidateId: { $in: candidateIds } }).sort({ appliedAt: -1 })).map(toApplication)
    },

    /** Of a WeChat, the newest first. */
    async listHeldBy(orgId: string, openid: string, limit: number): Promise<Application[]> {
      const found = await rows.find({ orgId, 'holders.openid': openid }).sort({ appliedAt: -1 }).limit(limit)
      return found.map(toApplication)
    },

    /** Once per WeChat: who is there already stays where they are. */
    async addHolder({ orgId, id }: Pick<Application, 'orgId' | 'id'>, fresh: Holder): Promise<void> {
      await rows.updateOne(
        { _id: new Types.ObjectId(id), orgId, 'holders.openid': { $ne: fresh.openid } },
        { $push: { holders: fresh } },
      )
    },

    async removeHolder({ orgId, id }: Pick<Application, 'orgId' | 'id'>, openid: string): Promise<void> {
      await rows.updateOne({ _id: new Types.ObjectId(id), orgId }, { $pull: { holders: { openid } } })
    },

    /** What two files held together only because staff said that they are one person. */
    async removeMerged(orgId: string, candidateIds: readonly string[]): Promise<void> {
      await rows.updateMany({ orgId, candidateId: { $in: [...candidateIds] } }, { $pull: { holders: { by: 'merge' } } })
    },

    /**
     * The newest first, within these positions; of these candidates, or these applications, where they are given. Each position is
     * looked up by itself: through one index, however few of all applications are for it.
     */
    async listRecent(orgId: string, { scope, limit, candidateIds, ids }: Recent): Promise<Application[]> {
      const filter = {
        orgId,
        ...(candidateIds && { candidateId: { $in: [...candidateIds] } }),
        ...(ids && { _id: { $in: ids.map((id) => new Types.ObjectId(id)) } }),
      }
      const newest = (within: QueryFilter<Row>) =>
        rows.find(within).select('-resume').sort({ appliedAt: -1, _id: -1 }).limit(limit)
      if (scope === 'all') return (await newest(filter)).map(toApplication)
      const each = await Promise.all(scope.map((positionId) => newest({ ...filter, positionId })))
      return each.flat().sort(newestFirst).slice(0, limit).map(toApplication)
    },

    async resumeOf({ orgId, id, candidateId }: Pick<Application, 'orgId' | 'id' | 'candidateId'>): Promise<Resume> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      if (!row) throw new Error('application without a row')
      return vault.open<Resume>(resumePlace({ ...row, id, candidateId }), row.resume)
    },

    dueReceived: () => dueIn(rows, received),

    async claimReceived(now: Date): Promise<StoredApplication | undefined> {
      const row = await claimOne(rows, { filter: received, now })
      return row ? toApplication(row) : undefined
    },

    async settle({ id, orgId }: Application, status: ApplicationStatus): Promise<void> {
      await rows.updateOne(
        { _id: new Types.ObjectId(id), orgId, status: 'received' },
        { $set: { status }, $unset: { leaseUntil: 1 } },
      )
    },
  }
}

const newestFirst = (one: Plain<Row>, other: Plain<Row>): number =>
  other.appliedAt.getTime() - one.appliedAt.getTime() || other._id.toHexString().localeCompare(one._id.toHexString())

function toApplication(row: Plain<Row>): StoredApplication {
  const { orgId, candidateId, positionId, source, status, appliedAt, notice, holders, contentHash, attempts } = row
  const application = { id: row._id.toHexString(), orgId, candidateId, positionId, source, status, appliedAt, holders }
  return { ...application, ...(notice && { notice }), contentHash, attempts }
}
