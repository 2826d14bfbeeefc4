/** A sign-in on its way through WeCom, by the hash of its state. It comes back once, to the browser that began it, within ten minutes. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'

export interface SignInState {
  browserHash: string
  returnTo: string
  expiresAt: Date
}

interface Row extends SignInState {
  _id: string
  orgId: string
}

const schema = new Schema<Row>(
  {
    _id: String,
    orgId: { type: String, required: true },
    browserHash: { type: String, required: true },
    returnTo: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

export type SignInStateStore = ReturnType<typeof signInStateStore>

export function signInStateStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'SignInState', schema)

  return {
    ready: () => rows.init(),

    async insert(orgId: string, stateHash: string, state: SignInState): Promise<void> {
      await rows.create({ _id: stateHash, orgId, ...state })
    },

    /** Whoever takes it has it alone. */
    async take(
      orgId: string,
      { stateHash, browserHash, now }: { stateHash: string; browserHash: string; now: Date },
    ): Promise<string | undefined> {
      const row = await rows.findOneAndDelete({ _id: stateHash, orgId, browserHash, expiresAt: { $gt: now } }).lean()
      return row?.returnTo
    },
  }
}
