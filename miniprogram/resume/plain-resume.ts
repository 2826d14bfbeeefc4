/**
 * Puts a résumé into the one form that shared/contracts/talent.ts takes, from wherever it comes: what was typed, a file picked on the
 * phone, a file that is imported. It only spells; whether something is missing or wrong is said by the contract and the form.
 */
import { degreeOf } from './degree-words.js'
import {
  plainEmail,
  plainIdNumber,
  plainLine,
  plainMonth,
  plainPersonName,
  plainPhone,
  plainProse,
  plainYears,
} from './plain-text.js'

export type Fields = Record<string, unknown>

type Spell = (text: string) => string

const spelling: Record<string, Spell> = {
  name: plainPersonName,
  phone: plainPhone,
  email: plainEmail,
  idNumber: plainIdNumber,
  selfIntroduction: plainProse,
}
const spellingOfEducation: Record<string, Spell> = {
  degree: (text) => degreeOf(plainLine(text)) ?? plainLine(text),
  school: plainLine,
  major: plainLine,
  graduatedIn: plainMonth,
}
const spellingOfExperience: Record<string, Spell> = {
  organisation: plainLine,
  role: plainLine,
  from: plainMonth,
  to: plainMonth,
  description: plainProse,
}

/** Empty text, null and empty parts are left out, as if they had not been written. */
export function plainResume(value: unknown): unknown {
  if (!isFields(value)) return value
  const { education, yearsOfExperience, certificates, experiences, ...rest } = value
  return {
    ...spelled(rest, spelling),
    ...(education !== undefined && education !== null && { education: spelledPart(education, spellingOfEducation) }),
    ...years(yearsOfExperience),
    certificates: certificateList(certificates),
    experiences: experienceList(experiences),
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const spelledPart = (part: unknown, how: Record<string, Spell>) => (isFields(part) ? spelled(part, how) : part)

function spelled(fields: Fields, how: Record<string, Spell>): Fields {
  const entries = Object.entries(fields).map(([name, value]) => [name, spelledField(value, ownOf(how, name))] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined && value !== ''))
}

/** Numbers too, since a file has 2024 or a phone as one. */
const spelledField = (value: unknown, spell: Spell | undefined): unknown =>
  spell && (typeof value === 'string' || typeof value === 'number') ? spell(String(value)) : value

/** Not what every object is born with, such as `constructor`. */
const ownOf = (how: Record<string, Spell>, name: string) =>
  Object.prototype.hasOwnProperty.call(how, name) ? how[name] : undefined

function years(value: unknown): Fields {
  if (value === undefined || value === null) return {}
  const plain = typeof value === 'string' ? plainYears(value) : value
  if (plain === '') return {}
  return { yearsOfExperience: typeof plain === 'string' && /^\d{1,2}(\.\d+)?$/.test(plain) ? Number(plain) : plain }
}

/** A list, or one text with whatever people put between. */
export function certificateList(value: unknown): unknown {
  if (value === undefined || value === null) return []
  const list: unknown = typeof value === 'string' ? value.split(/[,，、;；\n]/) : value
  if (!Array.isArray(list)) return list
  return list
    .map((one) => (typeof one === 'string' || typeof one === 'number' ? plainLine(String(one)) : (one as unknown)))
    .filter((one) => one !== '' && one !== null)
}

function experienceList(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return []
  if (!Array.isArray(value)) return value
  return value
    .map((one) => spelledPart(one, spellingOfExperience))
    .filter((one) => one !== null && !(isFields(one) && Object.keys(one).length === 0))
}
