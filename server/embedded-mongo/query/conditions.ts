/**
 * The conditions a filter may put on one field, with MongoDB's comparison rules: values compare within their type, an array
 * matches when it or one of its elements does, null matches a missing field.
 */
import { isOperators, isPlain, bsonType } from '../doc.js'
import { badValue, notHere } from '../errors.js'
import { compareValues, identityOf, tagOf } from '../order/value-order.js'
import { isRegex, regexTest } from './regex.js'

/** What a path reached: the values as they are, and with the elements of arrays spread out. */
export interface Candidates {
  whole: readonly unknown[]
  each: readonly unknown[]
}

export type Condition = (candidates: Candidates) => boolean
type Compile = (operand: unknown, siblings: Record<string, unknown>) => Condition

/** Compiles a document on the elements of an array; given by the matcher, which knows whole filters. */
export type CompileElement = (filter: Record<string, unknown>) => (element: unknown) => boolean

export function spread(whole: readonly unknown[]): Candidates {
  if (!whole.some(Array.isArray)) return { whole, each: whole }
  return { whole, each: whole.flatMap((value) => (Array.isArray(value) ? [...(value as unknown[]), value] : [value])) }
}

export function compileCondition(condition: unknown, elements: CompileElement): Condition {
  if (isRegex(condition)) return regex(condition)
  if (!isOperators(condition)) return equals(condition)
  const all = Object.entries(condition).map(([name, operand]) => {
    const known = plain[name]
    if (known) return known(operand, condition)
    const nesting = nested[name]
    if (!nesting) throw badValue(`unknown operator: ${name}`)
    return nesting(operand, elements)
  })
  return (candidates) => all.every((one) => one(candidates))
}

/** Those that hold conditions or documents themselves. */
const nested: Record<string, (operand: unknown, elements: CompileElement) => Condition> = {
  $not: (operand, elements) => {
    if (!isRegex(operand) && !isOperators(operand)) throw badValue('$not needs a regex or a document')
    return not(compileCondition(operand, elements))
  },
  $all: (operand, elements) => {
    const all = arrayOf('$all', operand).map((item) => compileAllItem(item, elements))
    return (candidates) => all.length > 0 && all.every((one) => one(candidates))
  },
  $elemMatch: elemMatch,
}

const plain: Record<string, Compile> = {
  $eq: (operand) => (isRegex(operand) ? literally(operand) : equals(operand)),
  $ne: (operand) => {
    if (isRegex(operand)) throw badValue("Can't have regex as arg to $ne.")
    return not(equals(operand))
  },
  $gt: (operand) => compared(operand, (order) => order > 0, false),
  $gte: (operand) => compared(operand, (order) => order >= 0, true),
  $lt: (operand) => compared(operand, (order) => order < 0, false),
  $lte: (operand) => compared(operand, (order) => order <= 0, true),
  $in: (operand) => oneOf(arrayOf('$in', operand)),
  $nin: (operand) => not(oneOf(arrayOf('$nin', operand))),
  $exists: (operand) => {
    const wanted = Boolean(operand)
    return ({ whole }) => whole.some((value) => value !== undefined) === wanted
  },
  $size: (operand) => {
    if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
      throw badValue('Failed to parse $size. Expected a non-negative integer')
    return ({ whole }) => whole.some((value) => Array.isArray(value) && value.length === operand)
  },
  $type: (operand) => {
    const kinds = [operand].flat().map(kindOf)
    return ({ each }) => each.some((value) => value !== undefined && kinds.some((is) => is(value)))
  },
  $regex: (operand, siblings) => regex(operand, siblings.$options),
  $options: (_operand, siblings) => {
    if (siblings.$regex === undefined) throw badValue('$options needs a $regex')
    return () => true
  },
}

function not(condition: Condition): Condition {
  return (candidates) => !condition(candidates)
}

