/** Chooses how to read: through the index that narrows most, or through all documents. */
import type { Doc } from '../doc.js'
import type { SortSpec } from '../order/reach.js'
import { rangeOf, type Collection } from './catalog.js'
import type { Index } from './index-spec.js'
import { needsOf, type Needs } from './needs.js'
import { covers } from './partial-cover.js'
import type { Plan } from './plan.js'
import { orderAlone, planIndex } from './plan-index.js'

export function planFind(collection: Collection, filter: Doc, sort: SortSpec): Plan {
  const needs = needsOf(filter)
  const whole = {
    scans: [{ ranges: [rangeOf(collection.prefix)], reverse: false }],
    sorted: sort.length === 0,
    score: 0,
    name: 'all documents',
  }
  const plans = [primary(collection), ...collection.indexes]
    .filter((index) => mayHelp(index, needs, sort) && holdsAllMatches(index, needs))
    .map((index) => planIndex(index, needs, sort))
  const best = plans.reduce<Plan>((one, other) => (other.score > one.score ? other : one), whole)
  if (best.score > orderAlone) return best
  return planBranches(collection, filter, sort) ?? best
}

/** The documents seen as an index on _id. */
function primary(collection: Collection): Index {
  return {
    id: 0,
    spec: { v: 2, key: { _id: 1 }, name: '_id_', unique: true },
    fields: [{ name: '_id', path: ['_id'], direction: 1 }],
    roots: new Set(['_id']),
    prefix: collection.prefix,
    multikey: false,
  }
}

/** Most indexes of a collection say nothing about a filter: looked at first, because it costs next to nothing. */
function mayHelp({ fields: [first] }: Index, needs: Needs, sort: SortSpec): boolean {
  const { points, low, high } = needs.get(first?.name ?? '') ?? {}
  return sort.length > 0 || points !== undefined || low !== undefined || high !== undefined
}

function holdsAllMatches(index: Index, needs: Needs): boolean {
  const { partialFilterExpression, sparse } = index.spec
  if (partialFilterExpression) return covers(partialFilterExpression, needs)
  return !sparse || index.fields.some(({ name }) => needs.get(name)?.present)
}

/** `$or` reads one index per branch, when every branch has one. */
function planBranches(collection: Collection, filter: Doc, sort: SortSpec): Plan | undefined {
  if (!Array.isArray(filter.$or)) return undefined
  const branches = (filter.$or as Doc[]).map((branch) => planFind(collection, branch, []))
  if (branches.some(({ score }) => score === 0)) return undefined
  return {
    scans: branches.flatMap(({ scans }) => scans),
    sorted: sort.length === 0,
    score: 1,
    name: branches.map(({ name }) => name).join(' or '),
  }
}
