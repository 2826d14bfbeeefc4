/**
 * Personal data at rest (C22): every owner (a candidate, or the organisation for texts about several) has a data key,
 * wrapped by the key-encryption key. Deleting an owner's key makes everything sealed under it unreadable.
 */
import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { Schema, type Connection } from 'mongoose'
import { plainRows } from './plain-rows.js'
import { AppError } from '../errors.js'
import { isDuplicateKey } from './duplicate-key.js'
import { keyedHash, type KeyRing } from './key-ring.js'
import { openBytes, sealBytes } from './sealing.js'
import { isStoreAway } from './store-errors.js'

export interface Owner {
  orgId: string
  ownerId: string
}

/** Texts that belong to no single candidate, such as a card for the group. */
export const organisationOwner = 'organisation'

export interface Vault {
  ready(): Promise<void>
  seal(owner: Owner, field: string, plain: unknown): Promise<Buffer>
  open<Plain>(owner: Owner, field: string, sealed: Uint8Array): Promise<Plain>
  /** Exact look-up without plain text: equal values of one organisation and kind give equal codes. */
  blindIndex(orgId: string, kind: 'phone' | 'phone-code' | 'id-number' | 'name', value: string): string
  /** Reads the keys of many owners in one go, so that a list does not look up each of them. */
  warm(orgId: string, ownerIds: readonly string[]): Promise<void>
}

interface KeyRow {
  _id: string
  orgId: string
  wrapped: Buffer
}

const schema = new Schema<KeyRow>(
  { _id: String, orgId: { type: String, required: true }, wrapped: { type: Buffer, required: true } },
  { strict: 'throw', versionKey: false },
)

const canary: Owner = { orgId: '-', ownerId: 'canary' }

export function vault(connection: Connection, keys: KeyRing): Vault {
  const rows = plainRows<KeyRow>(connection, 'DataKey', schema)
  const blindKey = keys.derive('blind-index')
  const cached = new LRUCache<string, Buffer>({ max: 5_000, ttl: 10 * 60_000 })
  const reading = new Map<string, Promise<Buffer>>()

  /** An interview opens all its answers at once: whoever asks while the key is being read waits for that read. */
  async function dataKey({ orgId, ownerId }: Owner): Promise<Buffer> {
    const id = `${orgId}:${ownerId}`
    const known = cached.get(id) ?? reading.get(id)
    if (known) return known
    const read = readKey(id, orgId).finally(() => reading.delete(id))
    reading.set(id, read)
    return read
  }

  async function readKey(id: string, orgId: string): Promise<Buffer> {
    const row = (await rows.findById(id)) ?? (await insertKey(id, orgId))
    const key = openBytes(keys.keyEncryptionKey, id, Buffer.from(row.wrapped))
    cached.set(id, key)
    return key
  }

  async function insertKey(id: string, orgId: string): Promise<KeyRow> {
    const wrapped = sealBytes(keys.keyEncryptionKey, id, randomBytes(32))
    try {
      return await rows.create({ _id: id, orgId, wrapped })
    } catch (error) {
      const other = isDuplicateKey(error) ? await rows.findById(id) : null
      if (!other) throw error
      return other
    }
  }

  return {
    /** Fails when the store was written with another key-encryption key, before anything is mixed up. */
    async ready() {
      await rows.init()
      await dataKey(canary).catch((cause: unknown) => {
        if (isStoreAway(cause)) throw cause
        throw new AppError(
          'wrong-key',
          500,
          'the data was sealed with another key-encryption key: bring back the old key file',
          undefined,
          { cause },
        )
      })
    },

    async seal(owner, field, plain) {
      return sealBytes(await dataKey(owner), context(owner, field), Buffer.from(JSON.stringify(plain)))
    },

    async open<Plain>(owner: Owner, field: string, sealed: Uint8Array) {
      const bytes = openBytes(await dataKey(owner), context(owner, field), Buffer.from(sealed))
      return JSON.parse(bytes.toString()) as Plain
    },

    async warm(orgId, ownerIds) {
      const missing = ownerIds.map((ownerId) => `${orgId}:${ownerId}`).filter((id) => !cached.has(id))
      if (missing.length === 0) return
      for (const { _id, wrapped } of await rows.find({ _id: { $in: missing } })) {
        cached.set(_id, openBytes(keys.keyEncryptionKey, _id, Buffer.from(wrapped)))
      }
    },

    blindIndex: (orgId, kind, value) => keyedHash(blindKey, `${orgId}\0${kind}\0${value}`),
  }
}

const context = ({ orgId, ownerId }: Owner, field: string) => `${orgId}\0${ownerId}\0${field}`
