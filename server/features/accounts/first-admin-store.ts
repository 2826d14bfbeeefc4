/** The one-time code that makes the first administrator: its hash, and how many tries each caller had. One per organisation. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'

interface Row {
  _id: string
  codeHash: string
  /** Tries by the caller's key. */
  tries?: Record<string, number>
  /** Of builds that counted for all together. */
  triesLeft?: number
}

const schema = new Schema<Row>(
  { _id: String, codeHash: { type: String, required: true }, tries: Schema.Types.Mixed, triesLeft: Number },
  { strict: 'throw', versionKey: false },
)

export type FirstAdminStore = ReturnType<typeof firstAdminStore>

export function firstAdminStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'FirstAdminCode', schema)

  return {
    ready: () => rows.init(),

    async replace(orgId: string, codeHash: string): Promise<void> {
      await rows.updateOne({ _id: orgId }, { $set: { codeHash, tries: {} } }, { upsert: true })
    },

    async drop(orgId: string): Promise<void> {
      await rows.deleteOne({ _id: orgId })
    },

    /** A try is counted before the code is looked at. `locked` also when there is no code. */
    async take(
      orgId: string,
      { codeHash, caller, most }: { codeHash: string; caller: string; most: number },
    ): Promise<'taken' | 'wrong' | 'locked'> {
      const own = `tries.${caller}`
      const left = { $or: [{ [own]: { $exists: false } }, { [own]: { $lt: most } }] }
      const row = await rows.findOneAndUpdate({ $and: [{ _id: orgId }, left] }, { $inc: { [own]: 1 } }).lean()
      if (!row) return 'locked'
      const { deletedCount } = await rows.deleteOne({ _id: orgId, codeHash })
      return deletedCount === 1 ? 'taken' : 'wrong'
    },
  }
}
