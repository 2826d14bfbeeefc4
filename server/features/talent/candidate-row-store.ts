/** How a file of a candidate lies in MongoDB, and how it is found and opened. */
import { Schema, type Connection } from 'mongoose'
import type { Language } from '../../../shared/contracts/text.js'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Place, Vault } from '../../mongo/vault.js'
import { isDeleted } from '../../mongo/unreadable.js'
import { allLanguages } from '../../texts/in-every-language.js'
import { texts } from './texts/index.js'
import { phoneTail, plainName, type Candidate, type CandidateIdentity } from './candidate.js'
import { bucketOf, singlesAndPairs } from './search-parts.js'

export interface CandidateRow {
  orgId: string
  owner: string
  phoneIndex: string
  idNumberIndex?: string
  /** Of the whole name; several people may share it. */
  nameIndex?: string
  /** Of the name's characters and pairs and of the phone's end (search-parts.ts). */
  parts: number[]
  identity: Buffer
  shortCode: string
  /** Open candidates keep their short code to themselves. */
  open: boolean
  language: Language
  phoneProved: boolean
  createdAt: Date
  /** What stood there before staff corrected it, sealed, and why. */
  corrections: { by: string; at: Date; before: Buffer }[]
}

const correction = new Schema<CandidateRow['corrections'][number]>(
  {
    by: { type: String, required: true },
    at: { type: Date, required: true },
    before: { type: Buffer, required: true },
  },
  { _id: false },
)

const schema = new Schema<CandidateRow>(
  {
    orgId: { type: String, required: true },
    owner: { type: String, required: true },
    phoneIndex: { type: String, required: true },
    idNumberIndex: String,
    nameIndex: String,
    parts: { type: [Number], default: [] },
    identity: { type: Buffer, required: true },
    shortCode: { type: String, required: true },
    open: { type: Boolean, required: true },
    language: { type: String, required: true },
    phoneProved: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    corrections: { type: [correction], default: [] },
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
schema.index({ orgId: 1, parts: 1 })

export const identityPlace = (orgId: string, id: string): Place => ({
  orgId,
  ownerId: id,
  collection: 'candidates',
  id,
  field: 'identity',
})

/** What stood there before, with who corrected it and when. */
export const correctionPlace = (orgId: string, id: string, { by, at }: { by: string; at: Date }): Place => ({
  ...identityPlace(orgId, id),
  of: { by, at: at.toISOString() },
  field: 'corrections.before',
})

export type CandidateRows = ReturnType<typeof candidateRows>

export function candidateRows(connection: Connection, vault: Vault) {
  const rows = plainRows<CandidateRow>(connection, 'Candidate', schema)
  const phoneIndex = (orgId: string, phone: string) => vault.blindIndex(orgId, 'phone', phone)
  const nameIndex = (orgId: string, name: string) => vault.blindIndex(orgId, 'name', plainName(name))
  const identityIn = ({ _id, orgId, identity }: Pick<Plain<CandidateRow>, '_id' | 'orgId' | 'identity'>) =>
    vault.open<CandidateIdentity>(identityPlace(orgId, _id.toHexString()), identity)

  const namePart = (orgId: string, part: string) => bucketOf(vault.blindIndex(orgId, 'name-part', part))
  const tailPart = (orgId: string, tail: string) => bucketOf(vault.blindIndex(orgId, 'phone-tail', tail))
  /** In order, so that they say nothing of the order in the name. */
  const partsOf = (orgId: string, { name, phone }: CandidateIdentity): number[] =>
    [
      ...new Set([...singlesAndPairs(name).map((part) => namePart(orgId, part)), tailPart(orgId, phoneTail(phone))]),
    ].sort((a, b) => a - b)

  /** For lists: one that cannot be read has its row, and says so. */
  async function identityOrTombstone(row: Plain<CandidateRow>): Promise<CandidateIdentity & { unreadable?: true }> {
    try {
      return await identityIn(row)
    } catch (error) {
      vault.tell(error)
      return { name: allLanguages(isDeleted(error) ? texts.deleted : texts.unreadable), phone: '', unreadable: true }
    }
  }

  return { rows, phoneIndex, nameIndex, namePart, tailPart, partsOf, identityIn, identityOrTombstone }
}

export function toCandidate(row: Plain<CandidateRow>): Candidate {
  return {
    id: row._id.toHexString(),
    orgId: row.orgId,
    shortCode: row.shortCode,
    language: row.language,
    owner: row.owner,
    phoneProved: row.phoneProved,
  }
}
