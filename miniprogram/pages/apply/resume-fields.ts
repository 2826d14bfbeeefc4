/**
 * What a résumé may hold, checked on the phone before it is sent. The contract in shared/contracts/talent.ts decides, and the
 * server checks again; only types can cross from there, so a test holds the two together.
 */
import type { Degree, Experience, Resume } from '../../../shared/contracts/talent.js'

export const degrees: readonly Degree[] = ['high-school', 'associate', 'bachelor', 'master', 'doctor']

/** The form: every field as it is typed. What the form does not show is carried along untouched. */
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
  experiences: Experience[]
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

const month = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/
const characters = (text: string) => Array.from(text).length
const within = (text: string, least: number, most: number) => characters(text) >= least && characters(text) <= most

export const certificateList = (typed: string): string[] =>
  typed
    .split(/[,，、;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const isExperienceFine = ({ organisation, role, from, to, description }: Experience) =>
  within(organisation, 1, 80) &&
  within(role, 1, 80) &&
  (from === undefined || month.test(from)) &&
  (to === undefined || month.test(to)) &&
  (description === undefined || characters(description) <= 1000)

/** Mainland mobile number. */
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)

const rules: Record<ResumeField, (form: ResumeForm) => boolean> = {
  name: ({ name }) => within(name.trim(), 2, 50),
  phone: ({ phone }) => isPhone(phone.trim()),
  email: ({ email }) =>
    email.trim() === '' || (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email.trim()) && characters(email.trim()) <= 120),
  idNumber: ({ idNumber }) => idNumber.trim() === '' || /^\d{17}[\dX]$/.test(idNumber.trim().toUpperCase()),
  degree: ({ degree }) => (degrees as readonly string[]).includes(degree),
  school: ({ school }) => within(school.trim(), 2, 80),
  major: ({ major }) => within(major.trim(), 2, 80),
  graduatedIn: ({ graduatedIn }) => graduatedIn === '' || month.test(graduatedIn),
  yearsOfExperience: ({ yearsOfExperience }) =>
    /^\d{1,2}(\.\d+)?$/.test(yearsOfExperience.trim()) && Number(yearsOfExperience) <= 50,
  certificates: ({ certificates }) => {
    const list = certificateList(certificates)
    return list.length <= 20 && list.every((one) => within(one, 1, 80))
  },
  selfIntroduction: ({ selfIntroduction }) => characters(selfIntroduction) <= 2000,
  experiences: ({ experiences }) => experiences.length <= 20 && experiences.every(isExperienceFine),
}

export const faultsOf = (form: ResumeForm): ResumeField[] =>
  (Object.keys(rules) as ResumeField[]).filter((field) => !rules[field](form))

/** Only for a form without faults. Empty optional fields are left out, not sent empty. */
export function resumeOf(form: ResumeForm): Resume {
  const email = form.email.trim()
  const idNumber = form.idNumber.trim().toUpperCase()
  const selfIntroduction = form.selfIntroduction.trim()

  return {
    name: form.name.trim(),
    phone: form.phone.trim(),
    ...(email !== '' && { email }),
    ...(idNumber !== '' && { idNumber }),
    education: {
      degree: form.degree as Degree,
      school: form.school.trim(),
      major: form.major.trim(),
      ...(form.graduatedIn !== '' && { graduatedIn: form.graduatedIn }),
    },
    yearsOfExperience: Number(form.yearsOfExperience),
    certificates: certificateList(form.certificates),
    experiences: form.experiences,
    ...(selfIntroduction !== '' && { selfIntroduction }),
  }
}

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
