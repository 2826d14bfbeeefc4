/** An import of applicants: where it came from, and what became of its rows. Pure. */
import {
  rowOutcomes,
  type ApplicantImportView,
  type ColumnUse,
  type ImportBasis,
  type RowOutcome,
} from '../../../shared/contracts/applicant-imports.js'

/** `reading`: its rows are being kept; nobody takes them in yet. */
export type ImportStatus = ApplicantImportView['status'] | 'reading'
export type Counts = Record<RowOutcome, number>

export interface ApplicantImport {
  id: string
  orgId: string
  positionId: string
  basis: ImportBasis
  source: string
  /** Member's id, or `command`: who said that these people were told. */
  by: string
  at: Date
  status: ImportStatus
  rows: number
  /** Of the file's form, with what its columns were used for: the next one of that form begins with it. */
  headings: string
  columns: ColumnUse[]
}

export const countsOf = (outcomes: readonly (RowOutcome | undefined)[]): Counts =>
  Object.fromEntries(rowOutcomes.map((one) => [one, outcomes.filter((other) => other === one).length])) as Counts

export function presentImport(
  { id, positionId, basis, source, at, status, rows }: ApplicantImport,
  counts: Counts,
): ApplicantImportView {
  const shown = status === 'reading' ? 'running' : status
  return { id, positionId, basis, source, at: at.toISOString(), status: shown, rows, counts }
}
