/** What an index may be here: ascending and descending fields, unique, sparse, partial, TTL. Anything else is refused. */
import { isOperators, isPlain, type Doc } from '../doc.js'
import { MongoError, notHere } from '../errors.js'
import { encodeDoc } from '../doc.js'
import type { Path } from '../order/reach.js'
import { compileFilter, type Matcher } from '../query/matcher.js'
import { parsePath } from '../query/paths.js'

export interface IndexSpec extends Doc {
  v: number
  key: Record<string, 1 | -1>
  name: string
  unique?: boolean
  sparse?: boolean
  partialFilterExpression?: Doc
  expireAfterSeconds?: number
}

export interface IndexField {
  name: string
  path: Path
  direction: 1 | -1
}

export interface Index {
  id: number
  spec: IndexSpec
  fields: IndexField[]
  /** The top-level fields that decide what a document has in it. */
  roots: ReadonlySet<string>
  /** Entries lie under it: the encoded values, then the document's id unless the index is unique. */
  prefix: Buffer
  /** Whether an array was ever indexed: then one document may have several entries. */
  multikey: boolean
  partial?: Matcher
}

const knownOptions = [
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'ns',
]

/** Checks what a client asks for. `background` means nothing since MongoDB 4.2 and is dropped, as there. */
export function parseIndexSpec(wanted: unknown): IndexSpec {
  if (!isPlain(wanted)) throw new MongoError('TypeMismatch', 'an index must be an object')
  for (const option of Object.keys(wanted)) checkOption(option)
  const { key, name, unique, sparse, partialFilterExpression, expireAfterSeconds } = wanted
  if (typeof name !== 'string' || name === '')
    throw new MongoError('CannotCreateIndex', 'index names must be nonempty strings')
  const spec: IndexSpec = { v: 2, key: parseKey(key), name }
  if (unique) spec.unique = true
  if (sparse) spec.sparse = true
  if (partialFilterExpression !== undefined) spec.partialFilterExpression = parsePartial(partialFilterExpression, spec)
  if (expireAfterSeconds !== undefined) spec.expireAfterSeconds = parseExpiry(expireAfterSeconds, spec)
  return spec
}

function checkOption(option: string): void {
  if (knownOptions.includes(option)) return
  if (option === 'collation' || option === 'hidden') throw notHere(`the index option ${option}`)
  throw new MongoError(
    'InvalidIndexSpecificationOption',
    `The field '${option}' is not valid for an index specification.`,
  )
}

function parseKey(key: unknown): Record<string, 1 | -1> {
  const fields = isPlain(key) ? Object.entries(key) : []
  if (fields.length === 0) throw new MongoError('CannotCreateIndex', 'Index keys cannot be empty.')
  return Object.fromEntries(
    fields.map(([field, direction]) => {
      const sign = Number(direction)
      if (field.includes('$') || typeof direction === 'string' || Number.isNaN(sign) || sign === 0) {
        throw new MongoError(
          'CannotCreateIndex',
          `Unknown index plugin or value '${String(direction)}' for field ${field}`,
        )
      }
      if (field === '' || field.split('.').includes(''))
        throw new MongoError('CannotCreateIndex', 'Index keys cannot contain an empty field.')
      return [field, sign > 0 ? 1 : -1] as const
    }),
  )
}

/** The operators MongoDB allows; with others a document might match a query through one array element and the filter through none. */
const partialOperators = ['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']

function parsePartial(filter: unknown, spec: IndexSpec): Doc {
  const invalid = (what: string): MongoError =>
    new MongoError('CannotCreateIndex', `unsupported expression in partial index: ${what}`)
  if (!isPlain(filter)) throw invalid('not a document')
  if (spec.sparse)
    throw new MongoError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options')
  for (const [field, condition] of Object.entries(filter)) {
    if (field.startsWith('$')) throw invalid(field)
    if (!isOperators(condition)) continue
    for (const [operator, operand] of Object.entries(condition)) {
      if (!partialOperators.includes(operator) || (operator === '$exists' && !operand)) throw invalid(operator)
    }
  }
  compileFilter(filter)
  return filter
}

function parseExpiry(seconds: unknown, spec: IndexSpec): number {
  if (typeof seconds !== 'number' || seconds < 0 || seconds > 2 ** 31 - 1) {
    throw new MongoError(
      'CannotCreateIndex',
      "TTL index 'expireAfterSeconds' option must be within an acceptable range",
    )
  }
  if (Object.keys(spec.key).length !== 1 || spec.key._id)
    throw new MongoError('CannotCreateIndex', 'TTL indexes are single-field indexes')
  return seconds
}

export function defineIndex(id: number, spec: IndexSpec): Index {
  const prefix = Buffer.from('i0000')
  prefix.writeUInt32BE(id, 1)
  const fields = Object.entries(spec.key).map(([name, direction]) => ({ name, path: parsePath(name), direction }))
  const named = [...fields.map(({ name }) => name), ...Object.keys(spec.partialFilterExpression ?? {})]
  return {
    id,
    spec,
    fields,
    roots: new Set(named.map((name) => parsePath(name)[0] ?? '')),
    prefix,
    multikey: false,
    ...(spec.partialFilterExpression && { partial: compileFilter(spec.partialFilterExpression) }),
  }
}

export function sameIndex(a: IndexSpec, b: IndexSpec): boolean {
  return encodeDoc({ ...a, name: '' }).equals(encodeDoc({ ...b, name: '' }))
}

/** Two indexes of one collection may not share both. */
export function sameKeyAndFilter(a: IndexSpec, b: IndexSpec): boolean {
  const part = ({ key, partialFilterExpression }: IndexSpec): Buffer =>
    encodeDoc({ key, partial: partialFilterExpression ?? null })
  return part(a).equals(part(b))
}
