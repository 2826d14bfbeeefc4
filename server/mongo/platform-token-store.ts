/** Access tokens of the platforms, shared by all processes and sealed at rest. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from './plain-rows.js'
import type { PlatformTokenStore } from '../ports/platform-tokens.js'
import { isDuplicateKey } from './duplicate-key.js'
import { keyedHash } from './key-ring.js'
import { organisationOwner, type Place, type Vault } from './vault.js'

interface Row {
  _id: string
  sealed?: Buffer
  /** Tells two tokens apart without opening them. */
  mark?: string
  expiresAt?: Date
  refreshUntil?: Date
}

const schema = new Schema<Row>(
  { _id: String, sealed: Buffer, mark: String, expiresAt: Date, refreshUntil: Date },
  { strict: 'throw', versionKey: false },
)
const placeIn = (name: string): Place => ({
  orgId: '-',
  ownerId: organisationOwner,
  collection: 'platformtokens',
  id: name,
  field: 'sealed',
})

export function platformTokenStore(
  connection: Connection,
  vault: Vault,
  markKey: Buffer,
): PlatformTokenStore & { ready(): Promise<unknown> } {
  const rows = plainRows<Row>(connection, 'PlatformToken', schema)
  const mark = (value: string) => keyedHash(markKey, value)

  return {
    ready: () => rows.init(),

    async find(name) {
      const row = await rows.findById(name)
      if (!row?.sealed || !row.expiresAt) return undefined
      return { value: await vault.open<string>(placeIn(name), row.sealed), expiresAt: row.expiresAt }
    },

    async save(name, { value, expiresAt }) {
      const sealed = await vault.seal(placeIn(name), value)
      await rows.updateOne(
        { _id: name },
        { $set: { sealed, mark: mark(value), expiresAt }, $unset: { refreshUntil: 1 } },
        { upsert: true },
      )
    },

    async drop(name, value) {
      await rows.updateOne({ _id: name, mark: mark(value) }, { $unset: { sealed: 1, mark: 1, expiresAt: 1 } })
    },

    async claimRefresh(name, now, forMs) {
      const refreshUntil = new Date(now.getTime() + forMs)
      const free = { _id: name, $or: [{ refreshUntil: { $exists: false } }, { refreshUntil: { $lte: now } }] }
      try {
        await rows.findOneAndUpdate(free, { $set: { refreshUntil } }, { upsert: true })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false // the row is there and claimed: the upsert met its own id
        throw error
      }
    },
  }
}
