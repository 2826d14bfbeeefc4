/** Documents, filters and sorts that are likely to meet the edges of MongoDB's rules. */
import { BSONRegExp, Long, ObjectId } from 'bson'
import type { Doc } from '../doc.js'
import type { Random } from './random.js'

const texts = ['a', 'b', 'ab', 'abc', 'a\0b', 'é', '招', '😀', '', 'z'.repeat(1300), `${'z'.repeat(1300)}y`]
const fields = ['a', 'b', 'c', 'n.k', '_id'] as const

export function randomScalar(random: Random): unknown {
  const makers: (() => unknown)[] = [
    () => random.below(8),
    () => -random.next() * 3,
    () => random.pick(texts),
    () => random.pick(texts),
    () => null,
    () => random.chance(0.5),
    () => new Date(random.below(5) * 1e9),
    () => new ObjectId(`00000000000000000000000${random.below(5)}`),
    () => Long.fromNumber(random.below(8)),
    () => ({ x: random.below(3) }),
    () => ({ x: random.below(2), y: random.below(2) }),
    () => NaN,
  ]
  return random.pick(makers)()
}

function randomValue(random: Random): unknown {
  return random.chance(0.2) ? Array.from({ length: random.below(3) }, () => randomScalar(random)) : randomScalar(random)
}

/** Often only one field holds an array: two in one index are refused. */
export function randomFields(random: Random): Doc {
  const doc: Doc = {}
  for (const field of ['a', 'b', 'c']) if (random.chance(0.8)) doc[field] = randomValue(random)
  if (random.chance(0.5))
    doc.n = random.chance(0.3)
      ? [{ k: randomScalar(random) }, { k: randomScalar(random) }]
      : { k: randomScalar(random) }
  return doc
}

function randomCondition(random: Random): unknown {
  const one = (): unknown => randomScalar(random)
  const makers: (() => unknown)[] = [
    one,
    one,
    () => ({ $eq: one() }),
    () => ({ $in: [one(), one(), one()] }),
    () => ({ $gt: one() }),
    () => ({ $lt: one() }),
    () => ({ $gte: one(), $lte: one() }),
    () => ({ $gt: random.below(4), $lt: 4 + random.below(4) }),
    () => ({ $exists: random.chance(0.7) }),
    () => ({ $ne: one() }),
    () => new BSONRegExp(random.pick(['^a', '^ab', '^ab*', 'b$'])),
    () => ({ $regex: '^a', $options: 'i' }),
    () => ({ $type: 'string' }),
    () => ({ $elemMatch: { $gt: random.below(4), $lt: 7 } }),
    () => ({ $not: { $gt: random.below(5) } }),
    () => [one()],
  ]
  return random.pick(makers)()
}

export function randomFilter(random: Random): Doc {
  const filter: Doc = {}
  for (const field of fields) if (random.chance(0.3)) filter[field] = randomCondition(random)
  if (random.chance(0.15)) filter.$or = [{ a: randomCondition(random) }, { b: randomCondition(random) }]
  if (random.chance(0.1)) filter.$and = [{ a: randomCondition(random) }, { c: randomCondition(random) }]
  if (random.chance(0.1)) filter.n = { $elemMatch: { k: randomCondition(random) } }
  if (random.chance(0.15)) Object.assign(filter, { b: randomScalar(random), c: random.below(4) }) // what partial indexes are for
  return filter
}

export function randomSort(random: Random): Record<string, 1 | -1> {
  if (random.chance(0.4)) return {}
  const chosen = ['a', 'b', 'c', 'n.k'].filter(() => random.chance(0.4)).sort(() => random.next() - 0.5)
  return Object.fromEntries(chosen.map((field) => [field, random.chance(0.5) ? 1 : -1]))
}
