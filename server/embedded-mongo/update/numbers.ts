/** Arithmetic of updates, and the BSON number types that JavaScript numbers forget. */
import { Double, Int32, Long } from 'bson'
import { bsonType, isPlain } from '../doc.js'
import { MongoError, notHere } from '../errors.js'

export function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || bsonType(value) === 'Long' || bsonType(value) === 'Decimal128'
}

/** Exact for integers of 64 bits; like MongoDB it refuses to overflow them. */
export function addNumbers(a: unknown, b: unknown): unknown {
  if (bsonType(a) === 'Decimal128' || bsonType(b) === 'Decimal128') throw notHere('arithmetic on Decimal128')
  if (typeof a === 'number' && typeof b === 'number' && !beyondSafe(a, b)) return a + b
  if (!isInteger(a) || !isInteger(b)) return Number(a) + Number(b)
  const sum = toBigInt(a) + toBigInt(b)
  if (BigInt.asIntN(64, sum) !== sum)
    throw new MongoError('BadValue', 'Failed to apply $inc operations to current value: overflow')
  return Long.fromBigInt(sum)
}

const beyondSafe = (a: number, b: number): boolean =>
  Number.isInteger(a) && Number.isInteger(b) && !Number.isSafeInteger(a + b)
const isInteger = (value: unknown): boolean => bsonType(value) === 'Long' || Number.isInteger(value)
const toBigInt = (value: unknown): bigint => (typeof value === 'number' ? BigInt(value) : (value as Long).toBigInt())

/** Gives what is unchanged, or still a number, back the BSON number types of what was stored. */
export function retype(next: unknown, before: unknown): unknown {
  if (typeof next === 'number') return retypeNumber(next, before)
  if (Array.isArray(next)) return Array.isArray(before) ? next.map((item, at) => retype(item, before[at])) : next
  if (!isPlain(next) || !isPlain(before)) return next
  return Object.fromEntries(Object.entries(next).map(([key, value]) => [key, retype(value, before[key])]))
}

function retypeNumber(next: number, before: unknown): unknown {
  if (!Number.isInteger(next)) return next
  if (isDouble(before)) return new Double(next)
  if (!Number.isSafeInteger(next)) return next
  if (before instanceof Long) return Long.fromNumber(next)
  return isInt32(before) && (next | 0) !== next ? Long.fromNumber(next) : next
}

/** A plain number stands for a stored one that hides nothing (`hidesNumberTypes`): an integer was 32 bits, the rest doubles. */
const isDouble = (stored: unknown): boolean =>
  stored instanceof Double || (typeof stored === 'number' && !Number.isInteger(stored))
const isInt32 = (stored: unknown): boolean => stored instanceof Int32 || Number.isInteger(stored)
