/** The ranges of one index that hold everything a filter may match, and how well they narrow. */
import type { SortSpec } from '../order/reach.js'
import { afterPrefix, encodeValues } from '../order/value-order.js'
import type { Range } from '../store/store.js'
import { rangeOf } from './catalog.js'
import type { Index, IndexField } from './index-spec.js'
import type { Bound, Need, Needs } from './needs.js'
import type { Plan } from './plan.js'

/** `$in` lists multiply; beyond this the rest of the index is filtered instead. */
const mostPrefixes = 2000

export function planIndex(index: Index, needs: Needs, sort: SortSpec): Plan {
  const { prefixes, used } = pointPrefixes(index, needs)
  const next = index.fields[used]
  const bounded = next ? boundedRanges(index, next, { prefixes, need: needs.get(next.name) ?? {} }) : undefined
  const order = orderOf(index, sort, { used, onePrefix: prefixes.length === 1 })
  return {
    scans: [
      { ...(index.id !== 0 && { index }), ranges: bounded ?? prefixes.map(rangeOf), reverse: order === 'reverse' },
    ],
    sorted: order !== 'none',
    score: scoreOf(index, {
      used,
      bounded: bounded !== undefined,
      sorts: sort.length > 0 && order !== 'none',
      many: prefixes.length > 1,
    }),
    name: index.spec.name,
  }
}

/** Leading fields with known values: one prefix for each combination. */
function pointPrefixes(index: Index, needs: Needs): { prefixes: Buffer[]; used: number } {
  let prefixes = [index.prefix]
  let used = 0
  for (const field of index.fields) {
    const points = needs.get(field.name)?.points
    if (!points || prefixes.length * points.length > mostPrefixes) break
    const encoded = sortedUnique(points.map((point) => encodeValues([point], [field.direction])))
    prefixes = prefixes.flatMap((prefix) => encoded.map((part) => Buffer.concat([prefix, part])))
    used++
  }
  return { prefixes, used }
}

function sortedUnique(keys: Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].sort((a, b) => Buffer.compare(a, b))
}

function boundedRanges(
  index: Index,
  field: IndexField,
  { prefixes, need }: { prefixes: Buffer[]; need: Need },
): Range[] | undefined {
  const [first, last] = field.direction > 0 ? [need.low, need.high] : [need.high, need.low]
  // Two bounds on a multikey index may be met by two elements, even of two types: only one of them narrows.
  const end = index.multikey && first ? undefined : last
  const sample = first ?? end
  if (!sample) return undefined

  const encode = (value: unknown): Buffer => encodeValues([value], [field.direction])
  const type = encode(sample.value).subarray(0, 1)
  const at = (prefix: Buffer, bound: Bound, isStart: boolean): Buffer => {
    const key = Buffer.concat([prefix, encode(bound.value)])
    return bound.inclusive === isStart ? key : afterPrefix(key)
  }
  return prefixes.map((prefix) => {
    const ofType = Buffer.concat([prefix, type])
    return { from: first ? at(prefix, first, true) : ofType, to: end ? at(prefix, end, false) : afterPrefix(ofType) }
  })
}

/** Fields fixed to one value do not disturb the order; the rest of the sort must follow the index, all forward or all back. */
function orderOf(
  index: Index,
  sort: SortSpec,
  { used, onePrefix }: { used: number; onePrefix: boolean },
): 'forward' | 'reverse' | 'none' {
  const fixed = index.fields.slice(0, used).map(({ name }) => name)
  const rest = sort.filter(({ path }) => !fixed.includes(path.join('.')))
  if (sort.length === 0) return 'forward'
  if (!onePrefix || index.multikey) return 'none'
  const free = index.fields.slice(used)
  const turned = rest.map(({ path, direction }, at) => {
    const field = free[at]
    return field?.name === path.join('.') ? field.direction !== direction : undefined
  })
  if (turned.some((turn) => turn === undefined || turn !== turned[0])) return 'none'
  return turned[0] ? 'reverse' : 'forward'
}

interface Merits {
  used: number
  bounded: boolean
  sorts: boolean
  many: boolean
}

/** It gives the order and narrows nothing: everything is read, unless a limit ends it. */
export const orderAlone = 3

/** A unique match beats everything; then the number of fixed fields, a range, the order. */
function scoreOf(index: Index, { used, bounded, sorts, many }: Merits): number {
  if (used === 0 && !bounded) return sorts ? orderAlone : 0
  const whole = index.spec.unique && used === index.fields.length ? 1000 : 0
  return whole + (index.id === 0 ? 50 : 0) + used * 20 + (bounded ? 8 : 0) + (sorts ? 6 : 0) - (many ? 1 : 0)
}
