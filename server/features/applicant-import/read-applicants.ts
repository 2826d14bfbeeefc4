/** From the lines of a file to résumés, or what is wrong with it, cell by cell. Pure. */
import { plainResume } from '../../../miniprogram/resume/plain-resume.js'
import {
  mostApplicants,
  mostColumns,
  type ApplicantField,
  type ColumnUse,
  type ImportFault,
} from '../../../shared/contracts/applicant-imports.js'
import { Resume } from '../../../shared/contracts/talent.js'
import { AppError, type InputFault } from '../../errors.js'
import { checkedWhole } from '../../http/validate.js'
import type { TableLine } from '../../tables/read-table.js'
import { calledIn, missingFields, usedTwice } from './columns.js'
import { texts } from './texts/index.js'

export interface ReadApplicant {
  line: number
  resume: Resume
}

type Words = Pick<ImportFault, 'message' | 'fix'>

/** What is wrong with the file as a whole: then its rows are not looked at. */
export function faultOfTable(lines: readonly TableLine[], uses: readonly ColumnUse[]): ImportFault | undefined {
  const [head, ...rows] = lines
  if (!head || rows.length === 0) return { line: head?.line ?? 1, column: 1, ...texts.empty }
  const at = (column: number, words: Words): ImportFault => ({ line: head.line, column, ...words })
  if (head.cells.length > mostColumns) return at(mostColumns + 1, texts.tooManyColumns)
  if (rows.length > mostApplicants) return { line: rows[mostApplicants]!.line, column: 1, ...texts.tooManyRows }
  const twice = usedTwice(uses)
  if (twice >= 0) return at(twice + 1, texts.usedTwice)
  const missing = missingFields(uses)
  return missing.length > 0 ? at(1, missingWords(missing)) : undefined
}

function missingWords(missing: readonly ApplicantField[]): Words {
  const called = missing.map(calledIn)
  const { message, fix } = texts.missing
  return {
    message: message({ zh: called.map(({ zh }) => zh).join('、'), en: called.map(({ en }) => en).join(', ') }),
    fix,
  }
}

/** Goes on row by row, so that whoever reads thousands may give way in between. */
export function applicantReader(head: TableLine, uses: readonly ColumnUse[]) {
  const seen = new Map<string, number>()
  return (row: TableLine): { applicant?: ReadApplicant; faults: ImportFault[] } => {
    const beyond = row.cells.findIndex((cell, at) => at >= head.cells.length && cell !== '')
    if (beyond >= 0) return { faults: [{ line: row.line, column: beyond + 1, ...texts.beyond }] }
    const read = resumeIn(row, uses)
    if (!read.resume) return { faults: read.faults }
    const { phone } = read.resume
    const before = seen.get(phone)
    if (before !== undefined)
      return {
        faults: [
          { line: row.line, ...placeOf('phone', uses), message: texts.twice.message(before), fix: texts.twice.fix },
        ],
      }
    seen.set(phone, row.line)
    return { applicant: { line: row.line, resume: read.resume }, faults: [] }
  }
}

function resumeIn(row: TableLine, uses: readonly ColumnUse[]): { resume?: Resume; faults: ImportFault[] } {
  const cell = (field: ApplicantField) => row.cells[uses.indexOf(field)] ?? ''
  const last = mapped(['organisation', 'role', 'from', 'to'], cell)
  const spelled = plainResume({
    ...mapped(['name', 'phone', 'email', 'yearsOfExperience', 'certificates', 'selfIntroduction'], cell),
    education: mapped(['degree', 'school', 'major', 'graduatedIn'], cell),
    experiences: Object.values(last).every((one) => one === '') ? [] : [last],
  })
  try {
    return { resume: checkedWhole(Resume, spelled), faults: [] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { faults: faultsOf(row.line, (error.details?.faults ?? []) as InputFault[], uses) }
  }
}

const mapped = <Field extends ApplicantField>(fields: readonly Field[], cell: (field: Field) => string) =>
  Object.fromEntries(fields.map((field) => [field, cell(field)])) as Record<Field, string>

/** One a cell: a contract may say several things of the same. */
function faultsOf(line: number, found: readonly InputFault[], uses: readonly ColumnUse[]): ImportFault[] {
  const faults = new Map<string, ImportFault>()
  for (const { at, rule } of found) {
    const field = fieldOf(at)
    const words = rule === 'required' || rule === 'minLength' ? texts.lacking : texts.cells
    if (!faults.has(field)) faults.set(field, { line, ...placeOf(field, uses), ...words[field] })
  }
  return [...faults.values()].sort((one, other) => one.column - other.column)
}

/** `education.degree`, `certificates.3`, `experiences.0.role`: the field that it was made of. */
const fieldOf = (at: string): ApplicantField => {
  const parts = at.split('.').filter((part) => !/^\d+$/.test(part))
  const last = parts.at(-1)!
  return last in texts.cells ? (last as ApplicantField) : 'name'
}

const placeOf = (field: ApplicantField, uses: readonly ColumnUse[]) => ({
  column: Math.max(uses.indexOf(field), 0) + 1,
})
