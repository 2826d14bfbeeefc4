/** Counting by index alone, where its entries in the planned ranges are just the documents that match. */
import { bsonType, isOperators, isPlain, type Doc } from '../doc.js'
import type { Reader } from '../store/store.js'
import type { Collection } from './catalog.js'
import { planFind } from './choose-plan.js'
import type { Plan } from './plan.js'

/** Values that an index tells apart as the filter does. Null stands for what is missing as well. */
const plainTypes = new Set(['string', 'Date', 'ObjectId', 'boolean'])
const mostCombinations = 1_000

/** Undefined when the documents have to be looked at. */
export function coveredCount(reader: Reader, collection: Collection, filter: Doc): number | undefined {
  const conditions = Object.entries(filter).map(([field, condition]) => ({ field, ...meaningOf(condition) }))
  const combinations = conditions.reduce((product, { points = 1 }) => product * points, 1)
  if (combinations > mostCombinations || conditions.some(({ kind }) => kind === 'other')) return undefined

  const plan = planFind(collection, filter, [])
  return usesAll(plan, conditions) ? countIn(reader, plan) : undefined
}

type Meaning = { kind: 'points'; points: number } | { kind: 'range' | 'other'; points?: undefined }

function meaningOf(condition: unknown): Meaning {
  if (isPlainPoint(condition)) return { kind: 'points', points: 1 }
  if (!isPlain(condition) || !isOperators(condition)) return { kind: 'other' }
  const operators = Object.keys(condition)
  if (operators.join() === '$in' && Array.isArray(condition.$in) && condition.$in.every(isPlainPoint))
    return { kind: 'points', points: condition.$in.length }
  const [low, high] = [/^\$gte?$/, /^\$lte?$/].map((side) => operators.filter((one) => side.test(one)).length)
  const bounded = low! + high! === operators.length && low! <= 1 && high! <= 1
  return bounded && isOneType(Object.values(condition)) ? { kind: 'range' } : { kind: 'other' }
}

/** A range from one type into another holds nothing. */
const isOneType = (limits: readonly unknown[]): boolean =>
  limits.every(isPlainValue) && new Set(limits.map(typeOf)).size === 1

const isPlainPoint = (value: unknown): boolean => typeof value === 'number' || isPlainValue(value)

const isPlainValue = (value: unknown): boolean => plainTypes.has(typeOf(value))

const typeOf = (value: unknown): string =>
  value instanceof Date ? 'Date' : typeof value === 'object' ? (bsonType(value) ?? '') : typeof value

/** Known values first, a range last, and nothing besides. */
function usesAll({ scans: [scan, ...others] }: Plan, conditions: readonly ({ field: string } & Meaning)[]): boolean {
  const index = scan?.index
  if (!index || others.length > 0 || index.multikey) return false
  const leading = index.fields
    .slice(0, conditions.length)
    .map(({ name }) => conditions.find(({ field }) => field === name))
  const ranges = conditions.filter(({ kind }) => kind === 'range').length
  return (
    leading.length === conditions.length &&
    leading.every(Boolean) &&
    (ranges === 0 || (ranges === 1 && leading.at(-1)?.kind === 'range'))
  )
}

const countIn = (reader: Reader, { scans: [scan] }: Plan): number =>
  scan!.ranges.reduce((sum, range) => sum + reader.count(range), 0)
