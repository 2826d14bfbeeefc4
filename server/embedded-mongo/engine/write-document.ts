/**
 * Writes one document and its index entries. All that can be refused is refused before the first put, so that a refused
 * document leaves nothing behind.
 */
import { ObjectId } from 'bson'
import { bsonType, decode, decodeExact, encodeDoc, isOperators, type Doc } from '../doc.js'
import { badValue, MongoError } from '../errors.js'
import { encodeValue } from '../order/value-order.js'
import type { Writer } from '../store/store.js'
import type { Catalog, Collection } from './catalog.js'
import { entriesOf, type Entry } from './index-entries.js'
import type { Index } from './index-spec.js'

export interface Hit {
  /** The document's encoded _id. */
  id: Buffer
  raw: Buffer
  doc: Doc
}

export interface Target {
  writer: Writer
  catalog: Catalog
  collection: Collection
}

const largestDocument = 16 * 1024 * 1024

export function documentKey(collection: Collection, id: Buffer): Buffer {
  return Buffer.concat([collection.prefix, id])
}

/** Keeps the bytes as they came when they already begin with the _id. Returns the _id. */
export function insertDocument(target: Target, given: Buffer): unknown {
  const { raw, doc } = withIdFirst(given)
  checkId(doc._id)
  checkSize(raw)
  const id = encodeValue(doc._id)
  const key = documentKey(target.collection, id)
  if (target.writer.get(key)) throw duplicateKey(target.collection, { name: '_id_', key: { _id: 1 } }, [doc._id])
  const changes = target.collection.indexes.map((index) => ({ index, ...entriesOf(index, doc, id) }))
  for (const { index, entries } of changes) checkUnique(target, index, entries, id)
  for (const { index, entries, multikey } of changes) putEntries(target, index, { entries, multikey, id })
  target.writer.put(key, raw)
  return doc._id
}

export interface Replacement {
  raw: Buffer
  doc: Doc
  /** The top-level fields that may differ; undefined means any. */
  touches?: ReadonlySet<string> | undefined
}

/** Leaves the entries alone of the indexes that depend on no field that may differ. */
export function replaceDocument(target: Target, hit: Hit, { raw, doc, touches }: Replacement): void {
  checkSize(raw)
  const concerned = target.collection.indexes.filter(
    ({ roots }) => !touches || [...roots].some((root) => touches.has(root)),
  )
  const changes = concerned.map((index) => changeOf(index, hit, doc))
  for (const { index, added } of changes) checkUnique(target, index, added, hit.id)
  for (const { index, added, gone, multikey } of changes) {
    for (const key of gone) target.writer.remove(key)
    putEntries(target, index, { entries: added, multikey, id: hit.id })
  }
  target.writer.put(documentKey(target.collection, hit.id), raw)
}

export function removeDocument({ writer, collection }: Target, hit: Hit): void {
  for (const index of collection.indexes) {
    for (const { key } of entriesOf(index, hit.doc, hit.id).entries) writer.remove(key)
  }
  writer.remove(documentKey(collection, hit.id))
}

/** Fills a new index from the documents there are; undone by the caller's clearing when it throws. */
export function indexDocument(target: Target, index: Index, hit: Hit): void {
  const { entries, multikey } = entriesOf(index, hit.doc, hit.id)
  checkUnique(target, index, entries, hit.id)
  putEntries(target, index, { entries, multikey, id: hit.id })
}

function changeOf(
  index: Index,
  hit: Hit,
  next: Doc,
): { index: Index; added: Entry[]; gone: Buffer[]; multikey: boolean } {
  const before = new Map(entriesOf(index, hit.doc, hit.id).entries.map(({ key }) => [key.toString('latin1'), key]))
  const { entries, multikey } = entriesOf(index, next, hit.id)
  const added = entries.filter(({ key }) => !before.delete(key.toString('latin1')))
  return { index, added, gone: [...before.values()], multikey }
}

function putEntries(
  { writer, catalog, collection }: Target,
  index: Index,
  put: { entries: Entry[]; multikey: boolean; id: Buffer },
): void {
  if (put.multikey && !index.multikey) {
    index.multikey = true
    catalog.save(writer, collection)
  }
  for (const { key } of put.entries) writer.put(key, put.id)
}

function checkUnique({ writer, collection }: Target, index: Index, entries: Entry[], id: Buffer): void {
  if (!index.spec.unique) return
  for (const { key, values } of entries) {
    const holder = writer.get(key)
    if (holder && !holder.equals(id)) throw duplicateKey(collection, index.spec, values)
  }
}

function duplicateKey(
  collection: Collection,
  spec: { name: string; key: Record<string, 1 | -1> },
  values: unknown[],
): MongoError {
  const keyValue = Object.fromEntries(Object.keys(spec.key).map((field, at) => [field, values[at] ?? null]))
  const shown = Object.entries(keyValue)
    .map(([field, value]) => `${field}: ${show(value)}`)
    .join(', ')
  const message = `E11000 duplicate key error collection: ${collection.namespace} index: ${spec.name} dup key: { ${shown} }`
  return new MongoError('DuplicateKey', message, { keyPattern: spec.key, keyValue })
}

function show(value: unknown): string {
  return bsonType(value) === 'ObjectId' ? `ObjectId('${String(value)}')` : JSON.stringify(value)
}

function withIdFirst(given: Buffer): { raw: Buffer; doc: Doc } {
  const doc = decode(given)
  if (Object.keys(doc)[0] === '_id') return { raw: given, doc }
  const { _id = new ObjectId(), ...rest } = decodeExact(given)
  const raw = encodeDoc({ _id, ...rest })
  return { raw, doc: decode(raw) }
}

function checkId(id: unknown): void {
  const type = Array.isArray(id) ? 'array' : bsonType(id) === 'BSONRegExp' ? 'regex' : undefined
  if (type) throw new MongoError('InvalidIdField', `The '_id' value cannot be of type ${type}`)
  if (isOperators(id)) throw new MongoError('DollarPrefixedFieldName', "_id fields may not contain '$'-prefixed fields")
  if (id === undefined) throw badValue('a document needs an _id')
}

function checkSize(raw: Buffer): void {
  if (raw.length <= largestDocument) return
  throw new MongoError(
    'BSONObjectTooLarge',
    `BSONObj size: ${raw.length} is invalid. Size must be between 0 and ${largestDocument}`,
  )
}
