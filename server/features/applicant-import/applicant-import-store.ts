/**
 * Imports and their rows. A row's résumé is sealed under a key of the import and goes as soon as the row is done; the key is destroyed
 * with the last of them. What stays of a row is its number, what became of it, and the code of the person, gone with the person.
 */
import { Schema, Types, type Connection } from 'mongoose'
import { importBases, rowOutcomes, type RowOutcome } from '../../../shared/contracts/applicant-imports.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import { claimOne, dueIn, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Place, Vault } from '../../mongo/vault.js'
import { countsOf, type ApplicantImport, type Counts } from './applicant-import.js'
import type { ReadApplicant } from './read-applicants.js'

interface ImportRow extends Omit<ApplicantImport, 'id'>, Leased {
  /** While it runs: the same file for the same position is the same import. */
  running?: string
}
export interface NewImport extends Omit<ApplicantImport, 'id' | 'status' | 'rows'> {
  /** Keyed hash of position and content. */
  contentHash: string
  applicants: readonly ReadApplicant[]
}
interface LineRow {
  orgId: string
  importId: string
  line: number
  sealed?: Buffer
  outcome?: RowOutcome
  candidateId?: string
  shortCode?: string
}
export interface WaitingLine {
  line: number
  resume: Resume
}
export type DoneLine = Pick<LineRow, 'line' | 'outcome' | 'candidateId' | 'shortCode'>
export type ClaimedImport = ApplicantImport & { attempts: number; leaseUntil: Date }

