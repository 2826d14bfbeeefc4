import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

const fill = (what: string) => ({ message: `${what} is empty.`, fix: 'Fill in this cell.' })

export const en: SameTexts<typeof zh> = {
  file: {
    unreadable: { message: 'The file cannot be read.', fix: 'Save it as CSV, .xlsx or a JSON list and try again.' },
    'too-many-lines': { message: 'The file has more than 20,000 lines.', fix: 'Import it in several files.' },
    'takes-too-long': {
      message: 'The file takes too long to read.',
      fix: 'Keep one sheet with the applicants and save it anew.',
    },
  },
  empty: {
    message: 'There are no applicants in the file.',
    fix: 'The first line names the columns; each after it is one person.',
  },
  tooManyColumns: { message: 'More than 60 columns.', fix: 'Keep those that are needed.' },
  tooManyRows: { message: 'More than 5,000 people.', fix: 'Import them in several files.' },
  usedTwice: {
    message: 'An earlier column has the same use.',
    fix: 'Choose one of them, and “not imported” for the other.',
  },
  missing: {
    message: (columns) => `Missing column: ${columns}.`,
    fix: 'Choose which column it is, or add it to the file.',
  },
  columns: {
    message: 'The chosen columns are not as many as those of the file.',
    fix: 'Choose the file again and check its columns.',
  },
  beyond: {
    message: 'This line has more cells than there are headings.',
    fix: 'Look for a separator too many, or add a heading.',
  },
  twice: { message: (line) => `The same phone number as in line ${line}.`, fix: 'Keep one line for each person.' },
  lacking: {
    name: fill('The name'),
    phone: fill('The phone number'),
    email: fill('The e-mail'),
    degree: fill('The degree'),
    school: fill('The school'),
    major: fill('The major'),
    graduatedIn: fill('The graduation date'),
    yearsOfExperience: fill('Years of experience'),
    certificates: fill('The certificate'),
    organisation: fill('The company'),
    role: fill('The role'),
    from: fill('The start'),
    to: fill('The end'),
    selfIntroduction: fill('The introduction'),
  },
  cells: {
    name: { message: 'The name cannot be read.', fix: 'Write a name of 2 to 50 characters.' },
    phone: { message: 'This is no mobile number.', fix: 'It has 11 digits and begins with 1.' },
    email: { message: 'This is no e-mail address.', fix: 'Check it, such as name@example.com, or leave it empty.' },
    degree: { message: 'The degree is not known.', fix: 'Write high school, associate, bachelor, master or doctor.' },
    school: { message: 'The school is too short or too long.', fix: 'Write a name of 2 to 80 characters.' },
    major: { message: 'The major is too short or too long.', fix: 'Write a name of 2 to 80 characters.' },
    graduatedIn: { message: 'The graduation date cannot be read.', fix: 'Write 2026-06 or 2026.' },
    yearsOfExperience: {
      message: 'Years of experience are no number from 0 to 50.',
      fix: 'Write a number; 0 for a graduate.',
    },
    certificates: {
      message: 'Too many certificates, or one too long.',
      fix: 'Up to 20 of 80 characters, with commas between.',
    },
    organisation: { message: 'The company is too long.', fix: 'Write up to 80 characters.' },
    role: { message: 'The role is too long.', fix: 'Write up to 80 characters.' },
    from: { message: 'The start cannot be read.', fix: 'Write 2024-07 or 2024.' },
    to: { message: 'The end cannot be read.', fix: 'Write 2025-06 or 2025, or leave it empty.' },
    selfIntroduction: { message: 'The introduction has more than 2,000 characters.', fix: 'Shorten it.' },
  },
  result: { line: 'line', outcome: 'outcome', code: 'code', reason: 'reason' },
  outcomes: {
    new: { name: 'imported', reason: 'A new application, screened as usual.' },
    same: { name: 'unchanged', reason: 'Had applied before with the same data.' },
    kept: { name: 'kept', reason: 'Had applied for this position with other data, which stay as they were.' },
    'other-name': { name: 'not imported', reason: 'The phone number belongs to another name; please check first.' },
    closed: { name: 'not imported', reason: 'The position is no longer open.' },
    'not-done': { name: 'not imported', reason: 'It failed several times; please import the same file again later.' },
  },
}
