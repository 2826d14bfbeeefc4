/** Decisions in MongoDB: one waiting or decided per application and stage. The reviewer's reason may quote, so it is sealed. */
import { Schema, Types, type Connection, type HydratedDocument } from 'mongoose'
import { claimOne, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'
import { verdicts, type Decision, type Verdict } from './decision.js'

interface Row extends Omit<Decision, 'id'>, Leased {
  reason?: Buffer
  /** `pending` until the candidate was told, or taken on, as decided. */
  next?: 'pending' | 'done'
}

const schema = new Schema<Row>({
  orgId: { type: String, required: true },
  applicationId: { type: String, required: true },
  candidateId: { type: String, required: true },
  positionId: { type: String, required: true },
  stage: { type: String, required: true },
  proposal: { type: String, enum: verdicts, required: true },
  status: { type: String, required: true },
  raisedAt: { type: Date, required: true },
  dueAt: { type: Date, required: true },
  verdict: { type: String, enum: verdicts },
  decidedAt: Date,
  decidedBy: String,
  reason: Buffer,
  next: String,
  ...leaseFields,
}, { strict: 'throw', versionKey: false })
schema.index({ orgId: 1, applicationId: 1, stage: 1 }, { unique: true })
schema.index({ orgId: 1, status: 1, raisedAt: 1 })
schema.index({ next: 1, _id: 1 })

export type NewDecision = Omit<Decision, 'id' | 'status'>
export interface Ruling {
  verdict: Verdict
  reason: string
  by: string
  at: Date
}
export type DecisionStore = ReturnType<typeof decisionStore>

export function decisionStore(connection: Connection, vault: Vault) {
  const rows = connection.model<Row>('Decision', schema)

  return {
    ready: () => rows.init(),

    /** Raised twice for the same stage, the first one stands. */
    async raise(fresh: NewDecision): Promise<Decision> {
      const { orgId, applicationId, stage } = fresh
      const decided = fresh.verdict !== undefined
      try {
        return toDecision(await rows.create({ ...fresh, status: decided ? 'decided' : 'waiting', ...(decided && { next: 'pending' }) }))
      } catch (error) {
        const other = isDuplicateKey(error) ? await rows.findOne({ orgId, applicationId, stage }) : null
        if (!other) throw error
        return toDecision(other)
      }
    },

    /** What the rules would do has changed. Does nothing once a person decided. */
    async propose({ id, orgId }: Decision, proposal: Verdict): Promise<void> {
      await rows.updateOne({ _id: new Types.ObjectId(id), orgId, status: 'waiting' }, { $set: { proposal } })
    },

    /** Undefined when it was decided meanwhile: the first decision stands. */
    async decide({ id, orgId, candidateId }: Decision, { verdict, reason, by, at }: Ruling): Promise<Decision | undefined> {
      const sealed = await vault.seal({ orgId, ownerId: candidateId }, 'decision-reason', reason)
      const row = await rows.findOneAndUpdate(
        { _id: new Types.ObjectId(id), orgId, status: 'waiting' },
        { $set: { status: 'decided', verdict, reason: sealed, decidedBy: by, decidedAt: at, next: 'pending' } },
        { returnDocument: 'after' },
      )
      return row ? toDecision(row) : undefined
    },

    async listOf(orgId: string, applicationId: string): Promise<Decision[]> {
      return (await rows.find({ orgId, applicationId }).sort({ raisedAt: 1 })).map(toDecision)
    },

    async listWaiting(orgId: string): Promise<Decision[]> {
      return (await rows.find({ orgId, status: 'waiting' }).sort({ raisedAt: 1 })).map(toDecision)
    },

    async findWaitingOf(orgId: string, candidateId: string): Promise<Decision | undefined> {
      const row = await rows.findOne({ orgId, candidateId, status: 'waiting' }).sort({ raisedAt: 1 })
      return row ? toDecision(row) : undefined
    },

    async claimDecided(now: Date): Promise<Decision | undefined> {
      const row = await claimOne(rows, { filter: { next: 'pending' }, now })
      return row ? toDecision(row) : undefined
    },

    async settleDone({ id, orgId }: Decision): Promise<void> {
      await rows.updateOne({ _id: new Types.ObjectId(id), orgId }, { $set: { next: 'done' }, $unset: { leaseUntil: 1 } })
    },
  }
}

function toDecision(row: HydratedDocument<Row>): Decision {
  const { _id, leaseUntil: _lease, attempts: _attempts, next: _next, reason: _reason, ...fields } = row.toObject()
  return { id: _id.toHexString(), ...fields }
}
