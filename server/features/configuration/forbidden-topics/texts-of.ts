/** Every text of a file that speaks to or for a candidate, for the linter. */
import type { Path } from '../../../data-files/file-problem.js'
import type { AnyDataFile } from '../../../data-files/read-data-file.js'
import type { TextToCheck, Voice } from './find-forbidden.js'

/** Single words without a sentence say nothing about whom they mean. */
const loose = 'synonymGroups'

export function textsOf(file: AnyDataFile): TextToCheck[] {
  return walk(file, [], 'to-candidate')
}

function walk(value: unknown, at: Path, voice: Voice): TextToCheck[] {
  if (typeof value === 'string') return [{ at, text: value, voice }]
  if (typeof value !== 'object' || value === null) return []

  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries
    .filter(([name]) => name !== loose)
    .flatMap(([name, inner]) => walk(inner, [...at, name], name === 'examples' ? 'by-candidate' : voice))
}
