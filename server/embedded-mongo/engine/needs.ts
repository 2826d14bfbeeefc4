/** What a filter demands of each field, as far as an index can use it. The filter itself is tested again on every document. */
import { isOperators, isPlain, type Doc } from '../doc.js'
import { fixedStart, isRegex } from '../query/regex.js'

export interface Bound {
  value: unknown
  inclusive: boolean
}

export interface Need {
  /** The field has one of these values. */
  points?: unknown[]
  low?: Bound
  high?: Bound
  /** The field is there. */
  present?: boolean
}

export type Needs = Map<string, Need>

/** Greatest code point: every string that begins with "ab" is at most "ab" and this. */
const lastCharacter = '\u{10ffff}'

export function needsOf(filter: Doc): Needs {
  const needs: Needs = new Map()
  gather(filter, '', needs)
  return needs
}

function gather(filter: Doc, prefix: string, needs: Needs): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and') for (const branch of condition as Doc[]) gather(branch, prefix, needs)
    if (key.startsWith('$')) continue
    const path = prefix + key
    const need = needs.get(path) ?? {}
    needs.set(path, need)
    if (isRegex(condition)) startsWith(need, fixedStart(condition))
    else if (!isOperators(condition)) pointsAt(need, [condition])
    else
      for (const [operator, operand] of Object.entries(condition))
        demand(need, operator, { operand, siblings: condition, path, needs })
  }
}

interface Demand {
  operand: unknown
  siblings: Doc
  path: string
  needs: Needs
}

function demand(need: Need, operator: string, { operand, siblings, path, needs }: Demand): void {
  switch (operator) {
    case '$eq':
      return pointsAt(need, [operand])
    case '$in':
      return pointsAt(need, operand as unknown[])
    case '$gt':
    case '$gte':
      return bound(need, 'low', { value: operand, inclusive: operator === '$gte' })
    case '$lt':
    case '$lte':
      return bound(need, 'high', { value: operand, inclusive: operator === '$lte' })
    case '$exists':
      if (operand) need.present = true
      return
    case '$regex':
      return startsWith(need, fixedStart(operand, siblings.$options))
    case '$elemMatch':
      if (isPlain(operand) && !isOperators(operand)) gather(operand, `${path}.`, needs)
      return
    default:
  }
}

/** An array as a point is found under its elements, not under itself: no use of an index for it. */
function pointsAt(need: Need, values: unknown[]): void {
  if (values.some((value) => Array.isArray(value) || isRegex(value) || value === undefined)) return
  if (need.points && need.points.length <= values.length) return
  need.points = values
  if (!values.includes(null)) need.present = true
}

function bound(need: Need, side: 'low' | 'high', limit: Bound): void {
  if (limit.value === null || limit.value === undefined || Array.isArray(limit.value) || need[side]) return
  need[side] = limit
  need.present = true
}

function startsWith(need: Need, start: string | undefined): void {
  need.present = true
  if (start === undefined) return
  bound(need, 'low', { value: start, inclusive: true })
  bound(need, 'high', { value: start + lastCharacter, inclusive: true })
}
