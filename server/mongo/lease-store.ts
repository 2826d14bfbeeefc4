/**
 * One process at a time does something: a named lease, renewed while its holder lives (ADR 015). Times are real ones that the
 * processes must agree on to some seconds; simulated time may jump.
 */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from './plain-rows.js'
import { isDuplicateKey } from './duplicate-key.js'

interface Row {
  _id: string
  holder: string
  until: Date
}

const schema = new Schema<Row>(
  { _id: String, holder: { type: String, required: true }, until: { type: Date, required: true } },
  { strict: 'throw', versionKey: false },
)

export type LeaseStore = ReturnType<typeof leaseStore>

export function leaseStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'Lease', schema)

  return {
    ready: () => rows.init(),

    /** True when it is ours until then: taken because it was free, or renewed because it was ours. */
    async take(name: string, { holder, now, until }: { holder: string; now: Date; until: Date }): Promise<boolean> {
      try {
        await rows.findOneAndUpdate(
          { _id: name, $or: [{ holder }, { until: { $lte: now } }] },
          { $set: { holder, until } },
          { upsert: true },
        )
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false // it is there and somebody else's: the upsert met its own id
        throw error
      }
    },

    /** Given up before its end, so that another process need not wait for it. */
    async give(name: string, { holder, now }: { holder: string; now: Date }): Promise<void> {
      await rows.updateOne({ _id: name, holder }, { $set: { until: now } })
    },

    /** Somebody holds it now. */
    async isHeld(name: string, now: Date): Promise<boolean> {
      return (await rows.exists({ _id: name, until: { $gt: now } })) !== null
    },
  }
}
