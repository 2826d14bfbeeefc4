/** Whether a filter can only be met by documents that a partial index holds. Returns false in doubt: the index is then not used. */
import { isOperators, type Doc } from '../doc.js'
import { sameValue } from '../order/value-order.js'
import { compileFilter } from '../query/matcher.js'
import type { Need, Needs } from './needs.js'

export function covers(partial: Doc, needs: Needs): boolean {
  return Object.entries(partial).every(([field, condition]) => {
    const need = needs.get(field)
    return need !== undefined && implied(condition, need)
  })
}

function implied(condition: unknown, need: Need): boolean {
  if (!isOperators(condition)) return need.points?.every((point) => sameValue(point, condition ?? null)) ?? false
  if (Object.keys(condition).length === 1 && condition.$exists === true) return need.present === true
  const test = compileFilter({ v: condition })
  // A point null is also met by a missing field.
  return need.points?.every((point) => test({ v: point }) && (point !== null || test({}))) ?? false
}
