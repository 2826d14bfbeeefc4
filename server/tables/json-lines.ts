/**
 * A list of objects as a table: a column for each path in any of them (`education.degree`, `work.0.position`), so that what nobody asks
 * for is seen as a column like any other. The first is line 1, which an editor does not count but people do.
 */
import type { TableLine } from './read-table.js'

type Cells = Map<string, string>

/** Undefined when it is no list of objects. */
export function jsonLines(text: string): TableLine[] | undefined {
  const list = parsed(text)
  if (!Array.isArray(list) || !list.every(isObject)) return undefined
  const records = list.map((one) => cellsIn(one, '', new Map()))
  const paths = [...new Set(records.flatMap((cells) => [...cells.keys()]))]
  if (paths.length === 0) return []
  const rows = records.map((cells, at) => ({ line: at + 1, cells: paths.map((path) => cells.get(path) ?? '') }))
  return [{ line: 0, cells: paths }, ...rows]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of texts is one cell, as people write it. */
function cellsIn(value: unknown, path: string, cells: Cells): Cells {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return cells.set(path, value.map(String).join('、'))
  if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) cellsIn(part, path === '' ? name : `${path}.${name}`, cells)
    return cells
  }
  return value === null || value === undefined ? cells : cells.set(path, plain(value as string | number | boolean))
}

const plain = (value: string | number | boolean): string => String(value).trim()
