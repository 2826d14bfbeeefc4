/**
 * Looks at a file with applicants, and begins to bring them in when nothing is wrong with it. The same file for the same position while
 * it runs is the same import; afterwards each of its rows finds the application that is there.
 */
import {
  leftOut,
  type ApplicantImportCheck,
  type ColumnUse,
  type ImportBasis,
  type ImportFault,
} from '../../../shared/contracts/applicant-imports.js'
import { canonicalJson } from '../../canonical-json.js'
import type { AuditTrail, AuditedAct } from '../../ports/audit-trail.js'
import type { Clock } from '../../ports/clock.js'
import type { ReadTable, TableFile, TableLine } from '../../tables/read-table.js'
import type { ApplicantImportStore } from './applicant-import-store.js'
import { headingsText, usesByName } from './columns.js'
import { applicantReader, faultOfTable, type ReadApplicant } from './read-applicants.js'
import { texts } from './texts/index.js'

export interface ImportDeps {
  applicantImports: Pick<ApplicantImportStore, 'begin' | 'columnsFor'>
  readTable: (file: TableFile) => Promise<ReadTable>
  contentHash: (text: string) => string
  audit: AuditTrail
  clock: Clock
  wake: (job: 'import-applicants') => void
}

export interface ApplicantFile {
  orgId: string
  positionId: string
  basis: ImportBasis
  source: string
  file: TableFile
  columns?: readonly ColumnUse[]
  by: string
  via: AuditedAct['via']
}

interface Looked extends ApplicantImportCheck {
  applicants: ReadApplicant[]
}

export async function checkApplicants(deps: ImportDeps, asked: ApplicantFile): Promise<ApplicantImportCheck> {
  const { applicants: _kept, ...check } = await lookAt(deps, asked)
  return check
}

/** @throws when the audit trail is away: then nothing has begun. */
export async function importApplicants(deps: ImportDeps, asked: ApplicantFile): Promise<ApplicantImportCheck> {
  const { applicants, ...check } = await lookAt(deps, asked)
  if (check.faults.length > 0) return check
  const { orgId, positionId, basis, source, by, via } = asked
  // Who said on which basis, and of how many, before any of them is kept.
  const entry = { orgId, actor: by, via, action: 'applicants.told', subject: { kind: 'position', id: positionId } }
  await deps.audit.append({ ...entry, result: 'allowed', code: `basis-${basis}`, count: applicants.length })
  const columns = check.columns.map(({ use }) => use)
  const { id: importId } = await deps.applicantImports.begin({
    ...{ orgId, positionId, basis, source, by, columns, applicants },
    at: deps.clock.now(),
    headings: headingsIn(deps, check),
    contentHash: deps.contentHash(canonicalJson({ positionId, applicants })),
  })
  deps.wake('import-applicants')
  return { ...check, importId }
}

async function lookAt(deps: ImportDeps, asked: ApplicantFile): Promise<Looked> {
  const table = await deps.readTable(asked.file)
  if (table.kind === 'refused') return nothingOf([{ line: 1, column: 1, ...texts.file[table.why] }])
  const [head, ...rows] = table.lines
  if (!head) return nothingOf([{ line: 1, column: 1, ...texts.empty }])
  const { uses, matchedBy } = await usesFor(deps, asked, head)
  const columns = head.cells.map((heading, at) => ({ heading, use: uses[at] ?? leftOut }))
  const looked = { columns, matchedBy, rows: rows.length, fit: 0, faults: [], applicants: [] }
  const fault = faultOf(table.lines, uses)
  if (fault) return { ...looked, faults: [fault] }
  return { ...looked, ...(await readRows(head, rows, uses)) }
}

const nothingOf = (faults: ImportFault[]): Looked => ({
  columns: [],
  matchedBy: 'names',
  rows: 0,
  fit: 0,
  faults,
  applicants: [],
})

function faultOf(lines: readonly TableLine[], uses: readonly ColumnUse[]): ImportFault | undefined {
  const { line, cells } = lines[0]!
  if (uses.length !== cells.length) return { line, column: 1, ...texts.columns }
  return faultOfTable(lines, uses)
}

async function usesFor(
  deps: ImportDeps,
  { orgId, columns }: ApplicantFile,
  { cells }: TableLine,
): Promise<{ uses: readonly ColumnUse[]; matchedBy: ApplicantImportCheck['matchedBy'] }> {
  if (columns) return { uses: columns, matchedBy: 'hand' }
  const known = await deps.applicantImports.columnsFor(orgId, deps.contentHash(headingsText(cells)))
  if (known?.length === cells.length) return { uses: known, matchedBy: 'memory' }
  return { uses: usesByName(cells), matchedBy: 'names' }
}

const headingsIn = ({ contentHash }: ImportDeps, { columns }: ApplicantImportCheck): string =>
  contentHash(headingsText(columns.map(({ heading }) => heading)))

/** Thousands of rows take a second: others are answered in between. */
const rowsAtOnce = 100
const giveWay = () => new Promise<void>((done) => setImmediate(done))

async function readRows(
  head: TableLine,
  rows: readonly TableLine[],
  uses: readonly ColumnUse[],
): Promise<Pick<Looked, 'fit' | 'faults' | 'applicants'>> {
  const read = applicantReader(head, uses)
  const applicants: ReadApplicant[] = []
  const faults: ImportFault[] = []
  for (const [at, row] of rows.entries()) {
    if (at % rowsAtOnce === 0) await giveWay()
    const found = read(row)
    if (found.applicant) applicants.push(found.applicant)
    faults.push(...found.faults)
  }
  return { fit: applicants.length, faults, applicants }
}
