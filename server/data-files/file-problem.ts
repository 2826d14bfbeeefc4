/** What is wrong with a data file: where, what, and how to fix it, for somebody who does not program. */
import type { FaultCode } from '../../shared/contracts/data-files.js'
import { languages, type Bilingual } from '../../shared/contracts/text.js'

/** The way to a value inside a file: names of maps and places in lists. */
export type Path = readonly (string | number)[]

/** A fault of content, found without knowing about lines. */
export interface Finding {
  at: Path
  /** The fault is the name itself, not its value: unknown or forbidden keys. */
  atKey?: boolean
  /** For a form that has words of its own. */
  code?: FaultCode
  limit?: string
  message: Bilingual
  fix: Bilingual
}

export interface Place {
  line: number
  column: number
}

export interface FileProblem extends Place {
  file: string
  /** Where it is by names, for a form; a fault of the syntax has none. */
  at?: Path
  code?: FaultCode
  limit?: string
  message: Bilingual
  fix: Bilingual
}

/** A place that an editor can jump to, then a line for each language. */
export function formatProblem({ file, line, column, message, fix }: FileProblem): string {
  const said = languages.map((language) => `  ${message[language]} ${fix[language]}`)
  return [`${file}:${line}:${column}`, ...said].join('\n')
}

export const byPlace = (a: FileProblem, b: FileProblem) =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
