/** Which of the data that comes with the product an organisation has been given: a start that finds the same again need not read it. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'

interface Row {
  /** The organisation's. */
  _id: string
  /** Of all files together. */
  hash: string
}

const schema = new Schema<Row>(
  { _id: String, hash: { type: String, required: true } },
  { strict: 'throw', versionKey: false },
)

export function firstDataStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'FirstData', schema)

  return {
    ready: () => rows.init(),

    async has(orgId: string, hash: string): Promise<boolean> {
      return (await rows.exists({ _id: orgId, hash })) !== null
    },

    async note(orgId: string, hash: string): Promise<void> {
      await rows.updateOne({ _id: orgId }, { $set: { hash } }, { upsert: true })
    },
  }
}
