/** A JSON résumé out of a file. What it knows fills the form; what we do not collect is named and stays behind. */
import { maxResumeFileBytes } from '../../config.js'
import { emptyForm, type ResumeForm } from './resume-fields.js'

export type ReadResume =
  { kind: 'read'; form: ResumeForm; unknown: string[] } | { kind: 'refused'; why: 'not-json' | 'too-large' }

const namedLike = 40
const mostNamed = 8

export function readResumeFile(content: string, bytes: number): ReadResume {
  if (bytes > maxResumeFileBytes) return { kind: 'refused', why: 'too-large' }

  const resume = parseObject(content)
  if (!resume) return { kind: 'refused', why: 'not-json' }

  const unknown: string[] = []
  const education = takeObject(resume['education'])
  const form: ResumeForm = {
    ...emptyForm,
    ...textFields(resume, ['name', 'phone', 'email', 'idNumber', 'selfIntroduction']),
    ...textFields(education, ['degree', 'school', 'major', 'graduatedIn']),
    yearsOfExperience: asText(resume['yearsOfExperience']),
    certificates: asList(resume['certificates'])
      .map(asText)
      .filter((one) => one !== '')
      .join('，'),
    experiences: asList(resume['experiences']).map((one, index) =>
      readExperience(one, `experiences.${index}`, unknown),
    ),
  }
  collectUnknown(resume, [...topFields], '', unknown)
  collectUnknown(education, ['degree', 'school', 'major', 'graduatedIn'], 'education.', unknown)

  return { kind: 'read', form, unknown: unknown.slice(0, mostNamed) }
}

const topFields = [
  'name',
  'phone',
  'email',
  'idNumber',
  'education',
  'yearsOfExperience',
  'certificates',
  'experiences',
  'selfIntroduction',
]
const experienceFields = ['organisation', 'role', 'from', 'to', 'description']

type Fields = Record<string, unknown>

function parseObject(content: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}

const takeObject = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function textFields<Name extends string>(from: Fields, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, asText(from[name])])) as Record<Name, string>
}

function readExperience(value: unknown, path: string, unknown: string[]): ResumeForm['experiences'][number] {
  const fields = takeObject(value)
  collectUnknown(fields, experienceFields, `${path}.`, unknown)
  const { organisation, role, from, to, description } = textFields(
    fields,
    experienceFields as ['organisation', 'role', 'from', 'to', 'description'],
  )
  return {
    organisation,
    role,
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(description !== '' && { description }),
  }
}

function collectUnknown(fields: Fields, known: string[], path: string, unknown: string[]): void {
  for (const name of Object.keys(fields)) if (!known.includes(name)) unknown.push(`${path}${name}`.slice(0, namedLike))
}
