/** The shape of everything that passes: BSON documents as the `bson` library decodes them. */
import { deserialize, serialize } from 'bson'

export type Doc = Record<string, unknown>

/** Binary and regular expressions stay BSON objects, so that what was not changed is written back as it came. */
const decoding = { promoteBuffers: false, bsonRegExp: true } as const

export function decode(raw: Uint8Array): Doc {
  return deserialize(raw, decoding)
}

/** With Int32, Long and Double as they were stored, where JavaScript numbers would forget the difference. */
export function decodeExact(raw: Uint8Array): Doc {
  return deserialize(raw, { ...decoding, promoteValues: false })
}

/** An insert command with its documents left as bytes. */
export function decodeInsert(raw: Uint8Array): Doc {
  return deserialize(raw, { ...decoding, fieldsAsRaw: { documents: true } })
}

/** A missing value (`undefined`) is left out. */
export function encodeDoc(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function isPlain(value: unknown): value is Doc {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return !(value instanceof Date) && !(value instanceof Uint8Array) && bsonType(value) === undefined
}

/** The library's own mark on ObjectId, Long, Binary and the like. */
export function bsonType(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return undefined
  return (value as { _bsontype?: string })._bsontype
}

/** A document of operators, such as `{ $gte: 3 }`, as opposed to a value. */
export function isOperators(value: unknown): value is Doc {
  return isPlain(value) && Object.keys(value)[0]?.startsWith('$') === true
}

/** A deep copy of containers; scalars and BSON objects are never changed in place and are shared. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])) as T
}
