/** The files of one import, read and checked together. Pure: what is stored already comes in as data. */
import { kindOf, type Batch, type StoredKind } from '../../data-files/file-kind.js'
import type { FileProblem, Finding } from '../../data-files/file-problem.js'
import {
  problemsAt,
  readDataFile,
  type AnyDataFile,
  type DataFile,
  type ReadFile,
} from '../../data-files/read-data-file.js'
import { findForbidden } from './forbidden-topics/find-forbidden.js'
import { textsOf } from './forbidden-topics/texts-of.js'
import { texts } from './texts/index.js'

type Kinds = readonly StoredKind[]

export function readBatch(files: readonly DataFile[]): { read: ReadFile[]; problems: FileProblem[] } {
  const readings = files.map(readDataFile)
  const read = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.file] : []))
  const problems = readings.flatMap((reading) => (reading.kind === 'refused' ? reading.problems : []))

  return { read, problems: [...problems, ...twice(read)] }
}

/** Each file for itself. */
export function checkEach(kinds: Kinds, read: readonly ReadFile[]): FileProblem[] {
  return read.flatMap((file) => problemsAt(file, findingsOf(kindOf(kinds, file.content.kind), file.content)))
}

function findingsOf({ check, speaksToCandidates }: StoredKind, content: AnyDataFile): Finding[] {
  return [...check(content), ...(speaksToCandidates ? findForbidden(textsOf(content)) : [])]
}

/** The files against one another and against what is stored. */
export function checkTogether(kinds: Kinds, batch: Batch): FileProblem[] {
  return kinds.flatMap((kind) => kind.checkTogether?.(batch) ?? [])
}

function twice(read: readonly ReadFile[]): FileProblem[] {
  return read.flatMap((file, index) => {
    const { kind, id } = file.content
    const other = read.slice(0, index).find(({ content }) => content.kind === kind && content.id === id)
    if (!other) return []
    const { message, fix } = texts.sameId
    return problemsAt(file, [{ at: ['id'], message: message(id, other.path), fix }])
  })
}
