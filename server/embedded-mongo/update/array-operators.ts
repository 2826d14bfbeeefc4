/** Update operators on arrays. */
import { copyOf, isOperators, isPlain, type Doc } from '../doc.js'
import { badValue } from '../errors.js'
import { parseSort, sortBy } from '../order/sort.js'
import { sameValue } from '../order/value-order.js'
import { compileFilter } from '../query/matcher.js'
import { isRegex } from '../query/regex.js'
import { valueAt, type Place } from './place.js'

function arrayAt(place: Place, operator: string): unknown[] {
  const value = valueAt(place)
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badValue(`The field '${place.path}' must be an array to apply ${operator} to it`)
  return value
}

function put(place: Place, items: unknown[]): void {
  place.parent[place.key] = items
}

const modifiers = ['$each', '$position', '$sort', '$slice']

function eachOf(operand: unknown, operator: string): { items: unknown[]; options: Doc } {
  if (!isPlain(operand) || !('$each' in operand)) return { items: [operand], options: {} }
  const { $each, ...options } = operand
  if (!Array.isArray($each)) throw badValue(`The argument to $each in ${operator} must be an array`)
  const unknown = Object.keys(options).find((name) => operator !== '$push' || !modifiers.includes(name))
  if (unknown) throw badValue(`Unrecognized clause in ${operator}: ${unknown}`)
  return { items: $each, options }
}

/** Insert, then sort, then slice, whatever their order in the operand. */
export function push(place: Place, operand: unknown): void {
  const { items, options } = eachOf(operand, '$push')
  const before = arrayAt(place, '$push')
  const position = integer(options.$position, before.length)
  const at = position < 0 ? Math.max(0, before.length + position) : position
  const joined = [...before.slice(0, at), ...items.map(copyOf), ...before.slice(at)]
  put(place, sliced(sorted(joined, options.$sort), options.$slice))
}

function sorted(items: unknown[], sort: unknown): unknown[] {
  if (sort === undefined) return items
  if (isPlain(sort)) return sortBy(items, (item) => (isPlain(item) ? item : {}), parseSort(sort))
  return sortBy(items, (item) => ({ item }), parseSort({ item: sort }))
}

function sliced(items: unknown[], slice: unknown): unknown[] {
  if (slice === undefined) return items
  const keep = integer(slice, 0)
  return keep < 0 ? items.slice(keep) : items.slice(0, keep)
}

function integer(value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw badValue('The value of $position and $slice must be an integer')
  return value
}

export function addToSet(place: Place, operand: unknown): void {
  const items = [...arrayAt(place, '$addToSet')]
  for (const item of eachOf(operand, '$addToSet').items) {
    if (!items.some((other) => sameValue(other, item))) items.push(copyOf(item))
  }
  put(place, items)
}

export function pop(place: Place, operand: unknown): void {
  if (operand !== 1 && operand !== -1) throw badValue(`$pop expects 1 or -1, found: ${String(operand)}`)
  if (valueAt(place) === undefined) return
  const items = arrayAt(place, '$pop')
  put(place, operand === 1 ? items.slice(0, -1) : items.slice(1))
}

export function pull(place: Place, operand: unknown): void {
  if (valueAt(place) === undefined) return
  const hits = pullTest(operand)
  put(
    place,
    arrayAt(place, '$pull').filter((item) => !hits(item)),
  )
}

export function pullAll(place: Place, operand: unknown): void {
  if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument')
  if (valueAt(place) === undefined) return
  put(
    place,
    arrayAt(place, '$pullAll').filter((item) => !operand.some((gone) => sameValue(gone, item))),
  )
}

/** Scalars by value or operator, documents by query. */
function pullTest(operand: unknown): (item: unknown) => boolean {
  if (isRegex(operand) || isOperators(operand)) {
    const matches = compileFilter({ item: operand })
    return (item) => matches({ item })
  }
  if (!isPlain(operand)) return (item) => sameValue(item, operand)
  const matches = compileFilter(operand)
  return (item) => isPlain(item) && matches(item)
}
