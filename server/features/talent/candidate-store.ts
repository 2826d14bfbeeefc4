/**
 * Files of candidates in MongoDB: name and phone sealed, found again by blind index. The bank has one file a phone and a WeChat one a
 * phone, by the database's word: what somebody types under another person's phone goes into a file of their own.
 */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Language } from '../../../shared/contracts/text.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'
import { plainName, shortCodeFrom, type Candidate, type CandidateIdentity } from './candidate.js'

interface Row {
  orgId: string
  owner: string
  phoneIndex: string
  idNumberIndex?: string
  /** Of the whole name; several people may share it. */
  nameIndex?: string
  identity: Buffer
  shortCode: string
  /** Open candidates keep their short code to themselves. */
  open: boolean
  language: Language
  phoneProved: boolean
  createdAt: Date
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    owner: { type: String, required: true },
    phoneIndex: { type: String, required: true },
    idNumberIndex: String,
    nameIndex: String,
    identity: { type: Buffer, required: true },
    shortCode: { type: String, required: true },
    open: { type: Boolean, required: true },
    language: { type: String, required: true },
    phoneProved: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, phoneIndex: 1, owner: 1 }, { unique: true })
schema.index(
  { orgId: 1, idNumberIndex: 1, owner: 1 },
  { unique: true, partialFilterExpression: { idNumberIndex: { $exists: true } } },
)
schema.index({ orgId: 1, shortCode: 1 }, { unique: true, partialFilterExpression: { open: true } })
schema.index({ orgId: 1, nameIndex: 1 })

export interface NewCandidate extends CandidateIdentity {
  orgId: string
  idNumber?: string
  language: Language
  owner: string
  phoneProved: boolean
  createdAt: Date
}

export type CandidateStore = ReturnType<typeof candidateStore>
const codeTries = 20
/** Somebody may squat a number with many WeChats; a page shows the first of them. */
const mostAlike = 20

export interface Alike {
  id: string
  matches: ('phone' | 'id-number')[]
}

export function candidateStore(connection: Connection, vault: Vault, randomBytes: (size: number) => Uint8Array) {
  const rows = plainRows<Row>(connection, 'Candidate', schema)
  const phoneIndex = (orgId: string, phone: string) => vault.blindIndex(orgId, 'phone', phone)
  const nameIndex = (orgId: string, name: string) => vault.blindIndex(orgId, 'name', plainName(name))
  const identityIn = ({ _id, orgId, identity }: Pick<Plain<Row>, '_id' | 'orgId' | 'identity'>) =>
    vault.open<CandidateIdentity>({ orgId, ownerId: _id.toHexString() }, 'identity', identity)

  async function insertWithCode(fresh: NewCandidate, shortCode: string): Promise<Candidate> {
    const { orgId, name, phone, idNumber, ...plain } = fresh
    const _id = new Types.ObjectId()
    const identity = await vault.seal({ orgId, ownerId: _id.toHexString() }, 'identity', {
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

    /** Of a WeChat's own file; undefined while there is none with that number. */
    async markPhoneProved(orgId: string, owner: string, phone: string): Promise<Candidate | undefined> {
      const own = { orgId, owner, phoneIndex: phoneIndex(orgId, phone) }
      const row = await rows.findOneAndUpdate(own, { $set: { phoneProved: true } }, { returnDocument: 'after' })
      return row ? toCandidate(row) : undefined
    },

    /** Other files with the same phone or identity number, and which of them it is. */
    async findAlike(orgId: string, id: string): Promise<Alike[]> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      if (!row) return []
      const { phoneIndex: phone, idNumberIndex: idNumber } = row
      const same = [{ phoneIndex: phone }, ...(idNumber ? [{ idNumberIndex: idNumber }] : [])]
      const found = await rows
        .find({ orgId, $or: same, _id: { $ne: row._id } })
        .sort({ _id: 1 })
        .limit(mostAlike)
      return found.map((other) => ({
        id: other._id.toHexString(),
        matches: [
          ...(other.phoneIndex === phone ? (['phone'] as const) : []),
          ...(idNumber && other.idNumberIndex === idNumber ? (['id-number'] as const) : []),
        ],
      }))
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

    /** Name and phone, opened. For the person themselves, for sending, and for pages that an audit entry covers. */
    async identityOf(orgId: string, id: string): Promise<CandidateIdentity | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? identityIn(row) : undefined
    },

    /** Both at once, for sending and for the group's card. */
    async findWithIdentity(orgId: string, id: string): Promise<(Candidate & CandidateIdentity) | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? { ...toCandidate(row), ...(await identityIn(row)) } : undefined
    },

    /** The same for a list: two queries, however many they are. */
    async findManyWithIdentity(
      orgId: string,
      ids: readonly string[],
    ): Promise<Map<string, Candidate & CandidateIdentity>> {
      const found = await rows.find({ orgId, _id: { $in: ids.map((id) => new Types.ObjectId(id)) } })
      await vault.warm(
        orgId,
        found.map(({ _id }) => _id.toHexString()),
      )
      return new Map(
        await Promise.all(
          found.map(
            async (row) => [row._id.toHexString(), { ...toCandidate(row), ...(await identityIn(row)) }] as const,
          ),
        ),
      )
    },
  }
}

function toCandidate(row: Plain<Row>): Candidate {
  return {
    id: row._id.toHexString(),
    orgId: row.orgId,
    shortCode: row.shortCode,
    language: row.language,
    owner: row.owner,
    phoneProved: row.phoneProved,
  }
}

const isAboutCode = (error: unknown) => 'shortCode' in ((error as { keyPattern?: object }).keyPattern ?? {})
