/**
 * Files of candidates in MongoDB: name and phone sealed, found again by blind index. The bank has one file a phone and a WeChat one a
 * phone, by the database's word: what somebody types under another person's phone goes into a file of their own.
 */
import { Types, type Connection } from 'mongoose'
import type { Language } from '../../../shared/contracts/text.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'
import { candidateCorrections } from './candidate-corrections-store.js'
import { candidateRows, identityPlace, toCandidate } from './candidate-row-store.js'
import { candidateSearch } from './candidate-search-store.js'
import { shortCodeFrom, type Candidate, type CandidateIdentity } from './candidate.js'

export interface NewCandidate extends CandidateIdentity {
  orgId: string
  idNumber?: string
  language: Language
  owner: string
  phoneProved: boolean
  createdAt: Date
}

/** `unreadable`: in place of the name stands that it was deleted, or cannot be read. */
export type KnownCandidate = Candidate & CandidateIdentity & { unreadable?: true }

export type CandidateStore = ReturnType<typeof candidateStore>
const codeTries = 20

export function candidateStore(connection: Connection, vault: Vault, randomBytes: (size: number) => Uint8Array) {
  const tools = candidateRows(connection, vault)
  const { rows, phoneIndex, nameIndex, partsOf, identityOrTombstone } = tools

  async function insertWithCode(fresh: NewCandidate, shortCode: string): Promise<Candidate> {
    const { orgId, name, phone, idNumber, ...plain } = fresh
    const _id = new Types.ObjectId()
    const identity = await vault.seal(identityPlace(orgId, _id.toHexString()), {
      name,
      phone,
    } satisfies CandidateIdentity)
    const row = await rows.create({
      _id,
      orgId,
      ...plain,
      identity,
      shortCode,
      open: true,
      phoneIndex: phoneIndex(orgId, phone),
      nameIndex: nameIndex(orgId, name),
      parts: partsOf(orgId, { name, phone }),
      ...(idNumber && { idNumberIndex: vault.blindIndex(orgId, 'id-number', idNumber) }),
    })
    return toCandidate(row)
  }

  async function isKnown({ orgId, owner, phone, idNumber }: NewCandidate): Promise<boolean> {
    if (await rows.exists({ orgId, owner, phoneIndex: phoneIndex(orgId, phone) })) return true
    return (
      idNumber !== undefined &&
      (await rows.exists({ orgId, owner, idNumberIndex: vault.blindIndex(orgId, 'id-number', idNumber) })) !== null
    )
  }

  return {
    ready: () => rows.init(),

    ...candidateCorrections(tools, vault),
    ...candidateSearch(tools, vault),

    /** Undefined when its owner has a file with that phone or identity number already. Looked up first: sealing would make a key for nobody. */
    async insertUnlessKnown(fresh: NewCandidate): Promise<Candidate | undefined> {
      if (await isKnown(fresh)) return undefined
      for (let tries = 0; tries < codeTries; tries++) {
        try {
          return await insertWithCode(fresh, shortCodeFrom(randomBytes(4)))
        } catch (error) {
          if (!isDuplicateKey(error)) throw error
          if (!isAboutCode(error)) return undefined
        }
      }
      throw new Error('no free short code found')
    },

    async findByPhone(orgId: string, owner: string, phone: string): Promise<Candidate | undefined> {
      const row = await rows.findOne({ orgId, owner, phoneIndex: phoneIndex(orgId, phone) })
      return row ? toCandidate(row) : undefined
    },

    async findByIdNumber(orgId: string, owner: string, idNumber: string): Promise<Candidate | undefined> {
      const row = await rows.findOne({ orgId, owner, idNumberIndex: vault.blindIndex(orgId, 'id-number', idNumber) })
      return row ? toCandidate(row) : undefined
    },

    async findById(orgId: string, id: string): Promise<Candidate | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toCandidate(row) : undefined
    },

    async findByShortCode(orgId: string, shortCode: string): Promise<Candidate | undefined> {
      const row = await rows.findOne({ orgId, shortCode, open: true })
      return row ? toCandidate(row) : undefined
    },

    /** Everybody of that name, written in whatever width, case or spacing. */
    async findByName(orgId: string, name: string): Promise<Candidate[]> {
      return (
        await rows
          .find({ orgId, nameIndex: nameIndex(orgId, name) })
          .sort({ _id: 1 })
          .limit(50)
      ).map(toCandidate)
    },

    /** Name and phone, opened; undefined when they cannot be read. For the person themselves, for sending, and for pages that an audit entry covers. */
    async identityOf(orgId: string, id: string): Promise<CandidateIdentity | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      const known = row ? await identityOrTombstone(row) : undefined
      return known?.unreadable ? undefined : known
    },

    /** Both at once; a tombstone where they cannot be read. */
    async findWithIdentity(orgId: string, id: string): Promise<KnownCandidate | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? { ...toCandidate(row), ...(await identityOrTombstone(row)) } : undefined
    },

    /** The same for a list: two queries, however many they are. */
    async findManyWithIdentity(orgId: string, ids: readonly string[]): Promise<Map<string, KnownCandidate>> {
      const found = await rows.find({ orgId, _id: { $in: ids.map((id) => new Types.ObjectId(id)) } })
      await vault.warm(
        orgId,
        found.map(({ _id }) => _id.toHexString()),
      )
      return new Map(
        await Promise.all(
          found.map(
            async (row) =>
              [row._id.toHexString(), { ...toCandidate(row), ...(await identityOrTombstone(row)) }] as const,
          ),
        ),
      )
    },
  }
}

const isAboutCode = (error: unknown) => 'shortCode' in ((error as { keyPattern?: object }).keyPattern ?? {})
