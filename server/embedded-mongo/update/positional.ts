/** Which element `$` and `$[name]` mean. */
import { isOperators, isPlain, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { reach } from '../order/reach.js'
import { compileFilter } from '../query/matcher.js'

export type ElementTest = (element: unknown) => boolean

/** The first element that meets the filter's last condition on that array, as MongoDB's positional operator has it. */
export function matchedPosition(doc: Doc, filter: Doc, field: string): number | undefined {
  const items = reach(doc, field.split('.')).whole[0]
  if (!Array.isArray(items)) return undefined
  let found: number | undefined
  for (const { inner, condition } of conditionsOn(filter, field)) {
    const test = elementTest(inner, condition)
    const at = test ? items.findIndex(test) : Number.parseInt(inner, 10)
    if (at >= 0) found ??= at
  }
  return found
}

function conditionsOn(filter: Doc, field: string): { inner: string; condition: unknown }[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key === '$and' || key === '$or') return (condition as Doc[]).flatMap((branch) => conditionsOn(branch, field))
    if (key !== field && !key.startsWith(`${field}.`)) return []
    return [{ inner: key.slice(field.length + 1), condition }]
  })
}

/** Undefined when the filter itself names the index. */
function elementTest(inner: string, condition: unknown): ElementTest | undefined {
  if (/^\d+(\.|$)/.test(inner)) return undefined
  if (inner !== '') return onDocuments(compileFilter({ [inner]: condition }))
  const element = isPlain(condition) && isPlain(condition.$elemMatch) ? condition.$elemMatch : undefined
  if (element && !isOperators(element)) return onDocuments(compileFilter(element))
  const matches = compileFilter({ element: element ?? condition })
  return (value) => matches({ element: value })
}

const onDocuments =
  (matches: (doc: Doc) => boolean): ElementTest =>
  (element) =>
    isPlain(element) && matches(element)

/** One test for each name used in `$[name]`. */
export function compileArrayFilters(arrayFilters: unknown): Map<string, ElementTest> {
  const tests = new Map<string, ElementTest>()
  if (arrayFilters === undefined) return tests
  if (!Array.isArray(arrayFilters)) throw new MongoError('TypeMismatch', 'arrayFilters must be an array')
  for (const filter of arrayFilters as Doc[]) {
    const names = new Set(namesIn(filter))
    const [name] = names
    if (name === undefined || names.size !== 1)
      throw new MongoError('FailedToParse', 'Expected a single top-level field name in an array filter')
    if (tests.has(name))
      throw new MongoError('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`)
    const matches = compileFilter(filter)
    tests.set(name, (element) => matches({ [name]: element }))
  }
  return tests
}

function namesIn(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([key, inner]) =>
    key.startsWith('$') && Array.isArray(inner) ? (inner as Doc[]).flatMap(namesIn) : [key.split('.')[0] ?? ''],
  )
}
