/** Who has taken what is to be rated: for a day, then it is free again. What was rated until then is kept, whoever goes on. */
import { Schema, type Connection } from 'mongoose'
import { reviewKinds, type ReviewKind } from '../../../../shared/contracts/review-queue.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import { plainRows } from '../../../mongo/plain-rows.js'

export interface Review {
  orgId: string
  reportId: string
  candidateId: string
  kind: ReviewKind
}

export interface ReviewClaim extends Review {
  /** Member's id. */
  by: string
  at: Date
  until: Date
}

const schema = new Schema<ReviewClaim>(
  {
    orgId: { type: String, required: true },
    reportId: { type: String, required: true },
    candidateId: { type: String, required: true },
    kind: { type: String, enum: reviewKinds, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    until: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, reportId: 1, kind: 1 }, { unique: true })
schema.index({ orgId: 1, candidateId: 1 })

export type ReviewClaimStore = ReturnType<typeof reviewClaimStore>

export function reviewClaimStore(connection: Connection) {
  const rows = plainRows<ReviewClaim>(connection, 'ReviewClaim', schema)

  return {
    ready: () => rows.init(),

    /** False while a colleague has it. */
    async take({ orgId, reportId, candidateId, kind }: Review, { by, at, until }: Omit<ReviewClaim, keyof Review>) {
      const free = { $or: [{ until: { $lte: at } }, { by }] }
      const { matchedCount } = await rows.updateOne({ orgId, reportId, kind, ...free }, { $set: { by, at, until } })
      if (matchedCount > 0) return true
      try {
        await rows.create({ orgId, reportId, candidateId, kind, by, at, until })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    /** `by`: theirs only; absent: whoever has it. */
    async release({ orgId, reportId, kind }: Omit<Review, 'candidateId'>, by?: string): Promise<void> {
      await rows.deleteOne({ orgId, reportId, kind, ...(by !== undefined && { by }) })
    },

    /** Those that still hold. */
    async listOf(orgId: string, reportIds: readonly string[], now: Date): Promise<ReviewClaim[]> {
      const found = await rows.find({ orgId, reportId: { $in: [...reportIds] }, until: { $gt: now } })
      return found.map(({ _id, ...claim }) => claim)
    },
  }
}
