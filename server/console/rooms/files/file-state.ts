/** Faults and differences of a data file as a page shows them. Pure. */
import type { DataFileCheck, DataFileKind, DataFileRow } from '../../../../shared/contracts/data-files.js'

export type Fault = Extract<DataFileCheck, { kind: 'refused' }>['faults'][number]

/** The faults of a field and of what is inside it. */
export function faultsByField(faults: readonly Fault[]): (field: string) => Fault[] {
  return (field) => faults.filter(({ at }) => at === field || at?.startsWith(`${field}.`))
}

/** Where a line begins and ends in the text, to select it. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  const lines = text.split('\n')
  const index = Math.min(Math.max(line, 1), lines.length) - 1
  const start = lines.slice(0, index).reduce((length, one) => length + one.length + 1, 0)
  return { start, end: start + lines[index]!.length }
}

export const lineCount = (text: string): number => text.split('\n').length

const order: readonly DataFileKind[] = ['position', 'question-bank', 'messages', 'organisation']

export function byKind(files: readonly DataFileRow[]): { kind: DataFileKind; files: DataFileRow[] }[] {
  return order
    .map((kind) => ({ kind, files: files.filter((file) => file.kind === kind) }))
    .filter((group) => group.files.length > 0)
}
