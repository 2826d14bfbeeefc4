/** Who asked that a person looks again at a decline, and what was answered. One row a time it was declined; the answer is sealed. */
import { Schema, Types, type Connection } from 'mongoose'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import { plainRows, type Plain } from '../../../mongo/plain-rows.js'
import type { Place, Vault } from '../../../mongo/vault.js'
import type { Scope } from '../../../ports/staff.js'
import type { ApplicationRef } from '../../talent/index.js'

export interface Appeal extends ApplicationRef {
  id: string
  decisionId: string
  /** Of the decline it is about: a decision may be taken back and made again. */
  key: string
  /** Who declined: somebody else answers. Absent in those of older builds until they are asked again. */
  decidedBy?: string
  status: 'waiting' | 'answered'
  askedAt: Date
  answeredBy?: string
  answeredAt?: Date
}

interface Row extends Omit<Appeal, 'id'> {
  words?: Buffer
  answer?: Buffer
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    applicationId: { type: String, required: true },
    positionId: { type: String, required: true },
    decisionId: { type: String, required: true },
    key: { type: String, required: true },
    decidedBy: String,
    status: { type: String, enum: ['waiting', 'answered'], required: true },
    askedAt: { type: Date, required: true },
    answeredBy: String,
    answeredAt: Date,
    words: Buffer,
    answer: Buffer,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, key: 1 }, { unique: true })
schema.index({ orgId: 1, applicationId: 1, status: 1 })
schema.index({ orgId: 1, status: 1, askedAt: 1, _id: 1 })
schema.index({ orgId: 1, status: 1, positionId: 1, askedAt: 1, _id: 1 })

const wordsPlace = ({ orgId, candidateId, id, applicationId }: Omit<Appeal, 'status'>): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'appeals',
  id,
  of: { applicationId },
  field: 'words',
})

/** Beside the word of the member who gave it. */
const answerPlace = ({ orgId, candidateId, id, applicationId }: Appeal, by: string): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'appeals',
  id,
  of: { applicationId, by },
  field: 'answer',
})

export type AppealStore = ReturnType<typeof appealStore>

export function appealStore(connection: Connection, vault: Pick<Vault, 'seal' | 'open'>) {
  const rows = plainRows<Row>(connection, 'Appeal', schema)

  return {
    ready: () => rows.init(),

    /** Asked twice it is the same appeal, with the words of the first time. */
    async insertOnce(fresh: Omit<Appeal, 'id' | 'status'>, words?: string): Promise<void> {
      const _id = new Types.ObjectId()
      const sealed = words && (await vault.seal(wordsPlace({ ...fresh, id: _id.toHexString() }), words))
      try {
        await rows.create({ _id, ...fresh, status: 'waiting', ...(sealed && { words: sealed }) })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async findById(orgId: string, id: string): Promise<Appeal | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toAppeal(row) : undefined
    },

    /** Of one application, in the order in which they were asked. */
    async listOf(orgId: string, applicationId: string): Promise<Appeal[]> {
      return (await rows.find({ orgId, applicationId }).sort({ askedAt: 1 })).map(toAppeal)
    },

    /** Of these applications, those that nobody answered. */
    async waitingAmong(orgId: string, applicationIds: readonly string[]): Promise<Appeal[]> {
      return (await rows.find({ orgId, applicationId: { $in: [...applicationIds] }, status: 'waiting' })).map(toAppeal)
    },

    /** The longest first, behind the one that is given. */
    async listWaiting(
      orgId: string,
      { scope, limit, after }: { scope: Scope; limit: number; after?: Pick<Appeal, 'id' | 'askedAt'> | undefined },
    ): Promise<Appeal[]> {
      const within = scope === 'all' ? {} : { positionId: { $in: [...scope] } }
      const later = after && [
        { askedAt: { $gt: after.askedAt } },
        { askedAt: after.askedAt, _id: { $gt: new Types.ObjectId(after.id) } },
      ]
      return (
        await rows
          .find({ orgId, status: 'waiting', ...within, ...(later && { $or: later }) })
          .sort({ askedAt: 1, _id: 1 })
          .limit(limit)
      ).map(toAppeal)
    },

    /** Kept while it still waits, so that whoever is told finds it. False when it was answered before. */
    async keepAnswer(appeal: Appeal, { text, by, at }: { text: string; by: string; at: Date }): Promise<boolean> {
      const answer = await vault.seal(answerPlace(appeal, by), text)
      const { matchedCount } = await rows.updateOne(waitingRow(appeal), {
        $set: { answer, answeredBy: by, answeredAt: at },
      })
      return matchedCount === 1
    },

    /** Of two answers at the same moment the one that is kept is the answer. False for the other. */
    async settleAnswered(appeal: Appeal, by: string): Promise<boolean> {
      const { matchedCount } = await rows.updateOne(
        { ...waitingRow(appeal), answeredBy: by },
        { $set: { status: 'answered' } },
      )
      return matchedCount === 1
    },

    async wordsOf(appeal: Appeal): Promise<string | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(appeal.id), orgId: appeal.orgId })
      return row?.words && vault.open<string>(wordsPlace(appeal), row.words)
    },

    async answerOf(appeal: Appeal): Promise<string | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(appeal.id), orgId: appeal.orgId })
      return row?.answer && row.answeredBy
        ? vault.open<string>(answerPlace(appeal, row.answeredBy), row.answer)
        : undefined
    },
  }
}

const waitingRow = ({ id, orgId }: Appeal) => ({ _id: new Types.ObjectId(id), orgId, status: 'waiting' as const })

function toAppeal({ _id, answer: _answer, words: _words, ...fields }: Plain<Row>): Appeal {
  return { id: _id.toHexString(), ...fields }
}
