/** Many documents like those that are there: other people, other ids, the same organisation, position and state. */
import { ObjectId, type Document } from 'bson'
import type { Connection } from 'mongoose'

/** Words that many documents share in a bank as well. */
const shared = new Set(
  'orgId positionId status state kind next queue template action stage source language type role actor via result segment'.split(
    ' ',
  ),
)
const longestWord = 15
/** Documents' sealed parts need not be as long as they are. */
const longestPart = 64
const together = 100

export async function fillCollections(
  connection: Connection,
  { least, except }: { least: number; except: readonly string[] },
): Promise<void> {
  for (const { name } of await connection.db!.listCollections().toArray()) {
    const collection = connection.db!.collection(name)
    const there = await collection.find({}, { promoteBuffers: true }).toArray()
    if (except.includes(name) || there.length === 0 || there.length >= least) continue
    const unique = (await collection.indexes())
      .filter((index) => index.unique)
      .map(({ key }) => Object.keys(key).at(-1)!)
    const rows = Array.from({ length: least }, (_, at) => likeIt(there[at % there.length]!, { at, unique }))
    // A few at a time: the store answers others in between
    for (let at = 0; at < rows.length; at += together)
      await collection.insertMany(rows.slice(at, at + together), { ordered: false })
  }
}

function likeIt(row: Document, { at, unique }: { at: number; unique: string[] }): Document {
  const copy = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, other(key, value, at)]))
  for (const field of unique)
    if (copy[field] === row[field] && copy[field] !== undefined) copy[field] = changed(row[field], at)
  return copy
}

function other(key: string, value: unknown, at: number): unknown {
  if (shared.has(key)) return value
  if (value instanceof ObjectId) return new ObjectId()
  if (Buffer.isBuffer(value)) return Buffer.concat([Buffer.from(`${at}-`), value.subarray(0, longestPart)])
  if (typeof value === 'string') return otherWord(key, value, at)
  if (Array.isArray(value)) return value.map((one) => other('', one, at))
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, other(inner, one, at)]))
  return value
}

function otherWord(key: string, value: string, at: number): string {
  if (/^[0-9a-f]{24}$/.test(value)) return new ObjectId().toHexString()
  return key === '_id' || value.length > longestWord || /openid|userid/i.test(key) ? `${value}-${at}` : value
}

const changed = (value: unknown, at: number): unknown =>
  typeof value === 'number' ? 1_000_000 + at : `${String(value)}-${at}`
