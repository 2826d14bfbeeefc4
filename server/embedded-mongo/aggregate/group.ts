/** $group: keys compare as MongoDB compares values, so 1 and Long 1 fall together and {a, b} and {b, a} do not. */
import { isPlain, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { identityOf } from '../order/value-order.js'
import { compileExpression, type Evaluate } from '../query/expressions.js'
import { accumulators, type Accumulator } from './accumulators.js'
import type { Run } from './stage.js'

interface GroupField {
  name: string
  evaluate: Evaluate
  make: () => Accumulator
}

export function compileGroup(operand: unknown): Run {
  if (!isPlain(operand)) throw new MongoError('Location15947', "a group's fields must be specified in an object")
  const { _id, ...rest } = operand
  if (_id === undefined) throw new MongoError('Location15955', 'a group specification must include an _id')
  const idOf = compileExpression(_id)
  const fields = Object.entries(rest).map(([name, spec]) => compileField(name, spec))
  return (docs) => grouped(docs, idOf, fields)
}

function compileField(name: string, spec: unknown): GroupField {
  const [operator, ...more] = isPlain(spec) ? Object.keys(spec) : []
  if (!isPlain(spec) || operator === undefined || more.length > 0) {
    throw new MongoError('Location40234', `The field '${name}' must be an accumulator object`)
  }
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined
  if (!make) throw new MongoError('Location15952', `unknown group operator '${operator}'`)
  return { name, evaluate: compileExpression(operator === '$count' ? 1 : spec[operator]), make }
}

function* grouped(docs: Iterable<Doc>, idOf: Evaluate, fields: GroupField[]): Generator<Doc> {
  const groups = new Map<string, { _id: unknown; running: { field: GroupField; accumulator: Accumulator }[] }>()
  for (const doc of docs) {
    const _id = idOf(doc) ?? null
    const key = identityOf(_id)
    const group = groups.get(key) ?? { _id, running: fields.map((field) => ({ field, accumulator: field.make() })) }
    groups.set(key, group)
    for (const { field, accumulator } of group.running) accumulator.add(field.evaluate(doc))
  }
  for (const { _id, running } of groups.values()) {
    yield { _id, ...Object.fromEntries(running.map(({ field, accumulator }) => [field.name, accumulator.result()])) }
  }
}
