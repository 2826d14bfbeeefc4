/**
 * What a model said of an answer, so that the same is not asked and paid for twice. It quotes the answer: sealed for the candidate, kept
 * under a keyed hash that holds only for them, and gone with them.
 */
import { Schema, type Connection } from 'mongoose'
import type { ModelCredit } from '../../ports/model-scorer.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { plainRows } from '../../mongo/plain-rows.js'
import type { Place, Vault } from '../../mongo/vault.js'

interface Row {
  orgId: string
  candidateId: string
  key: string
  runs: Buffer
  at: Date
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    key: { type: String, required: true },
    runs: { type: Buffer, required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, candidateId: 1, key: 1 }, { unique: true })

/** What makes two readings the same. */
export interface ReadBefore {
  orgId: string
  candidateId: string
  model: string
  promptVersion: string
  rubricVersion: string
  questionId: string
  answer: string
  runs: number
}

export type Runs = readonly (readonly ModelCredit[])[]
export type ModelScoreStore = ReturnType<typeof modelScoreStore>

export function modelScoreStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'ModelScore', schema)
  const collection = 'modelscores'

  const keyOf = ({ orgId, candidateId, ...fields }: ReadBefore): string =>
    vault.mark({ collection, id: `${orgId}/${candidateId}`, fields })
  const placeOf = ({ orgId, candidateId }: ReadBefore, key: string): Place => ({
    orgId,
    ownerId: candidateId,
    collection,
    id: key,
    field: 'runs',
  })

  return {
    ready: () => rows.init(),

    async find(which: ReadBefore): Promise<Runs | undefined> {
      const { orgId, candidateId } = which
      const key = keyOf(which)
      const row = await rows.findOne({ orgId, candidateId, key })
      return row ? vault.open<Runs>(placeOf(which, key), row.runs) : undefined
    },

    async keep(which: ReadBefore, runs: Runs, at: Date): Promise<void> {
      const { orgId, candidateId } = which
      const key = keyOf(which)
      try {
        await rows.create({ orgId, candidateId, key, runs: await vault.seal(placeOf(which, key), runs), at })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    /** They took back their consent to scoring. */
    async removeOf(orgId: string, candidateId: string): Promise<void> {
      await rows.deleteMany({ orgId, candidateId })
    },
  }
}