const importSchema = new Schema<ImportRow>(
  {
    orgId: { type: String, required: true },
    positionId: { type: String, required: true },
    basis: { type: String, enum: [...importBases], required: true },
    source: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    status: { type: String, enum: ['reading', 'running', 'done', 'given-up'], required: true },
    rows: { type: Number, required: true },
    headings: { type: String, required: true },
    columns: { type: [String], required: true },
    running: String,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
importSchema.index({ orgId: 1, running: 1 }, { unique: true, partialFilterExpression: { running: { $exists: true } } })
importSchema.index({ status: 1, _id: 1 })
importSchema.index({ orgId: 1, headings: 1, _id: -1 })

const lineSchema = new Schema<LineRow>(
  {
    orgId: { type: String, required: true },
    importId: { type: String, required: true },
    line: { type: Number, required: true },
    sealed: Buffer,
    outcome: { type: String, enum: [...rowOutcomes] },
    candidateId: String,
    shortCode: String,
  },
  { strict: 'throw', versionKey: false },
)
lineSchema.index({ orgId: 1, importId: 1, line: 1 }, { unique: true })
lineSchema.index({ orgId: 1, candidateId: 1 })

const placeOf = ({ orgId, importId, line }: Pick<LineRow, 'orgId' | 'importId' | 'line'>): Place => ({
  orgId,
  ownerId: importId,
  collection: 'applicantimportlines',
  id: `${importId}:${line}`,
  field: 'sealed',
})

type Ref = Pick<ApplicantImport, 'orgId' | 'id'>
const running = { status: 'running' as const }

export type ApplicantImportStore = ReturnType<typeof applicantImportStore>

export function applicantImportStore(connection: Connection, vault: Vault) {
  const imports = plainRows<ImportRow>(connection, 'ApplicantImport', importSchema)
  const lines = plainRows<LineRow>(connection, 'ApplicantImportLine', lineSchema)
  const findRow = (which: object) => imports.findOne(which)

  async function firstOf(fresh: Omit<ImportRow, keyof Leased>): Promise<Plain<ImportRow>> {
    try {
      return await imports.create(fresh)
    } catch (error) {
      const { orgId, running: key } = fresh
      const other = isDuplicateKey(error) ? await findRow({ orgId, running: key }) : null
      if (!other) throw error
      return other
    }
  }

  async function keepLine({ orgId, id: importId }: Ref, { line, resume }: ReadApplicant): Promise<void> {
    const row = { orgId, importId, line }
    try {
      await lines.create({ ...row, sealed: await vault.seal(placeOf(row), resume) })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  async function keepLines(ref: Ref, applicants: readonly ReadApplicant[]): Promise<void> {
    for (let at = 0; at < applicants.length; at += linesAtOnce)
      await Promise.all(applicants.slice(at, at + linesAtOnce).map((one) => keepLine(ref, one)))
  }

  return {
    ready: () => Promise.all([imports.init(), lines.init()]),

    /** Its rows first, then it may be claimed. Whoever begins the same again goes on where a process died. */
    async begin({ applicants, contentHash, ...fresh }: NewImport): Promise<ApplicantImport> {
      const row = await firstOf({ ...fresh, status: 'reading', rows: applicants.length, running: contentHash })
      if (row.status !== 'reading') return toImport(row)
      await keepLines({ orgId: fresh.orgId, id: row._id.toHexString() }, applicants)
      await imports.updateOne({ _id: row._id, status: 'reading' }, { $set: running })
      return toImport({ ...row, ...running })
    },

    async findUnread(before: Date): Promise<ApplicantImport | undefined> {
      const row = await findRow({ status: 'reading', at: { $lt: before } })
      return row ? toImport(row) : undefined
    },

    async find(orgId: string, id: string): Promise<ApplicantImport | undefined> {
      const row = await findRow({ _id: new Types.ObjectId(id), orgId })
      return row ? toImport(row) : undefined
    },

    /** How the columns of such a file were used last. */
    async columnsFor(orgId: string, headings: string): Promise<ApplicantImport['columns'] | undefined> {
      const [row] = await imports.find({ orgId, headings }).sort({ _id: -1 }).limit(1)
      return row?.columns
    },

    due: () => dueIn(imports, running),

    async claimRunning(now: Date): Promise<ClaimedImport | undefined> {
      const row = await claimOne(imports, { filter: running, now })
      return row ? { ...toImport(row), attempts: row.attempts, leaseUntil: row.leaseUntil! } : undefined
    },

    async waitingLines({ orgId, id: importId }: Ref, most: number): Promise<WaitingLine[]> {
      const found = await lines
        .find({ orgId, importId, outcome: { $exists: false } })
        .sort({ line: 1 })
        .limit(most)
      return Promise.all(
        found.map(async (row) => ({
          line: row.line,
          resume: await vault.open<Resume>(placeOf(row), row.sealed!),
        })),
      )
    },

    async settleLine({ orgId, id: importId }: Ref, { line, ...done }: DoneLine): Promise<void> {
      await lines.updateOne({ orgId, importId, line }, { $set: done, $unset: { sealed: 1 } })
    },

    /** More waits: the next claim goes on, and what went well begins its tries anew. */
    async release({ id, orgId, leaseUntil }: ClaimedImport): Promise<void> {
      const claimed = { _id: new Types.ObjectId(id), orgId, leaseUntil }
      await imports.updateOne(claimed, { $set: { attempts: 0 }, $unset: { leaseUntil: 1 } })
    },

    async end({ orgId, id }: Ref, status: 'done' | 'given-up', at: Date): Promise<void> {
      const open = { orgId, importId: id, outcome: { $exists: false } }
      await lines.updateMany(open, { $set: { outcome: 'not-done' }, $unset: { sealed: 1 } })
      await vault.destroy({ orgId, ownerId: id }, at)
      const ended = { $set: { status }, $unset: { running: 1, leaseUntil: 1 } } as const
      await imports.updateOne({ _id: new Types.ObjectId(id), orgId }, ended)
    },

    async countsIn({ orgId, id: importId }: Ref): Promise<Counts> {
      const found = await lines.find({ orgId, importId }, { outcome: 1 }).lean()
      return countsOf(found.map(({ outcome }) => outcome))
    },

    async doneLines({ orgId, id: importId }: Ref): Promise<DoneLine[]> {
      const found = await lines.find({ orgId, importId, outcome: { $exists: true } }).sort({ line: 1 })
      return found.map(({ line, outcome, shortCode }) => ({ line, outcome: outcome!, ...(shortCode && { shortCode }) }))
    },
  }
}

const linesAtOnce = 200

function toImport({ _id, ...row }: Plain<ImportRow>): ApplicantImport {
  const { orgId, positionId, basis, source, by, at, status, rows, headings, columns } = row
  return { id: _id.toHexString(), orgId, positionId, basis, source, by, at, status, rows, headings, columns }
}
