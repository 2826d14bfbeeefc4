/** Applies update operators or a replacement to one document. */
import { copyOf, isPlain, type Doc } from '../doc.js'
import { MongoError, notHere } from '../errors.js'
import { sameValue } from '../order/value-order.js'
import { parsePath } from '../query/paths.js'
import { operators, unknownOperator } from './operators.js'
import { compileArrayFilters, matchedPosition, type ElementTest } from './positional.js'
import { walkUpdate } from './walk.js'

export interface CompiledUpdate {
  replaces: boolean
  /** The top-level fields it may change; undefined means any. */
  touches?: ReadonlySet<string>
  apply: (doc: Doc, inserting: boolean) => Doc
}

interface Edit {
  operator: string
  path: string[]
  operand: unknown
}

/** Checks the whole update once; `filter` is the statement's, for the positional operator. `apply` may change the document it is given. */
export function compileUpdate(update: unknown, filter: Doc, arrayFilters?: unknown): CompiledUpdate {
  if (Array.isArray(update)) throw notHere('an update by pipeline')
  if (!isPlain(update)) throw new MongoError('FailedToParse', 'Update argument must be either an object or an array')
  const tests = compileArrayFilters(arrayFilters)
  if (!Object.keys(update)[0]?.startsWith('$')) return replacement(update, tests)

  const edits = editsOf(update)
  checkConflicts(edits)
  checkUsed(edits, tests)
  return {
    replaces: false,
    touches: new Set(edits.map(({ path }) => path[0] ?? '')),
    apply(doc, inserting) {
      const id = copyOf(doc._id)
      for (const edit of edits)
        if (inserting || edit.operator !== '$setOnInsert') applyEdit(doc, edit, { filter, tests })
      return keepingId(doc, id)
    },
  }
}

function replacement(next: Doc, tests: Map<string, ElementTest>): CompiledUpdate {
  const operator = Object.keys(next).find((key) => key.startsWith('$'))
  if (operator)
    throw new MongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${operator}' is not allowed in the context of a replacement document.`,
    )
  if (tests.size > 0)
    throw new MongoError('FailedToParse', 'arrayFilters may not be specified for replacement-style updates')
  return { replaces: true, apply: (doc) => keepingId(copyOf(next), doc._id) }
}

/** MongoDB applies the paths of one operator in their order of names. */
function editsOf(update: Doc): Edit[] {
  return Object.entries(update).flatMap(([operator, fields]) => {
    if (!Object.hasOwn(operators, operator)) throw unknownOperator(operator)
    if (!isPlain(fields))
      throw new MongoError('FailedToParse', `Modifiers operate on fields but we found another type in ${operator}`)
    const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
    return sorted.map(([path, operand]) => ({ operator, path: updatePath(path), operand }))
  })
}

function updatePath(path: string): string[] {
  const parts = parsePath(path)
  if (parts.includes(''))
    throw new MongoError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    )
  return parts
}

function checkConflicts(edits: Edit[]): void {
  const seen = new Set<string>()
  const prefixes = new Set<string>()
  for (const { path } of edits) {
    const whole = path.join('.')
    const starts = path.map((_part, at) => path.slice(0, at + 1).join('.'))
    const clash = starts.find((start) => seen.has(start)) ?? (prefixes.has(whole) ? whole : undefined)
    if (clash)
      throw new MongoError(
        'ConflictingUpdateOperators',
        `Updating the path '${whole}' would create a conflict at '${clash}'`,
      )
    seen.add(whole)
    for (const start of starts) prefixes.add(start)
  }
}

function checkUsed(edits: Edit[], tests: Map<string, ElementTest>): void {
  for (const name of tests.keys()) {
    if (edits.some(({ path }) => path.includes(`$[${name}]`))) continue
    throw new MongoError('FailedToParse', `The array filter for identifier '${name}' was not used in the update`)
  }
}

function applyEdit(
  doc: Doc,
  { operator, path, operand }: Edit,
  { filter, tests }: { filter: Doc; tests: Map<string, ElementTest> },
): void {
  const known = operators[operator]
  if (!known) throw unknownOperator(operator)
  const dollar = path.indexOf('$')
  walkUpdate(doc, {
    path,
    creates: known.creates,
    arrayFilters: tests,
    position: dollar > 0 ? matchedPosition(doc, filter, path.slice(0, dollar).join('.')) : undefined,
    edit: (place) => known.edit(place, operand),
  })
}

function keepingId(next: Doc, id: unknown): Doc {
  if (id === undefined) return next
  if (next._id !== undefined && !sameValue(id, next._id)) {
    throw new MongoError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  }
  const { _id, ...rest } = next
  return { _id: _id ?? id, ...rest }
}
