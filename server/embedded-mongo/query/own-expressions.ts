/** Expressions with MongoDB's comparison order, its treatment of null, and its refusal of wrong types. */
import { evalExpr } from 'mingo/core'
import { bsonType } from '../doc.js'
import { badValue, MongoError, notHere } from '../errors.js'
import { compareValues } from '../order/value-order.js'

type Operator = (doc: unknown, argument: unknown, options: unknown) => unknown

/** Evaluates the arguments; one that stands alone may come without its array. */
function withArguments(evaluate: (args: unknown[]) => unknown, count?: number): Operator {
  return (doc, argument, options) => {
    const list = Array.isArray(argument) ? argument : [argument]
    if (count !== undefined && list.length !== count)
      throw badValue(`an expression takes exactly ${count} arguments. ${list.length} were passed in.`)
    return evaluate(list.map((item) => evalExpr(doc as never, item as never, options as never)))
  }
}

const comparison = (test: (order: number) => boolean): Operator =>
  withArguments(([a, b]) => test(compareMissing(a, b)), 2)

/** A missing value comes before null. */
function compareMissing(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return Math.sign(compareValues(a, b))
}

/** Null where one argument is null or missing, as MongoDB's arithmetic has it. */
const unlessNull = (evaluate: (args: unknown[]) => unknown, count?: number): Operator =>
  withArguments((args) => (args.some((arg) => arg === null || arg === undefined) ? null : evaluate(args)), count)

export function numberOf(value: unknown, operator: string): number {
  if (typeof value === 'number') return value
  if (bsonType(value) !== undefined && bsonType(value) !== 'ObjectId')
    throw notHere(`${operator} on ${bsonType(value)}`)
  throw new MongoError(
    'TypeMismatch',
    `${operator} only supports numeric types, not ${value instanceof Date ? 'date' : typeof value}`,
  )
}

const onNumbers = (operator: string, evaluate: (...numbers: number[]) => number, count?: number): Operator =>
  unlessNull((args) => evaluate(...args.map((arg) => numberOf(arg, operator))), count)

function add(args: unknown[]): unknown {
  const dates = args.filter((arg) => arg instanceof Date)
  if (dates.length > 1) throw new MongoError('TypeMismatch', 'only one date allowed in an $add expression')
  const sum = args.reduce<number>(
    (total, arg) => total + (arg instanceof Date ? arg.getTime() : numberOf(arg, '$add')),
    0,
  )
  return dates.length === 1 ? new Date(sum) : sum
}

function subtract([a, b]: unknown[]): unknown {
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (a instanceof Date) return new Date(a.getTime() - numberOf(b, '$subtract'))
  return numberOf(a, '$subtract') - numberOf(b, '$subtract')
}

function divide(a: number, b: number): number {
  if (b === 0) throw badValue("can't $divide by zero")
  return a / b
}

/** Rounds halves to even, as MongoDB does. */
function round(value: number, places = 0): number {
  const factor = 10 ** places
  const scaled = value * factor
  const floor = Math.floor(scaled)
  const even = floor % 2 === 0 ? floor : floor + 1
  return (scaled - floor === 0.5 ? even : Math.round(scaled)) / factor
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') throw badValue("can't convert to String")
  return value
}

/** Null and missing have no elements; anything else must be an array. */
function element(name: string, at: number): Operator {
  return unlessNull(([value]) => {
    if (!Array.isArray(value)) throw badValue(`${name}'s argument must be an array`)
    return value.at(at)
  }, 1)
}

function size([value]: unknown[]): number {
  if (!Array.isArray(value)) throw badValue('The argument to $size must be an array')
  return value.length
}

function elementAt([array, index]: unknown[]): unknown {
  if (!Array.isArray(array)) throw badValue("$arrayElemAt's first argument must be an array")
  return array.at(numberOf(index, '$arrayElemAt'))
}

function isIn([value, array]: unknown[]): boolean {
  if (!Array.isArray(array)) throw badValue('$in requires an array as a second argument')
  return array.some((item) => compareMissing(item, value) === 0)
}

/** MongoDB's truth: only false, null, missing and zero are false; the empty string is true. */
export function truthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0
}

export const ownExpressions: Record<string, Operator> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: withArguments(([a, b]) => compareMissing(a, b), 2),
  $in: withArguments(isIn, 2),
  $and: withArguments((args) => args.every(truthy)),
  $or: withArguments((args) => args.some(truthy)),
  $not: withArguments(([value]) => !truthy(value), 1),
  $ifNull: withArguments((args) =>
    args.find((arg, at) => (arg !== null && arg !== undefined) || at === args.length - 1),
  ),
  $add: unlessNull(add),
  $subtract: unlessNull(subtract, 2),
  $multiply: onNumbers('$multiply', (...numbers) => numbers.reduce((product, number) => product * number, 1)),
  $divide: onNumbers('$divide', divide, 2),
  $mod: onNumbers('$mod', (a, b) => a % b, 2),
  $abs: onNumbers('$abs', Math.abs, 1),
  $ceil: onNumbers('$ceil', Math.ceil, 1),
  $floor: onNumbers('$floor', Math.floor, 1),
  $round: onNumbers('$round', round),
  $toLower: withArguments(([value]) => textOf(value).toLowerCase(), 1),
  $toUpper: withArguments(([value]) => textOf(value).toUpperCase(), 1),
  $isArray: withArguments(([value]) => Array.isArray(value), 1),
  $first: element('$first', 0),
  $last: element('$last', -1),
  $size: withArguments(size, 1),
  $arrayElemAt: unlessNull(elementAt, 2),
}
