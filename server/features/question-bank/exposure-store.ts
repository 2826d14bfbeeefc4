/**
 * How often each question of a bank was given to somebody: one document a bank, so that an interview begins with one read and one write
 * however many there were before. Nobody can be recognised by it.
 */
import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { plainRows } from '../../mongo/plain-rows.js'
import type { Exposures } from './exposures.js'

interface Row {
  orgId: string
  bankId: string
  counts: Record<string, number>
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    bankId: { type: String, required: true },
    counts: { type: Schema.Types.Mixed, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)
schema.index({ orgId: 1, bankId: 1 }, { unique: true })

export type ExposureStore = ReturnType<typeof exposureStore>

export function exposureStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'Exposure', schema)

  async function add(orgId: string, bankId: string, keys: readonly string[]): Promise<void> {
    const more = Object.fromEntries(keys.map((key) => [`counts.${key}`, 1]))
    await rows.updateOne({ orgId, bankId }, { $inc: more }, { upsert: true })
  }

  return {
    ready: () => rows.init(),

    async countsOf(orgId: string, bankId: string): Promise<Exposures> {
      return (await rows.findOne({ orgId, bankId }))?.counts ?? {}
    },

    /** Each once more. */
    async count(orgId: string, bankId: string, keys: readonly string[]): Promise<void> {
      try {
        await add(orgId, bankId, keys)
      } catch (error) {
        // Two first ones at the same time.
        if (!isDuplicateKey(error)) throw error
        await add(orgId, bankId, keys)
      }
    },
  }
}
