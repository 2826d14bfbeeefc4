/** Reviewers' own ratings, one a question and reviewer: the first stands. Score and note are sealed like the report. */
import { Schema, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'

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
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, reportId: 1, questionId: 1, by: 1 }, { unique: true })

export type RatingStore = ReturnType<typeof ratingStore>

export function ratingStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'Rating', schema)
  const ownerOf = ({ orgId, candidateId }: Pick<Row, 'orgId' | 'candidateId'>) => ({ orgId, ownerId: candidateId })

  async function toRating(row: Plain<Row>): Promise<Rating> {
    const { orgId, reportId, candidateId, questionId, by, at, sealed } = row
    return {
      orgId,
      reportId,
      candidateId,
      questionId,
      by,
      at,
      ...(await vault.open<Pick<Rating, 'score' | 'note'>>(ownerOf(row), 'rating', sealed)),
    }
  }

  return {
    ready: () => rows.init(),

    /** False when this reviewer has rated this question before. */
    async insertOnce({ score, note, ...plain }: Rating): Promise<boolean> {
      const sealed = await vault.seal(ownerOf(plain), 'rating', { score, ...(note !== undefined && { note }) })
      try {
        await rows.create({ ...plain, sealed })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    async listOf(orgId: string, reportId: string): Promise<Rating[]> {
      return Promise.all((await rows.find({ orgId, reportId }).sort({ at: 1 })).map(toRating))
    },

    /** Who rated which question: nothing is opened. */
    async listRated(
      orgId: string,
      reportIds: readonly string[],
    ): Promise<Pick<Rating, 'reportId' | 'questionId' | 'by'>[]> {
      return (await rows.find({ orgId, reportId: { $in: reportIds } }, { sealed: 0 })).map(
        ({ reportId, questionId, by }) => ({ reportId, questionId, by }),
      )
    },
  }
}
