/** find, getMore, killCursors, count, distinct, aggregate. */
import { Long } from 'bson'
import { runPipeline } from '../aggregate/pipeline.js'
import { bsonType, encodeDoc, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { count, find, type FindRequest } from '../engine/find.js'
import { reach } from '../order/reach.js'
import { parseSort } from '../order/sort.js'
import { compareValues, identityOf } from '../order/value-order.js'
import { compileProjection } from '../query/projection.js'
import { parsePath } from '../query/paths.js'
import { checkStatement, countOf, databaseOf, deadlineOf, documentOf, integerOf, namespaceOf } from './arguments.js'
import type { Command, Context } from './context.js'

const firstBatchSize = 101

function runFind({ store, catalog, cursors }: Context, command: Doc): Buffer {
  const namespace = namespaceOf(command)
  const limit = integerOf(command.limit, 'find.limit')
  const request: FindRequest = {
    filter: documentOf(command.filter, 'find.filter'),
    sort: parseSort(documentOf(command.sort, 'find.sort')),
    skip: countOf(command.skip, 'find.skip'),
    limit: Math.abs(limit),
    deadline: deadlineOf(command),
  }
  const project = compileProjection(command.projection)
  const hits = find(store.reader, catalog.find(namespace), request)
  const docs = mapped(hits, ({ raw, doc }) => (project ? encodeDoc(project(doc)) : raw))
  const size = command.batchSize === undefined ? firstBatchSize : countOf(command.batchSize, 'find.batchSize')
  return cursors.first(docs, namespace, { size, single: command.singleBatch === true || limit < 0 })
}

function* mapped<From, To>(items: Iterable<From>, map: (item: From) => To): Generator<To> {
  for (const item of items) yield map(item)
}

function cursorId(value: unknown): bigint {
  if (bsonType(value) === 'Long') return (value as Long).toBigInt()
  return BigInt(integerOf(value, 'cursor id'))
}

function getMore({ cursors }: Context, command: Doc): Buffer {
  if (typeof command.collection !== 'string')
    throw new MongoError('TypeMismatch', "BSON field 'getMore.collection' must be a string")
  const namespace = `${databaseOf(command)}.${command.collection}`
  return cursors.more(cursorId(command.getMore), namespace, countOf(command.batchSize, 'getMore.batchSize') || Infinity)
}

function killCursors({ cursors }: Context, command: Doc): Doc {
  const ids = Array.isArray(command.cursors) ? command.cursors.map(cursorId) : []
  const killed = ids.filter((id) => cursors.kill(id))
  const asLongs = (list: bigint[]): Long[] => list.map((id) => Long.fromBigInt(id))
  return {
    cursorsKilled: asLongs(killed),
    cursorsNotFound: asLongs(ids.filter((id) => !killed.includes(id))),
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  }
}

function runCount({ store, catalog }: Context, command: Doc): Doc {
  const request: FindRequest = {
    filter: documentOf(command.query, 'count.query'),
    skip: countOf(command.skip, 'count.skip'),
    limit: Math.abs(integerOf(command.limit, 'count.limit')),
    deadline: deadlineOf(command),
  }
  return { n: count(store.reader, catalog.find(namespaceOf(command)), request), ok: 1 }
}

function distinct({ store, catalog }: Context, command: Doc): Doc {
  if (typeof command.key !== 'string')
    throw new MongoError('TypeMismatch', "BSON field 'distinct.key' must be a string")
  const path = parsePath(command.key)
  const found = new Map<string, unknown>()
  const request = { filter: documentOf(command.query, 'distinct.query'), deadline: deadlineOf(command) }
  for (const { doc } of find(store.reader, catalog.find(namespaceOf(command)), request)) {
    for (const value of reach(doc, path).whole.flat()) if (value !== undefined) found.set(identityOf(value), value)
  }
  return { values: [...found.values()].sort(compareValues), ok: 1 }
}

function aggregate({ store, catalog, cursors }: Context, command: Doc): Buffer {
  const namespace = namespaceOf(command)
  const options = documentOf(command.cursor, 'aggregate.cursor')
  checkStatement('aggregate.cursor', options, ['batchSize'])
  const source = {
    reader: store.reader,
    collection: catalog.find(namespace),
    other: (name: string) => catalog.find(`${databaseOf(command)}.${name}`),
    deadline: deadlineOf(command),
  }
  const docs = mapped(runPipeline(source, command.pipeline), encodeDoc)
  const size =
    options.batchSize === undefined ? firstBatchSize : countOf(options.batchSize, 'aggregate.cursor.batchSize')
  return cursors.first(docs, namespace, { size })
}

export const readCommands: Record<string, Command> = {
  find: {
    known: ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'allowDiskUse'],
    run: runFind,
  },
  getMore: { known: ['collection', 'batchSize'], run: getMore },
  killCursors: { known: ['cursors'], run: killCursors },
  count: { known: ['query', 'skip', 'limit'], run: runCount },
  distinct: { known: ['key', 'query'], run: distinct },
  aggregate: { known: ['pipeline', 'cursor', 'allowDiskUse'], run: aggregate },
}
