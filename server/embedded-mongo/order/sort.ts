import type { Doc } from '../doc.js'
import { badValue, notHere } from '../errors.js'
import { isPlain } from '../doc.js'
import { sortKey, type SortSpec } from './reach.js'

export function parseSort(sort: unknown): SortSpec {
  if (!isPlain(sort)) throw badValue('Expected a document for sort')
  return Object.entries(sort).map(([field, direction]) => {
    if (isPlain(direction)) throw notHere('sort by $meta')
    const sign = Number(direction)
    if (sign !== 1 && sign !== -1)
      throw badValue(`$sort key ordering must be 1 (for ascending) or -1 (for descending), field ${field}`)
    return { path: field.split('.'), direction: sign }
  })
}

export function sortBy<T>(items: T[], docOf: (item: T) => Doc, spec: SortSpec): T[] {
  const keyed = items.map((item) => ({ item, key: sortKey(docOf(item), spec) }))
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ item }) => item)
}
