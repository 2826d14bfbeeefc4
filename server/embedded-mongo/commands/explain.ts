/** explain: how a find, count, distinct, update, delete or findAndModify would look, and what it would read. Changes nothing. */
import type { Doc } from '../doc.js'
import { isPlain } from '../doc.js'
import { notHere } from '../errors.js'
import type { Collection } from '../engine/catalog.js'
import { planFind } from '../engine/choose-plan.js'
import { find, type FindRequest } from '../engine/find.js'
import type { Plan, Scan } from '../engine/plan.js'
import { parseSort } from '../order/sort.js'
import type { Reader } from '../store/store.js'
import { countOf, databaseOf, deadlineOf, documentOf, integerOf } from './arguments.js'
import type { Command, Context } from './context.js'

interface Looking {
  filter: unknown
  sort?: unknown
  skip?: unknown
  limit?: unknown
}

/** What of a command says where it looks. Of several statements the first, as in MongoDB, which explains one only. */
const looking: Record<string, (command: Doc) => Looking> = {
  find: ({ filter, sort, skip, limit }) => ({ filter, sort, skip, limit }),
  count: ({ query, skip, limit }) => ({ filter: query, skip, limit }),
  distinct: ({ query }) => ({ filter: query }),
  update: ({ updates }) => oneStatement(updates, ({ q, multi }) => ({ filter: q, limit: multi === true ? 0 : 1 })),
  delete: ({ deletes }) => oneStatement(deletes, ({ q, limit }) => ({ filter: q, limit })),
  findAndModify: ({ query, sort }) => ({ filter: query, sort, limit: 1 }),
}

function oneStatement(statements: unknown, look: (statement: Doc) => Looking): Looking {
  const [first] = Array.isArray(statements) ? (statements as unknown[]) : []
  return look(isPlain(first) ? first : {})
}

function explain({ store, catalog }: Context, command: Doc): Doc {
  const explained = documentOf(command.explain, 'explain.explain')
  const [name = '', target] = Object.entries(explained)[0] ?? []
  const look = Object.hasOwn(looking, name) ? looking[name] : undefined
  if (!look || typeof target !== 'string') throw notHere(`explain of ${name}`)

  const { filter, sort, skip, limit } = look(explained)
  const request: FindRequest = {
    filter: documentOf(filter, `${name}.filter`),
    sort: parseSort(documentOf(sort, `${name}.sort`)),
    skip: countOf(skip, `${name}.skip`),
    limit: Math.abs(integerOf(limit, `${name}.limit`)),
    deadline: deadlineOf(command),
  }
  const collection = catalog.find(`${databaseOf(command)}.${target}`)
  const winningPlan = collection ? stagesOf(planFind(collection, request.filter, request.sort ?? [])) : { stage: 'EOF' }
  const queryPlanner = { namespace: `${databaseOf(command)}.${target}`, winningPlan }
  if (command.verbosity === 'queryPlanner') return { queryPlanner, ok: 1 }
  return { queryPlanner, executionStats: statsOf(store.reader, collection, request), ok: 1 }
}

function stagesOf({ scans, sorted, score }: Plan): Doc {
  const looks = scans.map(lookOf)
  const found =
    score === 0 ? { stage: 'COLLSCAN', direction: 'forward' } : { stage: 'FETCH', inputStage: together(looks) }
  return sorted ? found : { stage: 'SORT', inputStage: found }
}

const together = (looks: Doc[]): Doc => (looks.length === 1 ? looks[0]! : { stage: 'OR', inputStages: looks })

/** The documents lie in the order of their _id, which is an index as well. */
function lookOf({ index, reverse }: Scan): Doc {
  const { key, name } = index?.spec ?? { key: { _id: 1 }, name: '_id_' }
  return { stage: 'IXSCAN', keyPattern: key, indexName: name, direction: reverse ? 'backward' : 'forward' }
}

function statsOf(reader: Reader, collection: Collection | undefined, request: FindRequest): Doc {
  const read = { keys: 0, documents: 0 }
  let nReturned = 0
  for (const _hit of find(counting(reader, collection, read), collection, request)) nReturned++
  return { executionSuccess: true, nReturned, totalKeysExamined: read.keys, totalDocsExamined: read.documents }
}

/** Documents come one by one through an index, and many at once without one. */
function counting(
  reader: Reader,
  collection: Collection | undefined,
  read: { keys: number; documents: number },
): Reader {
  return {
    get(key) {
      read.documents++
      return reader.get(key)
    },
    *scan(range, reverse) {
      const ofDocuments =
        collection !== undefined && range.from.subarray(0, collection.prefix.length).equals(collection.prefix)
      for (const pair of reader.scan(range, reverse)) {
        read[ofDocuments ? 'documents' : 'keys']++
        yield pair
      }
    },
    count: (range) => reader.count(range),
  }
}

export const explainCommands: Record<string, Command> = {
  explain: { known: ['verbosity'], run: explain },
}
