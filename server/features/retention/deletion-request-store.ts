/** Who asked in the app that everything about them is deleted, and when: ids only, and gone with the person. */
import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { plainRows } from '../../mongo/plain-rows.js'

export interface AskedDeletion {
  orgId: string
  candidateId: string
  at: Date
}

const schema = new Schema<AskedDeletion & { _id: string }>(
  {
    _id: String,
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, at: 1 })

export type DeletionRequestStore = ReturnType<typeof deletionRequestStore>

export function deletionRequestStore(connection: Connection) {
  const rows = plainRows<AskedDeletion & { _id: string }>(connection, 'DeletionRequest', schema)
  const idOf = (orgId: string, candidateId: string) => `${orgId}:${candidateId}`

  return {
    ready: () => rows.init(),

    /** Asked twice, the first time counts. */
    async ask(asked: AskedDeletion): Promise<void> {
      try {
        await rows.create({ _id: idOf(asked.orgId, asked.candidateId), ...asked })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async takeBack(orgId: string, candidateId: string): Promise<void> {
      await rows.deleteOne({ _id: idOf(orgId, candidateId) })
    },

    async find(orgId: string, candidateId: string): Promise<AskedDeletion | undefined> {
      const row = await rows.findById(idOf(orgId, candidateId))
      return row ? toAsked(row) : undefined
    },

    /** The oldest first. */
    async askedBefore(orgId: string, before: Date, limit: number): Promise<AskedDeletion[]> {
      return (
        await rows
          .find({ orgId, at: { $lt: before } })
          .sort({ at: 1 })
          .limit(limit)
      ).map(toAsked)
    },
  }
}

const toAsked = ({ orgId, candidateId, at }: AskedDeletion): AskedDeletion => ({ orgId, candidateId, at })
