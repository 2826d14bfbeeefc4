/** What WeCom calls HR's chat (`chatid`). It is heard in that chat only, so an administrator says there that it is the one. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'

interface Row {
  /** The organisation. */
  _id: string
  chatId: string
  namedBy: string
  namedAt: Date
}

const schema = new Schema<Row>(
  {
    _id: String,
    chatId: { type: String, required: true },
    namedBy: { type: String, required: true },
    namedAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)

export type GroupChatStore = ReturnType<typeof groupChatStore>

export function groupChatStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'GroupChat', schema)

  return {
    ready: () => rows.init(),

    /** The latest one counts. */
    async name(orgId: string, { chatId, by, at }: { chatId: string; by: string; at: Date }): Promise<void> {
      await rows.updateOne({ _id: orgId }, { $set: { chatId, namedBy: by, namedAt: at } }, { upsert: true })
    },

    async chatIdOf(orgId: string): Promise<string | undefined> {
      return (await rows.findOne({ _id: orgId }))?.chatId
    },
  }
}
