/** Compiles a filter to a test on documents. Every part of a bad filter is refused here, even on an empty collection. */
import { isPlain, type Doc } from '../doc.js'
import { badValue } from '../errors.js'
import { reach } from '../order/reach.js'
import { compileCondition, spread } from './conditions.js'
import { compileExpression } from './expressions.js'
import { truthy } from './own-expressions.js'
import { parsePath } from './paths.js'

export type Matcher = (doc: Doc) => boolean

export function compileFilter(filter: unknown): Matcher {
  if (!isPlain(filter)) throw badValue('Expected field filter to be a document')
  const tests = Object.entries(filter).map(([key, condition]) => compileEntry(key, condition))
  const [only] = tests
  if (only && tests.length === 1) return only
  return (doc) => tests.every((test) => test(doc))
}

function compileEntry(key: string, condition: unknown): Matcher {
  switch (key) {
    case '$and':
      return all(branches(key, condition))
    case '$or':
      return any(branches(key, condition))
    case '$nor':
      return none(branches(key, condition))
    case '$expr': {
      const evaluate = compileExpression(condition)
      return (doc) => truthy(evaluate(doc))
    }
    case '$comment':
      return () => true
    default:
  }
  if (key.startsWith('$')) throw badValue(`unknown top level operator: ${key}`)
  const path = parsePath(key)
  const matches = compileCondition(condition, compileElement)
  return (doc) => matches(spread(reach(doc, path).whole))
}

function compileElement(filter: Doc): (element: unknown) => boolean {
  const matches = compileFilter(filter)
  return (element) => isPlain(element) && matches(element)
}

function branches(name: string, condition: unknown): Matcher[] {
  if (!Array.isArray(condition) || condition.length === 0) throw badValue(`${name} must be a nonempty array`)
  return condition.map((branch) => {
    if (!isPlain(branch)) throw badValue(`${name} argument's entries must be objects`)
    return compileFilter(branch)
  })
}

const all =
  (tests: Matcher[]): Matcher =>
  (doc) =>
    tests.every((test) => test(doc))
const any =
  (tests: Matcher[]): Matcher =>
  (doc) =>
    tests.some((test) => test(doc))
const none =
  (tests: Matcher[]): Matcher =>
  (doc) =>
    !tests.some((test) => test(doc))
