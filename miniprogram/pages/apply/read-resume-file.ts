/** A JSON résumé out of a file. What it knows fills the form; what we do not collect is named and stays behind. */
import { maxResumeFileBytes } from '../../config.js'
import { decodeText } from '../../resume/decode-text.js'
import { fromJsonResume, isJsonResume } from '../../resume/json-resume.js'
import { isFields, plainResume, type Fields } from '../../resume/plain-resume.js'
import { formOf, type ResumeForm } from './resume-fields.js'

export type ReadResume =
  | { kind: 'read'; form: ResumeForm; unknown: string[] }
  | { kind: 'refused'; why: 'not-json' | 'not-unicode' | 'too-large' }

const namedLike = 40
const mostNamed = 8

export function readResumeFile(bytes: ArrayBuffer): ReadResume {
  if (bytes.byteLength > maxResumeFileBytes) return { kind: 'refused', why: 'too-large' }

  const content = decodeText(new Uint8Array(bytes))
  if (content === undefined) return { kind: 'refused', why: 'not-unicode' }
  const file = parseObject(content)
  if (!file) return { kind: 'refused', why: 'not-json' }

  const { resume, unknown } = isJsonResume(file) ? fromJsonResume(file) : { resume: file, unknown: unknownIn(file) }
  return {
    kind: 'read',
    form: formOf(plainResume(resume) as Fields),
    unknown: unknown.slice(0, mostNamed).map((name) => name.slice(0, namedLike)),
  }
}

function parseObject(content: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(content)
    return isFields(value) ? value : undefined
  } catch {
    return undefined
  }
}

const educationFields = ['degree', 'school', 'major', 'graduatedIn']
const experienceFields = ['organisation', 'role', 'from', 'to', 'description']
const topFields = [
  ...['name', 'phone', 'email', 'idNumber', 'education'],
  ...['yearsOfExperience', 'certificates', 'experiences', 'selfIntroduction'],
]

function unknownIn({ education, experiences, ...file }: Fields): string[] {
  const each = Array.isArray(experiences) ? experiences : []
  return [
    ...each.flatMap((one: unknown, index) => unknownNames(one, experienceFields, `experiences.${index}.`)),
    ...unknownNames(file, topFields, ''),
    ...unknownNames(education, educationFields, 'education.'),
  ]
}

const unknownNames = (part: unknown, known: string[], path: string): string[] =>
  Object.keys(isFields(part) ? part : {})
    .filter((name) => !known.includes(name))
    .map((name) => `${path}${name}`)
