/** What stays of a deleted person, and the queue of deletions that have begun. */
import { Schema, Types, type Connection } from 'mongoose'
import { deletionReasons, toldHow, type ToldHow } from '../../../shared/contracts/retention.js'
import { claimOne, dueIn, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Vault } from '../../mongo/vault.js'
import type { Deletion } from './deletion.js'

interface Row extends Omit<Deletion, 'id'>, Leased {
  dueAt?: Date
  /** Keyed hashes of the WeChats whose applications these were, so that they can read what became of them. */
  receipts: string[]
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    applicationIds: { type: [String], required: true },
    why: { type: String, enum: ['request', 'retention'], required: true },
    reason: { type: String, enum: deletionReasons },
    by: String,
    at: { type: Date, required: true },
    status: { type: String, enum: ['begun', 'done'], required: true },
    passes: { type: Number, required: true },
    rows: { type: Number, required: true },
    doneAt: Date,
    dueAt: Date,
    number: String,
    tellBy: Date,
    told: { type: String, enum: toldHow },
    receipts: { type: [String], required: true },
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, candidateId: 1 }, { unique: true })
schema.index({ orgId: 1, applicationIds: 1 })
schema.index({ orgId: 1, receipts: 1, at: -1 })
schema.index({ orgId: 1, number: 1 }, { unique: true, partialFilterExpression: { number: { $exists: true } } })
schema.index({ orgId: 1, at: -1 })
schema.index({ dueAt: 1, _id: 1 })

export type DeletionStore = ReturnType<typeof deletionStore>
export type ClaimedDeletion = Deletion & { attempts: number; leaseUntil: Date }
type NewDeletion = Omit<Deletion, 'id' | 'status' | 'passes' | 'rows' | 'doneAt' | 'told' | 'number'> & {
  openids: readonly string[]
}

export function deletionStore(connection: Connection, vault: Pick<Vault, 'blindIndex'>, newNumber: () => string) {
  const rows = plainRows<Row>(connection, 'Deletion', schema)

  return {
    ready: () => rows.init(),

    /** Asked for twice, the first one stands. */
    async begin({ openids, ...fresh }: NewDeletion): Promise<Deletion> {
      const { orgId, candidateId, at } = fresh
      const receipts = openids.map((openid) => vault.blindIndex(orgId, 'openid', openid))
      try {
        return toDeletion(
          await rows.create({
            ...fresh,
            number: newNumber(),
            receipts,
            status: 'begun',
            passes: 0,
            rows: 0,
            dueAt: at,
          }),
        )
      } catch (error) {
        const other = isDuplicateKey(error) ? await rows.findOne({ orgId, candidateId }) : null
        if (!other) throw error
        return toDeletion(other)
      }
    },

    async findOf(orgId: string, candidateId: string): Promise<Deletion | undefined> {
      const row = await rows.findOne({ orgId, candidateId })
      return row ? toDeletion(row) : undefined
    },

    async findByApplication(orgId: string, applicationId: string): Promise<Deletion | undefined> {
      const row = await rows.findOne({ orgId, applicationIds: applicationId })
      return row ? toDeletion(row) : undefined
    },

    async findByNumber(orgId: string, number: string): Promise<Deletion | undefined> {
      const row = await rows.findOne({ orgId, number })
      return row ? toDeletion(row) : undefined
    },

    /** The newest first. */
    async list(orgId: string, limit: number): Promise<Deletion[]> {
      return (await rows.find({ orgId }).sort({ at: -1 }).limit(limit)).map(toDeletion)
    },

    async listFor(orgId: string, openid: string, limit: number): Promise<Deletion[]> {
      const receipts = vault.blindIndex(orgId, 'openid', openid)
      return (await rows.find({ orgId, receipts }).sort({ at: -1 }).limit(limit)).map(toDeletion)
    },

    due: (now: Date) => dueIn(rows, { dueAt: { $lte: now } }),

    async claimDue(now: Date): Promise<ClaimedDeletion | undefined> {
      const row = await claimOne(rows, { filter: { dueAt: { $lte: now } }, sort: { dueAt: 1, _id: 1 }, now })
      return row ? { ...toDeletion(row), attempts: row.attempts, leaseUntil: row.leaseUntil! } : undefined
    },

    /** Before anything is destroyed: what is written here is not told again. False when another process has taken it over. */
    async markTold({ id, leaseUntil }: ClaimedDeletion, told: ToldHow): Promise<boolean> {
      const claimed = { _id: new Types.ObjectId(id), leaseUntil }
      return (await rows.updateOne(claimed, { $set: { told } })).matchedCount === 1
    },

    /** The message is still on its way. */
    async waitUntil({ id, leaseUntil }: ClaimedDeletion, dueAt: Date): Promise<void> {
      const claimed = { _id: new Types.ObjectId(id), leaseUntil }
      await rows.updateOne(claimed, { $set: { dueAt, attempts: 0 }, $unset: { leaseUntil: 1 } })
    },

    /** Does nothing when another process has taken it over. */
    async settlePass(
      { id, passes, leaseUntil }: ClaimedDeletion,
      { removed, dueAt, doneAt }: { removed: number; dueAt?: Date; doneAt?: Date },
    ): Promise<void> {
      await rows.updateOne(
        { _id: new Types.ObjectId(id), leaseUntil },
        {
          $set: {
            passes: passes + 1,
            attempts: 0,
            ...(dueAt && { dueAt }),
            ...(doneAt && { doneAt, status: 'done' as const }),
          },
          $inc: { rows: removed },
          $unset: { leaseUntil: 1, ...(!dueAt && { dueAt: 1 }) },
        },
      )
    },
  }
}

function toDeletion(row: Plain<Row>): Deletion {
  const { _id, dueAt: _due, receipts: _receipts, leaseUntil: _lease, attempts: _attempts, ...deletion } = row
  return { id: _id.toHexString(), ...deletion }
}
