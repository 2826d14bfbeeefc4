/**
 * A table that somebody saved as CSV, Excel or JSON, as lines of texts: of the first sheet, what its cells show. A formula is never computed;
 * of one that was saved without its result nothing is there. In the thread only (read-table-apart.ts): a file may be anything.
 */
import { parse } from 'csv-parse/sync'
import { read, utils } from '@e965/xlsx'
import { jsonLines } from './json-lines.js'
import { decodeText } from '../../shared/text-files/decode-text.js'

export interface TableFile {
  name: string
  bytes: Uint8Array
}

export interface TableLine {
  /** As an editor counts them. */
  line: number
  cells: string[]
}

export type ReadTable = { kind: 'read'; lines: TableLine[] } | { kind: 'refused'; why: TableFault }
export type TableFault = 'unreadable' | 'too-many-lines' | 'takes-too-long'

export const mostLines = 20_000
/** Zip: every .xlsx. What Excel wrote before 2007 is another format, and so is a page that is called one. */
const zip = [0x50, 0x4b, 0x03, 0x04]

export function readTable({ name, bytes }: TableFile): ReadTable {
  const lines = linesIn(name, bytes)
  if (!lines) return { kind: 'refused', why: 'unreadable' }
  if (lines.length > mostLines) return { kind: 'refused', why: 'too-many-lines' }
  return { kind: 'read', lines: lines.filter(({ cells }) => cells.some((cell) => cell !== '')) }
}

function linesIn(name: string, bytes: Uint8Array): TableLine[] | undefined {
  if (zip.every((byte, at) => bytes[at] === byte)) return sheetLines(bytes)
  if (!/\.json$/i.test(name)) return csvLines(bytes)
  const text = decodeText(bytes)
  return text === undefined ? undefined : jsonLines(text)
}

function csvLines(bytes: Uint8Array): TableLine[] | undefined {
  const text = decodeText(bytes)
  if (text === undefined) return undefined
  try {
    const found = parse(text, { bom: true, info: true, relax_column_count: true, to: mostLines + 1 }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return found.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }))
  } catch {
    return undefined
  }
}

function sheetLines(bytes: Uint8Array): TableLine[] | undefined {
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: mostLines + 1,
    })
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    if (!sheet) return undefined
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, blankrows: true, defval: '' })
    return rows.map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => String(cell).trim()) }))
  } catch {
    return undefined
  }
}
