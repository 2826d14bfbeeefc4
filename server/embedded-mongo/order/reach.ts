/** What a dotted path reaches in a document, MongoDB's way: arrays on the way are entered. */
import { isPlain, type Doc } from '../doc.js'
import { compareValues, encodeValues } from './value-order.js'

export interface Reached {
  /** The values at the end of the path as they are; a missing path gives `undefined`. */
  whole: unknown[]
  /** Whether an array was entered on the way. */
  array: boolean
}

export type Path = readonly string[]

export function reach(doc: unknown, path: Path): Reached {
  const reached: Reached = { whole: [], array: false }
  walk(doc, path, 0, reached)
  return reached
}

function walk(node: unknown, path: Path, at: number, reached: Reached): void {
  const part = path[at]
  if (part === undefined) {
    reached.whole.push(node)
    return
  }
  if (Array.isArray(node)) {
    walkArray(node, path, at, reached)
    return
  }
  if (!isPlain(node) || !Object.hasOwn(node, part)) {
    reached.whole.push(undefined)
    return
  }
  walk(node[part], path, at + 1, reached)
}

function walkArray(items: unknown[], path: Path, at: number, reached: Reached): void {
  reached.array = true
  const part = path[at] ?? ''
  const index = /^\d+$/.test(part) ? Number(part) : -1
  if (index >= 0 && index < items.length) walk(items[index], path, at + 1, reached)
  for (const item of items) if (isPlain(item)) walk(item, path, at, reached)
}

/** What an index holds of one field: every element of an array, or the one value; missing counts as null. */
export interface FieldKeys {
  values: unknown[]
  multi: boolean
  missing: boolean
}

export function fieldKeys(doc: unknown, path: Path): FieldKeys {
  const { whole, array } = reach(doc, path)
  const values: unknown[] = []
  let multi = array
  for (const value of whole) {
    if (!Array.isArray(value)) {
      values.push(value ?? null)
      continue
    }
    multi = true
    if (value.length === 0) values.push(undefined)
    for (const item of value) values.push(item ?? null)
  }
  if (values.length === 0) values.push(null)
  return { values, multi, missing: whole.every((value) => value === undefined) }
}

export type SortSpec = readonly { path: Path; direction: 1 | -1 }[]

/** Arrays sort by their least element, or by their greatest one when descending. */
export function sortKey(doc: Doc, spec: SortSpec): Buffer {
  const picked = spec.map(({ path, direction }) => {
    const { values } = fieldKeys(doc, path)
    return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
  })
  return encodeValues(
    picked,
    spec.map(({ direction }) => direction),
  )
}
