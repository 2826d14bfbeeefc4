/** Which questions want a second rating or have to be settled, one row a question of a report. What was agreed is sealed. */
import { Schema, Types, type Connection } from 'mongoose'
import { secondReasons, secondStatuses, type SecondReason } from '../../../../shared/contracts/second-ratings.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import { plainRows, type Plain } from '../../../mongo/plain-rows.js'
import type { Place, Vault } from '../../../mongo/vault.js'
import type { Scope } from '../../../ports/staff.js'
import type { SecondRating, Settlement } from './second-rating.js'

interface Row extends Omit<SecondRating, 'id'> {
  settlement?: Buffer
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    reportId: { type: String, required: true },
    applicationId: { type: String, required: true },
    candidateId: { type: String, required: true },
    positionId: { type: String, required: true },
    questionId: { type: String, required: true },
    reasons: { type: [{ type: String, enum: secondReasons }], required: true },
    askedBy: String,
    status: { type: String, enum: secondStatuses, required: true },
    since: { type: Date, required: true },
    settledBy: String,
    settledAt: Date,
    settlement: Buffer,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, reportId: 1, questionId: 1 }, { unique: true })
schema.index({ orgId: 1, applicationId: 1, status: 1 })
schema.index({ orgId: 1, status: 1, since: 1, _id: 1 })
schema.index({ orgId: 1, status: 1, positionId: 1, since: 1, _id: 1 })

const open = { $in: ['second', 'settle'] as ('second' | 'settle')[] }

/** Beside the word of the member who recorded it. */
const placeIn = ({ orgId, candidateId, id, reportId, questionId }: SecondRating, by: string): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'secondratings',
  id,
  of: { reportId, questionId, by },
  field: 'settlement',
})

export type SecondRatingStore = ReturnType<typeof secondRatingStore>

export function secondRatingStore(connection: Connection, vault: Pick<Vault, 'seal' | 'open'>) {
  const rows = plainRows<Row>(connection, 'SecondRating', schema)
  const byId = ({ id, orgId }: SecondRating) => ({ _id: new Types.ObjectId(id), orgId })

  return {
    ready: () => rows.init(),

    /** Asked again, for another reason too, it is the same. */
    async ask(fresh: Omit<SecondRating, 'id' | 'reasons'> & { reason: SecondReason }): Promise<void> {
      const { reason, ...plain } = fresh
      const { orgId, reportId, questionId } = fresh
      const same = await rows.updateOne({ orgId, reportId, questionId }, { $addToSet: { reasons: reason } })
      if (same.matchedCount > 0) return
      try {
        await rows.create({ ...plain, reasons: [reason] })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        await rows.updateOne({ orgId, reportId, questionId }, { $addToSet: { reasons: reason } })
      }
    },

    async find(orgId: string, reportId: string, questionId: string): Promise<SecondRating | undefined> {
      const row = await rows.findOne({ orgId, reportId, questionId })
      return row ? toSecond(row) : undefined
    },

    /** Of a report, whatever became of them. */
    async listOf(orgId: string, reportId: string): Promise<SecondRating[]> {
      return (await rows.find({ orgId, reportId }).sort({ _id: 1 })).map(toSecond)
    },

    async openOf(orgId: string, reportIds: readonly string[]): Promise<SecondRating[]> {
      return (await rows.find({ orgId, reportId: { $in: [...reportIds] }, status: open })).map(toSecond)
    },

    async countOpenOf(orgId: string, applicationId: string): Promise<number> {
      return rows.countDocuments({ orgId, applicationId, status: open })
    },

    /** The longest first. */
    async listOpen(orgId: string, { scope, limit }: { scope: Scope; limit: number }): Promise<SecondRating[]> {
      const within = scope === 'all' ? {} : { positionId: { $in: [...scope] } }
      const found = await rows
        .find({ orgId, status: open, ...within })
        .sort({ since: 1, _id: 1 })
        .limit(limit)
      return found.map(toSecond)
    },

    /** Does nothing when it is further already. */
    async move(second: SecondRating, to: 'settle' | 'done', at: Date): Promise<void> {
      await rows.updateOne({ ...byId(second), status: second.status }, { $set: { status: to, since: at } })
    },

    /** False when it was settled meanwhile: the first one stands. */
    async settle(second: SecondRating, settlement: Settlement, { by, at }: { by: string; at: Date }): Promise<boolean> {
      const sealed = await vault.seal(placeIn(second, by), settlement)
      const { matchedCount } = await rows.updateOne(
        { ...byId(second), status: 'settle' },
        { $set: { status: 'done', since: at, settlement: sealed, settledBy: by, settledAt: at } },
      )
      return matchedCount === 1
    },

    async settlementOf(second: SecondRating): Promise<Settlement | undefined> {
      if (second.settledBy === undefined) return undefined
      const row = await rows.findOne(byId(second))
      return row?.settlement && vault.open<Settlement>(placeIn(second, second.settledBy), row.settlement)
    },
  }
}

function toSecond({ _id, settlement: _settlement, ...fields }: Plain<Row>): SecondRating {
  return { id: _id.toHexString(), ...fields, reasons: [...fields.reasons] }
}
