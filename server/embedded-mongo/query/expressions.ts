/**
 * Aggregation expressions. mingo evaluates those that were checked against MongoDB's documentation; comparison and
 * arithmetic are ours, because mingo's compare across types and treat Long and null differently. All others are refused.
 */
import { Context, evalExpr } from 'mingo/core'
import * as stock from 'mingo/operators/expression'
import { isPlain, type Doc } from '../doc.js'
import { badValue, MongoError } from '../errors.js'
import { ownExpressions } from './own-expressions.js'

const fromMingo = [
  '$literal',
  '$cond',
  '$switch',
  '$concat',
  '$concatArrays',
  '$filter',
  '$map',
  '$reduce',
  '$mergeObjects',
  '$objectToArray',
  '$dateToString',
  '$let',
] as const

const expression = {
  ...Object.fromEntries(fromMingo.map((name) => [name, (stock as unknown as Record<string, unknown>)[name]])),
  ...ownExpressions,
}
const options = {
  context: Context.init({ expression: expression as never }),
  scriptEnabled: false,
  useStrictMode: true,
  failOnError: true,
}

export const isExpression = (operator: string): boolean => Object.hasOwn(expression, operator)

export type Evaluate = (doc: Doc) => unknown

/** Refuses unknown operators at once, then evaluates per document. `undefined` is a missing value. */
export function compileExpression(expr: unknown): Evaluate {
  check(expr)
  if (typeof expr === 'string' && /^\$[^$.]+$/.test(expr)) {
    const field = expr.slice(1)
    return (doc) => (Object.hasOwn(doc, field) ? doc[field] : undefined)
  }
  return (doc) => {
    try {
      return evalExpr(doc, expr, options as never)
    } catch (error) {
      if (error instanceof MongoError) throw error
      throw badValue((error as Error).message)
    }
  }
}

function check(expr: unknown): void {
  if (Array.isArray(expr)) return expr.forEach(check)
  if (!isPlain(expr)) return
  const entries = Object.entries(expr)
  for (const [key, inner] of entries) {
    if (key === '$literal') continue
    if (key.startsWith('$')) {
      if (entries.length > 1)
        throw badValue(`an expression must have exactly one operator, found ${entries.length} beside ${key}`)
      if (!isExpression(key)) throw new MongoError('InvalidPipelineOperator', `Unrecognized expression '${key}'`)
    }
    check(inner)
  }
}
