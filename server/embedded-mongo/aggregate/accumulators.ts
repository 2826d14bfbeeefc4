/** Accumulators of $group. A missing value is `undefined`. */
import { bsonType } from '../doc.js'
import { notHere } from '../errors.js'
import { compareValues, identityOf } from '../order/value-order.js'

export interface Accumulator {
  add(value: unknown): void
  result(): unknown
}

export const accumulators: Record<string, () => Accumulator> = {
  $sum: () => {
    let total = 0
    return {
      add: (value) => {
        total += numberIn(value, '$sum') ?? 0
      },
      result: () => total,
    }
  },
  $count: () => {
    let total = 0
    return {
      add: () => {
        total++
      },
      result: () => total,
    }
  },
  $avg: average,
  $min: () => extreme((order) => order < 0),
  $max: () => extreme((order) => order > 0),
  $first: () => {
    const values: unknown[] = []
    return {
      add: (value) => {
        if (values.length === 0) values.push(value ?? null)
      },
      result: () => values[0] ?? null,
    }
  },
  $last: () => {
    let last: unknown = null
    return {
      add: (value) => {
        last = value ?? null
      },
      result: () => last,
    }
  },
  $push: () => {
    const values: unknown[] = []
    return {
      add: (value) => {
        if (value !== undefined) values.push(value)
      },
      result: () => values,
    }
  },
  $addToSet: () => {
    const values = new Map<string, unknown>()
    return {
      add: (value) => {
        if (value !== undefined) values.set(identityOf(value), value)
      },
      result: () => [...values.values()],
    }
  },
}

/** What is no number is passed over, as in MongoDB; 64-bit and decimal numbers are refused, because sums of them would not be exact. */
function numberIn(value: unknown, operator: string): number | undefined {
  const type = bsonType(value)
  if (type === 'Long' || type === 'Decimal128') throw notHere(`${operator} on ${type}`)
  return typeof value === 'number' ? value : undefined
}

function average(): Accumulator {
  let total = 0
  let count = 0
  return {
    add(value) {
      const number = numberIn(value, '$avg')
      if (number === undefined) return
      total += number
      count++
    },
    result: () => (count === 0 ? null : total / count),
  }
}

/** Null and missing do not count. */
function extreme(better: (order: number) => boolean): Accumulator {
  let best: unknown = null
  return {
    add(value) {
      if (value === undefined || value === null) return
      if (best === null || better(compareValues(value, best))) best = value
    },
    result: () => best,
  }
}
