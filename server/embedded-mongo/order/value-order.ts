/**
 * Order-preserving encoding of BSON values: comparing two encodings byte by byte gives MongoDB's comparison order
 * (www.mongodb.com/docs/manual/reference/bson-type-comparison-order). The one definition of order, shared by index keys,
 * sorting, equality, ranges, grouping and distinct.
 */
import type { Binary, BSONRegExp, Long, ObjectId, Timestamp } from 'bson'
import { bsonType, type Doc } from '../doc.js'
import { notHere } from '../errors.js'
import { KeyWriter } from './key-writer.js'

/** The first byte of an encoding; `emptyArray` is what an index holds for `[]`. */
export const tag = {
  emptyArray: 0x04,
  null: 0x05,
  number: 0x10,
  string: 0x14,
  object: 0x20,
  array: 0x28,
  binary: 0x30,
  objectId: 0x38,
  bool: 0x40,
  date: 0x48,
  timestamp: 0x50,
  regex: 0x58,
} as const
type Tag = (typeof tag)[keyof typeof tag]

const bsonTags: Record<string, Tag> = {
  ObjectId: tag.objectId,
  Long: tag.number,
  Int32: tag.number,
  Double: tag.number,
  Binary: tag.binary,
  Timestamp: tag.timestamp,
  BSONRegExp: tag.regex,
}

/** `undefined` stands for an empty array in an index; documents never hold it. */
export function tagOf(value: unknown): Tag {
  switch (typeof value) {
    case 'string':
      return tag.string
    case 'number':
    case 'bigint':
      return tag.number
    case 'boolean':
      return tag.bool
    case 'undefined':
      return tag.emptyArray
    default:
      return tagOfObject(value)
  }
}

function tagOfObject(value: unknown): Tag {
  if (value === null) return tag.null
  if (Array.isArray(value)) return tag.array
  if (value instanceof Date) return tag.date
  if (value instanceof Uint8Array) return tag.binary
  const type = bsonType(value)
  if (type === undefined) return tag.object
  const known = bsonTags[type]
  if (known === undefined) throw notHere(`comparing a value of type ${type}`)
  return known
}

const writer = new KeyWriter()

function write(value: unknown): void {
  const kind = tagOf(value)
  writer.byte(kind)
  writers[kind]?.(value)
}

const writers: Partial<Record<Tag, (value: unknown) => void>> = {
  [tag.number]: writeNumber,
  [tag.string]: (value) => writer.text(value as string),
  [tag.object]: (value) => writeObject(value as Doc),
  [tag.array]: (value) => writeArray(value as unknown[]),
  [tag.binary]: writeBinary,
  [tag.objectId]: (value) => writer.bytes((value as ObjectId).id),
  [tag.bool]: (value) => writer.byte(value === true ? 1 : 0),
  [tag.date]: (value) => writer.int64(BigInt((value as Date).getTime() || 0)),
  [tag.timestamp]: (value) => writer.uint64(BigInt.asUintN(64, (value as Timestamp).toBigInt())),
  [tag.regex]: (value) => {
    writer.text((value as BSONRegExp).pattern)
    writer.text((value as BSONRegExp).options)
  },
}

function writeNumber(value: unknown): void {
  if (typeof value === 'number') return writer.double(value, 0)
  if (typeof value !== 'bigint' && bsonType(value) !== 'Long') return writer.double(Number(value), 0)
  const exact = typeof value === 'bigint' ? value : (value as Long).toBigInt()
  const near = Number(exact)
  writer.double(near, Number(exact - BigInt(near)))
}

/** MongoDB compares fields in their order: type, then name, then value. */
function writeObject(value: Doc): void {
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue
    writer.byte(tagOf(inner))
    writer.text(key)
    write(inner)
  }
  writer.byte(0)
}

function writeArray(items: unknown[]): void {
  for (const item of items) write(item === undefined ? null : item)
  writer.byte(0)
}

function writeBinary(value: unknown): void {
  const data = value instanceof Uint8Array ? value : (value as Binary).value()
  writer.uint32(data.length)
  writer.byte(value instanceof Uint8Array ? 0 : (value as Binary).sub_type)
  writer.bytes(data)
}

export function encodeValue(value: unknown): Buffer {
  writer.reset()
  write(value)
  return writer.take()
}

/** Several values after each other; those with a negative direction in reverse order. */
export function encodeValues(values: unknown[], directions: number[]): Buffer {
  writer.reset()
  values.forEach((value, at) => {
    const start = writer.position
    write(value)
    if ((directions[at] ?? 1) < 0) writer.invert(start)
  })
  return writer.take()
}

/** The encoding as a string, for maps and sets. */
export function identityOf(value: unknown): string {
  return encodeValue(value).toString('latin1')
}

export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (typeof a === 'number' && typeof b === 'number' && !Number.isNaN(a) && !Number.isNaN(b)) return a < b ? -1 : 1
  const byKind = tagOf(a) - tagOf(b)
  return byKind !== 0 ? byKind : Buffer.compare(encodeValue(a), encodeValue(b))
}

export function sameValue(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0
}

/** The least key greater than every key that starts with `prefix`. Keys begin with a letter, so there is one. */
export function afterPrefix(prefix: Buffer): Buffer {
  for (let at = prefix.length - 1; at >= 0; at--) {
    const byte = prefix[at] ?? 0xff
    if (byte === 0xff) continue
    const end = Buffer.from(prefix.subarray(0, at + 1))
    end[at] = byte + 1
    return end
  }
  throw new RangeError('no key comes after this prefix')
}
