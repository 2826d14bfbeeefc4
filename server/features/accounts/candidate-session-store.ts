/** Sessions of candidates. The token itself is not kept, only its hash: a copy of the store opens nobody's session. */
import { LRUCache } from 'lru-cache'
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'

interface Session {
  orgId: string
  openid: string
  expiresAt: Date
}

type Row = Session & { _id: string }

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
  /** A session never changes and nothing ends it but its time, so that who is answering need not be looked up each time. */
  const seen = new LRUCache<string, Session>({ max: 10_000, ttl: 60_000 })

  return {
    ready: () => rows.init(),

    async insert(tokenHash: string, session: Session): Promise<void> {
      await rows.create({ _id: tokenHash, ...session })
    },

    async findLive(tokenHash: string, now: Date): Promise<{ orgId: string; openid: string } | undefined> {
      const session = seen.get(tokenHash) ?? (await rows.findOne({ _id: tokenHash }).lean())
      if (!session || session.expiresAt <= now) return undefined

      const { orgId, openid, expiresAt } = session
      seen.set(tokenHash, { orgId, openid, expiresAt })
      return { orgId, openid }
    },
  }
}
