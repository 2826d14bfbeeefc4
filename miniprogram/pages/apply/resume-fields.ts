/**
 * What a résumé may hold, checked on the phone before it is sent. The contract in shared/contracts/talent.ts decides, and the
 * server checks again; only types can cross from there, so a test holds the two together.
 */
import type { Degree, Experience, Resume } from '../../../shared/contracts/talent.js'
import { isFields, plainResume, type Fields } from '../../resume/plain-resume.js'
import { isResidentId } from '../../resume/resident-id.js'

export const degrees: readonly Degree[] = ['high-school', 'associate', 'bachelor', 'master', 'doctor']

/** The form: every field as it is typed. */
export interface ResumeForm {
  name: string
  phone: string
  email: string
  idNumber: string
  degree: string
  school: string
  major: string
  graduatedIn: string
  yearsOfExperience: string
  certificates: string
  selfIntroduction: string
  experiences: ExperienceForm[]
}

export interface ExperienceForm {
  /** Tells the entries of one form apart while some are added and others removed. */
  id: number
  organisation: string
  role: string
  from: string
  to: string
  description: string
}

export type ResumeField = keyof ResumeForm

export const emptyForm: ResumeForm = {
  name: '',
  phone: '',
  email: '',
  idNumber: '',
  degree: '',
  school: '',
  major: '',
  graduatedIn: '',
  yearsOfExperience: '',
  certificates: '',
  selfIntroduction: '',
  experiences: [],
}

export const mostExperiences = 20

const month = /^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/
const characters = (text: string) => Array.from(text).length
const within = (text: string, least: number, most: number) => characters(text) >= least && characters(text) <= most
const isMonth = (text: string | undefined) => text === undefined || month.test(text)

const isExperienceFine = ({ organisation, role, from, to, description }: Partial<Experience>) =>
  within(organisation ?? '', 1, 80) &&
  within(role ?? '', 1, 80) &&
  isMonth(from) &&
  isMonth(to) &&
  characters(description ?? '') <= 1000

/** Mainland mobile number. */
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)

const rules: Record<ResumeField, (resume: PlainForm) => boolean> = {
  name: ({ name = '' }) => within(name, 2, 50) && (name.match(/\p{L}/gu) ?? []).length >= 2,
  phone: ({ phone = '' }) => isPhone(phone),
  email: ({ email }) =>
    email === undefined || (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) && characters(email) <= 120),
  idNumber: ({ idNumber }) => idNumber === undefined || isResidentId(idNumber),
  degree: ({ education: { degree } }) => (degrees as readonly unknown[]).includes(degree),
  school: ({ education: { school = '' } }) => within(school, 2, 80),
  major: ({ education: { major = '' } }) => within(major, 2, 80),
  graduatedIn: ({ education: { graduatedIn } }) => isMonth(graduatedIn),
  yearsOfExperience: ({ yearsOfExperience }) => typeof yearsOfExperience === 'number' && yearsOfExperience <= 50,
  certificates: ({ certificates }) => certificates.length <= 20 && certificates.every((one) => within(one, 1, 80)),
  selfIntroduction: ({ selfIntroduction = '' }) => characters(selfIntroduction) <= 2000,
  experiences: ({ experiences }) => experiences.length <= mostExperiences && experiences.every(isExperienceFine),
}

/** As it is sent, with whatever is still wrong or missing in it. */
type PlainForm = Partial<Omit<Resume, 'education' | 'certificates' | 'experiences'>> & {
  education: Partial<Resume['education']>
  certificates: string[]
  experiences: Partial<Experience>[]
}

const plainForm = ({ degree, school, major, graduatedIn, experiences, ...form }: ResumeForm): PlainForm =>
  plainResume({
    ...form,
    education: { degree, school, major, graduatedIn },
    experiences: experiences.map(({ id: _id, ...one }) => one),
  }) as PlainForm

export function faultsOf(form: ResumeForm): ResumeField[] {
  const plain = plainForm(form)
  return (Object.keys(rules) as ResumeField[]).filter((field) => !rules[field](plain))
}

/** Which of the entries are wrong: the fault stands at each. An entry in which nothing was written is none. */
export const faultyExperiences = ({ experiences }: ResumeForm): number[] =>
  experiences.filter((one) => !rules.experiences(plainForm({ ...emptyForm, experiences: [one] }))).map(({ id }) => id)

/** Only for a form without faults. Empty optional fields are left out, not sent empty. */
export const resumeOf = (form: ResumeForm): Resume => plainForm(form) as Resume

/** The form that shows a résumé out of a file. */
export function formOf(plain: Fields): ResumeForm {
  const education = isFields(plain['education']) ? plain['education'] : {}
  const experiences = listOf(plain['experiences']).map((one, id) => ({
    id,
    ...textFields(isFields(one) ? one : {}, ['organisation', 'role', 'from', 'to', 'description']),
  }))
  return {
    ...textFields(plain, ['name', 'phone', 'email', 'idNumber', 'yearsOfExperience', 'selfIntroduction']),
    ...textFields(education, ['degree', 'school', 'major', 'graduatedIn']),
    certificates: listOf(plain['certificates'])
      .map(asText)
      .filter((one) => one !== '')
      .join('，'),
    experiences,
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const textFields = <Name extends string>(from: Fields, names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, asText(from[name])])) as Record<Name, string>

/** The part of the form that a field stands in: where to look for what is wrong. */
export function sectionOf(field: ResumeField): 'basics' | 'education' | 'experience' {
  if (['name', 'phone', 'email', 'idNumber'].includes(field)) return 'basics'
  return ['degree', 'school', 'major', 'graduatedIn'].includes(field) ? 'education' : 'experience'
}

/** The form's field behind a path of the server's faults, such as `resume.education.school`. */
export function fieldAt(path: string): ResumeField | undefined {
  const fields = Object.keys(emptyForm)
  return path.split('.').find((part) => fields.includes(part)) as ResumeField | undefined
}
