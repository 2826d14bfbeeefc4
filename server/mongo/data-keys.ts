/**
 * A data key for every owner, wrapped by the key-encryption key. Only sealing makes one: a read that finds none says so. One that was
 * destroyed leaves its row, so that none is made in its place.
 */
import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from './duplicate-key.js'
import type { KeyRing } from './key-ring.js'
import { plainRows, type PlainModel } from './plain-rows.js'
import { openBytes, sealBytes } from './sealing.js'
import { dataDeleted, dataUnreadable } from './unreadable.js'

export interface Owner {
  orgId: string
  ownerId: string
}

interface KeyRow {
  _id: string
  orgId: string
  wrapped?: Buffer
  destroyedAt?: Date
}

const schema = new Schema<KeyRow>(
  { _id: String, orgId: { type: String, required: true }, wrapped: Buffer, destroyedAt: Date },
  { strict: 'throw', versionKey: false },
)

const idOf = ({ orgId, ownerId }: Owner): string => `${orgId}:${ownerId}`
/** Other processes than the one that destroys a key keep it for so long at most. */
const keptOpenMs = 10 * 60_000

export type DataKeys = ReturnType<typeof dataKeys>

/** Keys that were read and unwrapped, for a while. */
function openedKeys(rows: PlainModel<KeyRow>, keyEncryptionKey: Buffer) {
  const cached = new LRUCache<string, Buffer>({ max: 5_000, ttl: keptOpenMs })
  const reading = new Map<string, Promise<Buffer | undefined>>()

  function unwrapped({ _id, wrapped, destroyedAt }: KeyRow): Buffer {
    if (destroyedAt ?? !wrapped) throw dataDeleted()
    try {
      const key = openBytes(keyEncryptionKey, _id, Buffer.from(wrapped))
      cached.set(_id, key)
      return key
    } catch (cause) {
      throw dataUnreadable(`datakeys/${_id}`, cause)
    }
  }

  async function read(id: string): Promise<Buffer | undefined> {
    const row = await rows.findById(id)
    return row ? unwrapped(row) : undefined
  }

  /** An interview opens all its answers at once: whoever asks while the key is being read waits for that read. */
  async function find(owner: Owner): Promise<Buffer | undefined> {
    const id = idOf(owner)
    const known = cached.get(id) ?? reading.get(id)
    if (known) return known
    const found = read(id).finally(() => reading.delete(id))
    reading.set(id, found)
    return found
  }

  return {
    find,
    unwrapped,
    isKnown: (id: string): boolean => cached.has(id),
    forget: (id: string) => cached.delete(id),
  }
}

export function dataKeys(connection: Connection, { keyEncryptionKey }: Pick<KeyRing, 'keyEncryptionKey'>) {
  const rows = plainRows<KeyRow>(connection, 'DataKey', schema)
  const { find, unwrapped, isKnown, forget } = openedKeys(rows, keyEncryptionKey)

  async function make(owner: Owner): Promise<Buffer> {
    const id = idOf(owner)
    const wrapped = sealBytes(keyEncryptionKey, id, randomBytes(32))
    try {
      return unwrapped(await rows.create({ _id: id, orgId: owner.orgId, wrapped }))
    } catch (error) {
      const other = isDuplicateKey(error) ? await rows.findById(id) : null
      if (!other) throw error
      return unwrapped(other)
    }
  }

  return {
    ready: () => rows.init(),

    toSeal: async (owner: Owner): Promise<Buffer> => (await find(owner)) ?? make(owner),

    async toOpen(owner: Owner): Promise<Buffer> {
      const key = await find(owner)
      if (!key) throw dataUnreadable(`datakeys/${idOf(owner)}`)
      return key
    },

    /** Reads the keys of many owners in one go. One that cannot be read says so when it is asked for. */
    async warm(orgId: string, ownerIds: readonly string[]): Promise<void> {
      const missing = ownerIds.map((ownerId) => idOf({ orgId, ownerId })).filter((id) => !isKnown(id))
      if (missing.length === 0) return
      for (const row of await rows.find({ _id: { $in: missing }, wrapped: { $exists: true } })) {
        try {
          unwrapped(row)
        } catch {
          continue
        }
      }
    },

    /** For good, and twice is once. Also of an owner who never had one, so that none is made later. */
    async destroy(owner: Owner, at: Date): Promise<void> {
      const _id = idOf(owner)
      const { orgId } = owner
      try {
        await rows.updateOne(
          { _id, destroyedAt: { $exists: false } },
          { $set: { orgId, destroyedAt: at }, $unset: { wrapped: 1 } },
          { upsert: true },
        )
      } catch (error) {
        if (!isDuplicateKey(error)) throw error // it was destroyed before: the upsert met its own id
      }
      forget(_id)
    },
  }
}
