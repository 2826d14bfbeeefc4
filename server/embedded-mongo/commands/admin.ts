/** Handshake, collections, indexes. */
import { encodeDoc, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { createIndex } from '../engine/create-index.js'
import type { Collection } from '../engine/catalog.js'
import type { Index } from '../engine/index-spec.js'
import { parseIndexSpec } from '../engine/index-spec.js'
import { compileFilter } from '../query/matcher.js'
import { sameValue } from '../order/value-order.js'
import { databaseOf, documentOf, documentsOf, namespaceOf } from './arguments.js'
import type { Command, Context } from './context.js'

/**
 * A standalone server of MongoDB 7.0 (wire version 21). No sessions are announced, so the driver sends none: there are no
 * transactions and no retryable writes here.
 */
function hello({ now }: Context): Doc {
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: now(),
    connectionId: 1,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  }
}

function buildInfo(): Doc {
  return {
    version: '7.0.0',
    versionArray: [7, 0, 0, 0],
    gitVersion: 'embedded',
    modules: ['embedded'],
    bits: 64,
    maxBsonObjectSize: 16_777_216,
    ok: 1,
  }
}

const idIndex = { v: 2, key: { _id: 1 }, name: '_id_' }

function create({ store, catalog }: Context, command: Doc): Promise<Doc> {
  const namespace = namespaceOf(command)
  return store.write({
    run: (writer) => {
      catalog.findOrCreate(writer, namespace)
      return { ok: 1 }
    },
  })
}

function drop({ store, catalog }: Context, command: Doc): Promise<Doc> {
  const namespace = namespaceOf(command)
  return store.write({
    frees: true,
    run: (writer) => {
      const collection = catalog.find(namespace)
      if (!collection) return { ok: 1 }
      catalog.drop(writer, collection)
      return { nIndexesWas: collection.indexes.length + 1, ns: namespace, ok: 1 }
    },
  })
}

function dropDatabase({ store, catalog }: Context, command: Doc): Promise<Doc> {
  const database = databaseOf(command)
  return store.write({
    frees: true,
    run: (writer) => {
      for (const collection of catalog.inDatabase(database)) catalog.drop(writer, collection)
      return { dropped: database, ok: 1 }
    },
  })
}

function createIndexes({ store, catalog }: Context, command: Doc): Promise<Doc> {
  const namespace = namespaceOf(command)
  const specs = documentsOf(command.indexes, 'createIndexes.indexes').map(parseIndexSpec)
  return store.write({
    run: (writer) => {
      const existed = catalog.find(namespace) !== undefined
      const collection = catalog.findOrCreate(writer, namespace)
      const before = collection.indexes.length + 1
      for (const spec of specs) createIndex({ writer, catalog, collection }, spec)
      return {
        numIndexesBefore: before,
        numIndexesAfter: collection.indexes.length + 1,
        createdCollectionAutomatically: !existed,
        ok: 1,
      }
    },
  })
}

function dropIndexes({ store, catalog }: Context, command: Doc): Promise<Doc> {
  const namespace = namespaceOf(command)
  return store.write({
    frees: true,
    run: (writer) => {
      const collection = existing(catalog.find(namespace), namespace)
      const before = collection.indexes.length + 1
      for (const index of [command.index].flat().flatMap((wanted) => indexesNamed(collection, wanted))) {
        catalog.dropIndex(writer, collection, index)
      }
      return { nIndexesWas: before, ok: 1 }
    },
  })
}

function indexesNamed(collection: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return [...collection.indexes]
  if (wanted === '_id_') throw new MongoError('InvalidOptions', 'cannot drop _id index')
  const found = collection.indexes.filter(({ spec }) =>
    typeof wanted === 'string' ? spec.name === wanted : sameValue(spec.key, wanted),
  )
  if (found.length === 0) throw new MongoError('IndexNotFound', `index not found with name [${String(wanted)}]`)
  return found
}

function existing(collection: Collection | undefined, namespace: string): Collection {
  if (!collection) throw new MongoError('NamespaceNotFound', `ns does not exist: ${namespace}`)
  return collection
}

function listIndexes({ catalog, cursors }: Context, command: Doc): Buffer {
  const namespace = namespaceOf(command)
  const { indexes } = existing(catalog.find(namespace), namespace)
  return cursors.first([idIndex, ...indexes.map(({ spec }) => spec)].map(encodeDoc), namespace, { size: Infinity })
}

function listCollections({ catalog, cursors }: Context, command: Doc): Buffer {
  const database = databaseOf(command)
  const matches = compileFilter(documentOf(command.filter, 'listCollections.filter'))
  const rows = catalog
    .inDatabase(database)
    .map(({ name }) => ({ name, type: 'collection', options: {}, info: { readOnly: false }, idIndex }))
    .filter(matches)
  return cursors.first(rows.map(encodeDoc), `${database}.$cmd.listCollections`, { size: Infinity })
}

function listDatabases({ catalog }: Context, command: Doc): Doc {
  const matches = compileFilter(documentOf(command.filter, 'listDatabases.filter'))
  const names = [...new Set(catalog.all().map(({ database }) => database))]
  return { databases: names.map((name) => ({ name, empty: false })).filter(matches), ok: 1 }
}

const ok = (): Doc => ({ ok: 1 })

const longestCopyMs = 60 * 60_000

/** Our own, for a copy of the files beside the running store. */
const holdLog = ({ store }: Context): Doc => ({ token: store.holdLog(longestCopyMs), ok: 1 })

function releaseLog({ store }: Context, { releaseLog: token }: Doc): Doc {
  if (typeof token === 'string' && store.releaseLog(token)) return { ok: 1 }
  throw new MongoError('OperationFailed', 'the log was not held any more')
}

export const adminCommands: Record<string, Command> = {
  hello: { run: hello },
  isMaster: { run: hello },
  ismaster: { run: hello },
  buildInfo: { run: buildInfo },
  ping: { known: [], run: ok },
  endSessions: { run: ok },
  holdLog: { known: [], run: holdLog },
  releaseLog: { known: [], run: releaseLog },
  create: { known: [], run: create },
  drop: { known: [], run: drop },
  dropDatabase: { known: [], run: dropDatabase },
  createIndexes: { known: ['indexes'], run: createIndexes },
  dropIndexes: { known: ['index'], run: dropIndexes },
  listIndexes: { known: ['cursor'], run: listIndexes },
  listCollections: { known: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'], run: listCollections },
  listDatabases: { known: ['filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
}