function literally(operand: unknown): Condition {
  const wanted = identityOf(operand)
  return ({ each }) => each.some((value) => isRegex(value) && identityOf(value) === wanted)
}

function equals(operand: unknown): Condition {
  return compared(operand ?? null, (order) => order === 0, true)
}

/** `matchesMissing`: whether a missing field counts as null here. */
function compared(operand: unknown, test: (order: number) => boolean, matchesMissing: boolean): Condition {
  if (isRegex(operand)) throw badValue("Can't have RegEx as arg to predicate over field")
  const wanted = operand ?? null
  const kind = tagOf(wanted)
  const missing = matchesMissing && wanted === null
  return ({ each }) =>
    each.some((value) => {
      if (value === undefined) return missing
      if (tagOf(value) !== kind) return false
      if (typeof value === 'number' && typeof wanted === 'number' && Number.isNaN(value) !== Number.isNaN(wanted))
        return false
      return test(compareValues(value, wanted))
    })
}

function oneOf(operands: unknown[]): Condition {
  const patterns = operands.filter(isRegex).map((pattern) => regexTest(pattern))
  const strings = new Set<unknown>()
  const others = new Set<string>()
  for (const operand of operands) {
    if (isOperators(operand)) throw badValue('cannot nest $ under $in')
    if (typeof operand === 'string') strings.add(operand)
    else if (!isRegex(operand)) others.add(identityOf(operand ?? null))
  }
  return ({ each }) =>
    each.some((value) => {
      if (typeof value === 'string') return strings.has(value) || patterns.some((matches) => matches(value))
      return others.size > 0 && others.has(identityOf(value ?? null))
    })
}

function regex(operand: unknown, options?: unknown): Condition {
  const matches = regexTest(operand, options)
  return ({ each }) => each.some((value) => typeof value === 'string' && matches(value))
}

function compileAllItem(item: unknown, elements: CompileElement): Condition {
  if (isPlain(item) && '$elemMatch' in item) return elemMatch(item.$elemMatch, elements)
  if (isOperators(item)) throw badValue('no $ expressions in $all')
  return isRegex(item) ? regex(item) : equals(item)
}

const logical = ['$and', '$or', '$nor']

function elemMatch(operand: unknown, elements: CompileElement): Condition {
  if (!isPlain(operand)) throw badValue('$elemMatch needs an Object')
  const byValue = isOperators(operand) && !logical.includes(Object.keys(operand)[0] ?? '')
  const matches = byValue ? onValue(compileCondition(operand, elements)) : elements(operand)
  return ({ whole }) => whole.some((value) => Array.isArray(value) && value.some(matches))
}

/** An array inside an array is one element here: it is not entered again. */
function onValue(condition: Condition): (element: unknown) => boolean {
  return (element) => condition({ whole: [element], each: [element] })
}

function arrayOf(name: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`)
  return operand
}

const kinds: Record<string, (value: unknown) => boolean> = {
  number: (value) =>
    typeof value === 'number' || ['Long', 'Decimal128', 'Double', 'Int32'].includes(bsonType(value) ?? ''),
  string: (value) => typeof value === 'string',
  object: isPlain,
  array: Array.isArray,
  binData: (value) => bsonType(value) === 'Binary',
  objectId: (value) => bsonType(value) === 'ObjectId',
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: isRegex,
  timestamp: (value) => bsonType(value) === 'Timestamp',
}
const kindNames: Record<string, string> = {
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  17: 'timestamp',
}
/** Documents are decoded to JavaScript numbers, which no longer tell these apart. */
const indistinct = ['double', 'int', 'long', 'decimal', '1', '16', '18', '19']

function kindOf(name: unknown): (value: unknown) => boolean {
  if (indistinct.includes(String(name))) throw notHere(`$type ${String(name)}`)
  const kind = kinds[kindNames[String(name)] ?? String(name)]
  if (!kind) throw badValue(`Unknown type name alias: ${String(name)}`)
  return kind
}
