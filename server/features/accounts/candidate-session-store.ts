/** Sessions of candidates. The token itself is not kept, only its hash: a copy of the store opens nobody's session. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'

interface Row {
  _id: string
  orgId: string
  openid: string
  expiresAt: Date
}

const schema = new Schema<Row>(
  {
    _id: String,
    orgId: { type: String, required: true },
    openid: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

export type CandidateSessionStore = ReturnType<typeof candidateSessionStore>

export function candidateSessionStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'CandidateSession', schema)

  return {
    ready: () => rows.init(),

    async insert(tokenHash: string, session: { orgId: string; openid: string; expiresAt: Date }): Promise<void> {
      await rows.create({ _id: tokenHash, ...session })
    },

    async findLive(tokenHash: string, now: Date): Promise<{ orgId: string; openid: string } | undefined> {
      const row = await rows.findOne({ _id: tokenHash, expiresAt: { $gt: now } }).lean()
      return row ? { orgId: row.orgId, openid: row.openid } : undefined
    },
  }
}
