/**
 * What collections and indexes exist. Kept in memory and in the store; changed only inside a write, and read again from the
 * store when a write was rolled back.
 */
import { decode, encodeDoc, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { afterPrefix } from '../order/value-order.js'
import type { Range, Reader, Writer } from '../store/store.js'
import { defineIndex, type Index, type IndexSpec } from './index-spec.js'

export interface Collection {
  id: number
  namespace: string
  database: string
  name: string
  /** Documents lie under it, keyed by their encoded _id. */
  prefix: Buffer
  indexes: Index[]
}

interface Row extends Doc {
  id: number
  namespace: string
  indexes: { id: number; spec: IndexSpec; multikey: boolean }[]
}

const catalogPrefix = 'c'

export class Catalog {
  private collections = new Map<string, Collection>()
  /** Never goes back while the process lives: a cursor on a dropped collection must not meet another one under its prefix. */
  private nextId = 1

  constructor(private readonly reader: Reader) {
    this.reload()
  }

  reload(): void {
    this.collections = new Map()
    for (const [, value] of this.reader.scan(rangeOf(Buffer.from(catalogPrefix)))) this.restore(decode(value) as Row)
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace)
  }

  all(): Collection[] {
    return [...this.collections.values()]
  }

  inDatabase(database: string): Collection[] {
    return this.all().filter((collection) => collection.database === database)
  }

  findOrCreate(writer: Writer, namespace: string): Collection {
    const existing = this.collections.get(namespace)
    if (existing) return existing
    checkNamespace(namespace)
    const collection = makeCollection(this.nextId++, namespace)
    this.collections.set(namespace, collection)
    this.save(writer, collection)
    return collection
  }

  addIndex(writer: Writer, collection: Collection, spec: IndexSpec): Index {
    const index = defineIndex(this.nextId++, spec)
    collection.indexes.push(index)
    this.save(writer, collection)
    return index
  }

  dropIndex(writer: Writer, collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter((other) => other !== index)
    writer.clear(rangeOf(index.prefix))
    this.save(writer, collection)
  }

  drop(writer: Writer, collection: Collection): void {
    this.collections.delete(collection.namespace)
    writer.remove(rowKey(collection.namespace))
    for (const { prefix } of [collection, ...collection.indexes]) writer.clear(rangeOf(prefix))
  }

  save(writer: Writer, collection: Collection): void {
    const indexes = collection.indexes.map(({ id, spec, multikey }) => ({ id, spec, multikey }))
    writer.put(rowKey(collection.namespace), encodeDoc({ id: collection.id, namespace: collection.namespace, indexes }))
  }

  private restore(row: Row): void {
    const collection = makeCollection(row.id, row.namespace)
    collection.indexes = row.indexes.map(({ id, spec, multikey }) => ({ ...defineIndex(id, spec), multikey }))
    this.collections.set(row.namespace, collection)
    this.nextId = Math.max(this.nextId, row.id + 1, ...row.indexes.map(({ id }) => id + 1))
  }
}

export function rangeOf(prefix: Buffer): Range {
  return { from: prefix, to: afterPrefix(prefix) }
}

function rowKey(namespace: string): Buffer {
  return Buffer.from(catalogPrefix + namespace)
}

function makeCollection(id: number, namespace: string): Collection {
  const dot = namespace.indexOf('.')
  const prefix = Buffer.from('d0000')
  prefix.writeUInt32BE(id, 1)
  return { id, namespace, database: namespace.slice(0, dot), name: namespace.slice(dot + 1), prefix, indexes: [] }
}

/** MongoDB's naming rules (www.mongodb.com/docs/manual/reference/limits/#naming-restrictions). */
function checkNamespace(namespace: string): void {
  const valid =
    /^[^\0./\\ "$]{1,63}\.(?!system\.)[^\0$.][^\0$]*$/.test(namespace) && Buffer.byteLength(namespace) <= 255
  if (!valid) throw new MongoError('InvalidNamespace', `Invalid namespace specified '${namespace}'`)
}
