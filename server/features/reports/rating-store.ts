/** Reviewers' own ratings, one a question and reviewer: the first stands. Score and note are sealed like the report. */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { readableOf, type Marked, type Place, type Vault } from '../../mongo/vault.js'

export interface Rating {
  orgId: string
  reportId: string
  candidateId: string
  questionId: string
  /** Member's id. */
  by: string
  at: Date
  /** 1 to 5 in halves. */
  score: number
  note?: string
}

interface Row extends Omit<Rating, 'score' | 'note'> {
  sealed: Buffer
  mark?: string
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    reportId: { type: String, required: true },
    candidateId: { type: String, required: true },
    questionId: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    sealed: { type: Buffer, required: true },
    mark: String,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, reportId: 1, questionId: 1, by: 1 }, { unique: true })
schema.index({ orgId: 1, at: -1, _id: -1 })

type PlainRating = Omit<Rating, 'score' | 'note'>

const placeIn = (_id: Types.ObjectId, { orgId, candidateId, reportId, questionId, by }: PlainRating): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'ratings',
  id: _id.toHexString(),
  of: { reportId, questionId, by },
  field: 'sealed',
})

const markedIn = (_id: Types.ObjectId, fields: PlainRating): Marked => ({
  collection: 'ratings',
  id: _id.toHexString(),
  fields: { ...fields },
})

export type RatingStore = ReturnType<typeof ratingStore>

export function ratingStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'Rating', schema)

  async function toRating(row: Plain<Row>): Promise<Rating> {
    const plain = plainIn(row)
    return { ...plain, ...(await vault.open<Pick<Rating, 'score' | 'note'>>(placeIn(row._id, plain), row.sealed)) }
  }

  /** Who rated what decides what else that reviewer sees. */
  function plainIn(row: Omit<Plain<Row>, 'sealed'>): PlainRating {
    const { orgId, reportId, candidateId, questionId, by, at } = row
    const plain = { orgId, reportId, candidateId, questionId, by, at }
    vault.refuseChanged(markedIn(row._id, plain), row.mark)
    return plain
  }

  return {
    ready: () => rows.init(),

    /** False when this reviewer has rated this question before. */
    async insertOnce({ score, note, ...plain }: Rating): Promise<boolean> {
      const _id = new Types.ObjectId()
      const sealed = await vault.seal(placeIn(_id, plain), { score, ...(note !== undefined && { note }) })
      try {
        await rows.create({ ...plain, _id, sealed, mark: vault.mark(markedIn(_id, plain)) })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    async listOf(orgId: string, reportId: string): Promise<Rating[]> {
      return readableOf(vault, await rows.find({ orgId, reportId }).sort({ at: 1, _id: 1 }), toRating)
    },

    /** The newest first. */
    async listRecent(orgId: string, limit: number): Promise<Rating[]> {
      return readableOf(vault, await rows.find({ orgId }).sort({ at: -1, _id: -1 }).limit(limit), toRating)
    },

    /** Who rated which question: nothing is opened. */
    async listRated(
      orgId: string,
      reportIds: readonly string[],
    ): Promise<Pick<Rating, 'reportId' | 'questionId' | 'by' | 'at'>[]> {
      return readableOf(vault, await rows.find({ orgId, reportId: { $in: reportIds } }, { sealed: 0 }), plainIn)
    },
  }
}
