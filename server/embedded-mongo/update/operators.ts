/** Update operators on one field of one document, with MongoDB's refusals. */
import { copyOf, isPlain } from '../doc.js'
import { MongoError } from '../errors.js'
import { compareValues, sameValue } from '../order/value-order.js'
import { addToSet, pop, pull, pullAll, push } from './array-operators.js'
import { addNumbers, isNumeric } from './numbers.js'
import { valueAt, type Place } from './place.js'

export interface Operator {
  edit: (place: Place, operand: unknown) => void
  /** Whether missing documents on the way are created. */
  creates: boolean
}

export const operators: Record<string, Operator> = {
  $set: { edit: set, creates: true },
  $setOnInsert: { edit: set, creates: true },
  $unset: { edit: unset, creates: false },
  $inc: { edit: increment, creates: true },
  $min: { edit: (place, operand) => setWhen(place, operand, (order) => order < 0), creates: true },
  $max: { edit: (place, operand) => setWhen(place, operand, (order) => order > 0), creates: true },
  $push: { edit: push, creates: true },
  $addToSet: { edit: addToSet, creates: true },
  $pop: { edit: pop, creates: false },
  $pull: { edit: pull, creates: false },
  $pullAll: { edit: pullAll, creates: false },
}

/** An equal value stays as it is: nothing was modified. */
function set(place: Place, operand: unknown): void {
  const before = valueAt(place)
  if (before === undefined || !sameValue(before, operand)) place.parent[place.key] = copyOf(operand)
}

function unset({ parent, key }: Place): void {
  if (!Array.isArray(parent)) delete parent[key]
  else if (Number(key) < parent.length) parent[Number(key)] = null
}

function increment(place: Place, operand: unknown): void {
  const before = valueAt(place)
  if (!isNumeric(operand))
    throw new MongoError('TypeMismatch', `Cannot increment with non-numeric argument: {${place.path}}`)
  if (before !== undefined && !isNumeric(before)) {
    const type = before === null ? 'null' : isPlain(before) ? 'object' : Array.isArray(before) ? 'array' : typeof before
    throw new MongoError(
      'TypeMismatch',
      `Cannot apply $inc to a value of non-numeric type: the field '${place.path}' is of type ${type}`,
    )
  }
  place.parent[place.key] = addNumbers(before ?? 0, operand)
}

function setWhen(place: Place, operand: unknown, better: (order: number) => boolean): void {
  const before = valueAt(place)
  if (before === undefined || better(compareValues(operand, before))) place.parent[place.key] = copyOf(operand)
}

export const unknownOperator = (name: string): MongoError =>
  new MongoError(
    'FailedToParse',
    `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
  )
