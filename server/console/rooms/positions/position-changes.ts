/** What saving a position would change, field by field, for people to read; and whom it concerns. Pure. */
import type { PositionFile } from '../../../../shared/contracts/positions.js'
import { fields, patternOf, type FieldKind } from './position-fields.js'

export interface PositionChange {
  /** The way to it, in the position as it will be; of what is taken out, as it was. */
  at: readonly string[]
  /** Absent: a whole item of a list that comes or goes. */
  kind?: FieldKind
  before?: unknown
  after?: unknown
}

export function positionChanges(before: Partial<PositionFile>, after: PositionFile): PositionChange[] {
  return compare(before, after, [])
}

function compare(before: unknown, after: unknown, at: readonly string[]): PositionChange[] {
  if (same(before, after)) return []
  const kind = (fields as Partial<Record<string, FieldKind>>)[patternOf(at.join('.'))]
  if (kind) return [{ at, kind, before, after }]
  if (Array.isArray(before ?? after)) return compareLists(listOf(before), listOf(after), at)
  if (!isObject(before ?? after)) return [{ at, before, after }]
  const [one, other] = [isObject(before) ? before : {}, isObject(after) ? after : {}]
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].flatMap((name) => compare(one[name], other[name], [...at, name]))
}

/** Items are the same by id, else when nothing in them changed; what is left is taken in its order. */
function compareLists(before: readonly unknown[], after: readonly unknown[], at: readonly string[]): PositionChange[] {
  const left = before.map((item, index) => ({ item, index }))
  const take = (fits: (one: { item: unknown; index: number }) => boolean) => {
    const found = left.findIndex(fits)
    return found < 0 ? undefined : left.splice(found, 1)[0]
  }
  const known = after.map((item) => take((one) => (idOf(item) ? idOf(one.item) === idOf(item) : same(one.item, item))))
  const paired = after.map((item, index) => known[index] ?? (idOf(item) ? undefined : take(() => true)))

  return [
    ...after.flatMap((item, index): PositionChange[] => {
      const was = paired[index]
      const place = [...at, String(index)]
      return was ? compare(was.item, item, place) : [{ at: place, after: item }]
    }),
    ...left.map(({ item, index }) => ({ at: [...at, String(index)], before: item })),
    ...moved(before, paired, at),
  ]
}

/** The order of what stays, told once for the list. */
function moved(before: readonly unknown[], paired: readonly ({ index: number } | undefined)[], at: readonly string[]) {
  const order = paired.flatMap((was) => (was ? [was.index] : []))
  if (order.every((index, place) => place === 0 || order[place - 1]! < index)) return []
  const was = [...order].sort((a, b) => a - b)
  return [{ at, before: was.map((index) => before[index]), after: order.map((index) => before[index]) }]
}

const idOf = (item: unknown) => (isObject(item) && typeof item.id === 'string' ? item.id : undefined)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const concerns = ['open', 'questions', 'weights', 'screening', 'slot', 'rounds', 'texts'] as const
export type Concern = (typeof concerns)[number]

const concernOf: Partial<Record<string, Concern>> = {
  open: 'open',
  plan: 'questions',
  coreTags: 'questions',
  questionBank: 'questions',
  questionsOf: 'questions',
  answerModes: 'questions',
  retakes: 'questions',
  competencyWeights: 'weights',
  screening: 'screening',
}

/** Whom a change concerns depends on what is changed; each is said once. */
export function concernsOf(changes: readonly PositionChange[]): Concern[] {
  const found = new Set(
    changes.map(({ at }): Concern => {
      if (at[0] === 'rounds') return at[2] === 'slot' ? 'slot' : 'rounds'
      return concernOf[at[0] ?? ''] ?? 'texts'
    }),
  )
  return concerns.filter((concern) => found.has(concern))
}
