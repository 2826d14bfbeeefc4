/** Sessions of staff, by the hash of their token: a copy of the store opens nobody's session. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'

export interface StaffSessionRow {
  orgId: string
  /** Of somebody without an account, who may become the first administrator: the id that they would get. */
  memberId: string
  userid: string
  secondFactorGiven: boolean
  lastSeenAt: Date
  expiresAt: Date
}

interface Row extends StaffSessionRow {
  _id: string
}

const schema = new Schema<Row>(
  {
    _id: String,
    orgId: { type: String, required: true },
    memberId: { type: String, required: true },
    userid: { type: String, required: true },
    secondFactorGiven: { type: Boolean, required: true },
    lastSeenAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
schema.index({ orgId: 1, memberId: 1 })

export type StaffSessionStore = ReturnType<typeof staffSessionStore>

export function staffSessionStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'StaffSession', schema)

  return {
    ready: () => rows.init(),

    async insert(tokenHash: string, session: StaffSessionRow): Promise<void> {
      await rows.create({ _id: tokenHash, ...session })
    },

    async findLive(tokenHash: string, now: Date): Promise<StaffSessionRow | undefined> {
      const row = await rows.findOne({ _id: tokenHash, expiresAt: { $gt: now } }).lean()
      if (!row) return undefined
      const { _id, ...session } = row
      return session
    },

    async touch(tokenHash: string, now: Date): Promise<void> {
      await rows.updateOne({ _id: tokenHash }, { $set: { lastSeenAt: now } })
    },

    async end(tokenHash: string): Promise<void> {
      await rows.deleteOne({ _id: tokenHash })
    },

    async endAllOf(orgId: string, memberId: string): Promise<void> {
      await rows.deleteMany({ orgId, memberId })
    },
  }
}
