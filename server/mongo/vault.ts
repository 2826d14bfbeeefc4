/**
 * Personal data at rest (C22): sealed under a key per owner (a candidate, or the organisation for texts about several), into the place
 * where it lies. Whoever moves it to another record, or its record under another parent, finds that it does not open. What decides and
 * has to stay readable carries a mark, a MAC over those fields.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Connection } from 'mongoose'
import { canonicalJson } from '../canonical-json.js'
import { AppError } from '../errors.js'
import { dataKeys, type DataKeys, type Owner } from './data-keys.js'
import { keyedHash, type KeyRing } from './key-ring.js'
import { openBytes, sealBytes } from './sealing.js'
import { isStoreAway } from './store-errors.js'
import { dataUnreadable, isDeleted, isUnreadable, recordChanged } from './unreadable.js'

export type { Owner } from './data-keys.js'

/** Texts that belong to no single candidate, such as a card for the group. */
export const organisationOwner = 'organisation'

/** Where a value is sealed. */
export interface Place extends Owner {
  collection: string
  /** Of the record. */
  id: string
  /** What the record belongs to and who stands on it, as far as that is not sealed: `{ applicationId }` of a report. */
  of?: Record<string, string>
  field: string
}

/** A record and those of its fields that decide and are not sealed. */
export interface Marked {
  collection: string
  id: string
  fields: Record<string, unknown>
}

/** The last three of a text's parts only: cut to a few bits by whoever keeps them. */
export type BlindKind =
  | 'phone'
  | 'phone-code'
  | 'email'
  | 'email-code'
  | 'id-number'
  | 'name'
  | 'openid'
  | 'name-part'
  | 'phone-tail'
  | 'school-part'

export interface Vault {
  ready(): Promise<void>
  seal(place: Place, plain: unknown): Promise<Buffer>
  open<Plain>(place: Place, sealed: Uint8Array): Promise<Plain>
  /** Of bytes as they are, such as a piece of a recording. */
  sealBytes(place: Place, plain: Buffer): Promise<Buffer>
  openBytes(place: Place, sealed: Uint8Array): Promise<Buffer>
  mark(record: Marked): string
  /** Throws when somebody else changed a field that decides. */
  refuseChanged(record: Marked, mark: string | undefined): void
  /** Exact look-up without plain text: equal values of one organisation and kind give equal codes. */
  blindIndex(orgId: string, kind: BlindKind, value: string): string
  /** Reads the keys of many owners in one go, so that a list does not look up each of them. */
  warm(orgId: string, ownerIds: readonly string[]): Promise<void>
  /** Everything sealed for this owner is unreadable from here on, and nothing more is sealed for them. */
  destroy(owner: Owner, at: Date): Promise<void>
  /** Of a row that a list goes on without: told to people who look after the machine. */
  tell(fault: unknown): void
}

const canary: Owner = { orgId: '-', ownerId: 'canary' }

export function vault(
  connection: Connection,
  keys: KeyRing,
  {
    onFault = () => {},
    owners = dataKeys(connection, keys),
  }: { onFault?: (fault: unknown) => void; owners?: DataKeys } = {},
): Vault {
  const blindKey = keys.derive('blind-index')
  const markKey = keys.derive('records')
  const mark = (record: Marked) => keyedHash(markKey, canonicalJson(record))
  const sealedInto = async (place: Place, plain: Buffer) =>
    sealBytes(await owners.toSeal(place), contextOf(place), plain, 2)

  return {
    /** Fails when the store was written with another key-encryption key, before anything is mixed up. */
    async ready() {
      await owners.ready()
      await owners.toSeal(canary).catch((cause: unknown) => {
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

    seal: (place, plain) => sealedInto(place, Buffer.from(JSON.stringify(plain))),
    sealBytes: sealedInto,

    async open<Plain>(place: Place, sealed: Uint8Array) {
      return JSON.parse(opened(await owners.toOpen(place), place, sealed).toString()) as Plain
    },

    openBytes: async (place, sealed) => opened(await owners.toOpen(place), place, sealed),

    mark,

    refuseChanged(record, stored) {
      if (stored === undefined || !same(stored, mark(record))) throw recordChanged(`${record.collection}/${record.id}`)
    },

    warm: (orgId, ownerIds) => owners.warm(orgId, ownerIds),

    destroy: (owner, at) => owners.destroy(owner, at),

    tell(fault) {
      if (!isUnreadable(fault)) throw fault
      if (!isDeleted(fault)) onFault(fault)
    },

    blindIndex: (orgId, kind, value) => keyedHash(blindKey, `${orgId}\0${kind}\0${value}`),
  }
}

const contextOf = ({ orgId, ownerId, collection, id, of, field }: Place): string =>
  canonicalJson({ orgId, ownerId, collection, id, of: of ?? {}, field })

function opened(key: Buffer, place: Place, sealed: Uint8Array): Buffer {
  try {
    return openBytes(key, contextOf(place), Buffer.from(sealed), 2)
  } catch (cause) {
    throw dataUnreadable(`${place.collection}/${place.id}`, cause)
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The rows that can be read; of the others is told, and the list goes on without them. */
export async function readableOf<Row, Read>(
  vault: Pick<Vault, 'tell'>,
  rows: readonly Row[],
  read: (row: Row) => Read | Promise<Read>,
): Promise<Read[]> {
  const all = await Promise.all(
    rows.map(async (row) => {
      try {
        return [await read(row)]
      } catch (error) {
        vault.tell(error)
        return []
      }
    }),
  )
  return all.flat(1) as Read[]
}
