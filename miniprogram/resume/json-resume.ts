/**
 * The open format of https://jsonresume.org/schema (1.0.0), read into ours. What we do not collect is named and left behind, a picture
 * and an address first of all.
 */
import { degreeOf } from './degree-words.js'
import { isFields, type Fields } from './plain-resume.js'

export const isJsonResume = (resume: Fields): boolean => isFields(resume['basics']) || Array.isArray(resume['work'])

interface Reading {
  resume: Fields
  /** Names of what stays behind, such as `basics.image`. */
  unknown: string[]
}

/** The schema has none: it may stand beside its sections, else the form asks for it. */
const ours = ['yearsOfExperience']
/** They say nothing about the person. */
const aboutTheFile = ['$schema', 'meta']
const sections = ['basics', 'work', 'volunteer', 'education', 'certificates', ...aboutTheFile, ...ours]

export function fromJsonResume(file: Fields): Reading {
  const unknown: string[] = []
  const take = (value: unknown, known: readonly string[], path: string): Fields => {
    const fields = isFields(value) ? value : {}
    for (const name of Object.keys(fields)) if (!known.includes(name)) unknown.push(`${path}${name}`)
    return fields
  }
  const all = take(file, sections, '')
  const { name, phone, email, summary } = take(all['basics'], ['name', 'phone', 'email', 'summary'], 'basics.')
  const studies = list(all['education']).map((one, index) => take(one, studyFields, `education.${index}.`))

  return {
    resume: {
      name,
      phone,
      email,
      selfIntroduction: summary,
      yearsOfExperience: all['yearsOfExperience'],
      education: educationOf(studies),
      certificates: list(all['certificates']).map((one) => (isFields(one) ? one['name'] : one)),
      experiences: [
        ...list(all['work']).map((one, index) => experienceOf(take(one, workFields, `work.${index}.`))),
        ...list(all['volunteer']).map((one, index) => experienceOf(take(one, workFields, `volunteer.${index}.`))),
      ],
    },
    unknown,
  }
}

const studyFields = ['institution', 'area', 'studyType', 'startDate', 'endDate', 'url']
const workFields = [
  'name',
  'company',
  'organization',
  'position',
  'startDate',
  'endDate',
  'summary',
  'highlights',
  'url',
]

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** We ask for one: the last that was begun or ended. */
function educationOf(studies: readonly Fields[]): Fields {
  const latest = (one: Fields) => text(one['endDate']) || text(one['startDate'])
  const [last] = [...studies].sort((one, other) => latest(other).localeCompare(latest(one)))
  if (!last) return {}
  const { institution, area, studyType, endDate } = last
  return { school: institution, major: area, degree: degreeOf(text(studyType)) ?? '', graduatedIn: endDate }
}

function experienceOf({
  name,
  company,
  organization,
  position,
  startDate,
  endDate,
  summary,
  highlights,
}: Fields): Fields {
  const lines = [summary, ...list(highlights)].map(text).filter((line) => line !== '')
  return {
    organisation: name ?? organization ?? company,
    role: position,
    from: startDate,
    to: endDate,
    description: lines.join('\n'),
  }
}
