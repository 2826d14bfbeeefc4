/** The one-time code that makes the first administrator: its hash, and how many tries are left. One per organisation. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'

interface Row {
  _id: string
  codeHash: string
  triesLeft: number
}

const schema = new Schema<Row>(
  { _id: String, codeHash: { type: String, required: true }, triesLeft: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
)

export type FirstAdminStore = ReturnType<typeof firstAdminStore>

export function firstAdminStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'FirstAdminCode', schema)

  return {
    ready: () => rows.init(),

    async replace(orgId: string, code: { codeHash: string; triesLeft: number }): Promise<void> {
      await rows.updateOne({ _id: orgId }, { $set: code }, { upsert: true })
    },

    async drop(orgId: string): Promise<void> {
      await rows.deleteOne({ _id: orgId })
    },

    /** A try is counted before the code is looked at. `locked` also when there is no code. */
    async take(orgId: string, codeHash: string): Promise<'taken' | 'wrong' | 'locked'> {
      const row = await rows.findOneAndUpdate({ _id: orgId, triesLeft: { $gt: 0 } }, { $inc: { triesLeft: -1 } }).lean()
      if (!row) return 'locked'
      const { deletedCount } = await rows.deleteOne({ _id: orgId, codeHash })
      return deletedCount === 1 ? 'taken' : 'wrong'
    },
  }
}
