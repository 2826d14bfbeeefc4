/** $project and $addFields: fields kept, dropped, computed. */
import { isPlain, isOperators, type Doc } from '../doc.js'
import { badValue, MongoError } from '../errors.js'
import { compileExpression, isExpression, type Evaluate } from '../query/expressions.js'
import { parsePath } from '../query/paths.js'
import { compileProjection, include, treeOf } from '../query/projection.js'

type Map = (doc: Doc) => Doc

interface Computed {
  path: string[]
  evaluate: Evaluate
}

const isFlag = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean'

export function compileProject(operand: unknown): Map {
  const fields = fieldsOf(operand, '$project')
  const computed = fields.filter(({ value }) => !isFlag(value))
  for (const { value } of computed) checkOperator(value)
  if (computed.length === 0)
    return compileProjection(Object.fromEntries(fields.map(({ name, value }) => [name, value]))) ?? ((doc) => doc)

  const flags = fields.filter(({ value }) => isFlag(value))
  const dropped = flags.find(({ name, value }) => !value && name !== '_id')
  if (dropped)
    throw new MongoError('Location31254', `Cannot do exclusion on field ${dropped.name} in inclusion projection`)
  const keepsId = !fields.some(({ name, value }) => name === '_id' && !(isFlag(value) && value))
  const kept = flags.filter(({ name, value }) => Boolean(value) && name !== '_id').map(({ name }) => name)
  const tree = treeOf(keepsId ? ['_id', ...kept] : kept)
  const compute = computing(computed)
  return (doc) => compute(include(doc, tree), doc)
}

/** Here, and only here, MongoDB calls an unknown expression by another number. */
function checkOperator(value: unknown): void {
  const [operator] = isOperators(value) ? Object.keys(value) : []
  if (operator !== undefined && !isExpression(operator))
    throw new MongoError('Location31325', `Invalid $project :: caused by :: Unknown expression ${operator}`)
}

export function compileAddFields(operand: unknown): Map {
  const compute = computing(fieldsOf(operand, '$addFields'))
  return (doc) => compute(doc, doc)
}

/** A nested document stands for dotted fields; a document with an operator is an expression. */
function fieldsOf(operand: unknown, stage: string, prefix = ''): { name: string; value: unknown }[] {
  if (!isPlain(operand) || Object.keys(operand).length === 0)
    throw badValue(`${stage} specification must be a non-empty object`)
  return Object.entries(operand).flatMap(([field, value]) => {
    if (field.startsWith('$')) throw new MongoError('Location31325', `Unknown expression ${field} in ${stage}`)
    const name = prefix + field
    return isPlain(value) && !isOperators(value) && Object.keys(value).length > 0
      ? fieldsOf(value, stage, `${name}.`)
      : [{ name, value }]
  })
}

/** All expressions see the document as it came. A missing result leaves the field out. */
function computing(fields: { name: string; value: unknown }[]): (base: Doc, source: Doc) => Doc {
  const computed: Computed[] = fields.map(({ name, value }) => ({
    path: parsePath(name),
    evaluate: compileExpression(value),
  }))
  return (base, source) =>
    computed.reduce((doc, { path, evaluate }) => withField(doc, path, evaluate(source)) as Doc, base)
}

/** Arrays on the way are entered, anything else is replaced by a document, as in MongoDB. */
function withField(node: unknown, path: readonly string[], value: unknown): unknown {
  const [part, ...rest] = path
  if (part === undefined) return value
  if (Array.isArray(node)) return node.map((item) => withField(item, path, value))
  const doc = isPlain(node) ? { ...node } : {}
  const next = rest.length === 0 ? value : withField(doc[part], rest, value)
  if (next === undefined) delete doc[part]
  else doc[part] = next
  return doc
}
