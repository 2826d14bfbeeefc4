/** What is asked of a store, and through which index it would be found: collected on the wire, explained afterwards. */
import type { Document } from 'bson'
import type { Connection } from 'mongoose'

export interface Query {
  collection: string
  /** Command, fields of the filter, order: equal for queries that are looked up alike. */
  shape: string
  /** As it can be explained. */
  command: Document
}

export interface Explained extends Query {
  /** Names of indexes; empty when the whole collection is read. */
  indexes: string[]
  examined: number
}

const samplesAShape = 5
const looking = ['find', 'count', 'distinct', 'findAndModify', 'update', 'delete', 'aggregate']

/** The connection has to be opened with `monitorCommands`. */
export function watchQueries(connection: Connection): Query[] {
  const seen: Query[] = []
  connection.getClient().on('commandStarted', ({ databaseName, commandName, command }) => {
    if (databaseName !== connection.name || !looking.includes(commandName)) return
    for (const query of queriesIn(commandName, command)) {
      const alike = seen.filter(({ shape }) => shape === query.shape).length
      if (alike < samplesAShape) seen.push(query)
    }
  })
  return seen
}

function queriesIn(name: string, command: Document): Query[] {
  const collection = command[name] as string
  switch (name) {
    case 'aggregate':
      return matchesIn(collection, command.pipeline as Document[])
    case 'update':
      return (command.updates as Document[]).map((one) =>
        queryOf(name, collection, { filter: one.q, command: { update: collection, updates: [one] } }),
      )
    case 'delete':
      return (command.deletes as Document[]).map((one) =>
        queryOf(name, collection, { filter: one.q, command: { delete: collection, deletes: [one] } }),
      )
    default: {
      const { filter, query, sort, skip, limit, key, update } = command
      const given = { filter, query, sort, skip, limit, key, update }
      const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      return [
        queryOf(name, collection, { filter: filter ?? query ?? {}, sort, command: { [name]: collection, ...asked } }),
      ]
    }
  }
}

/** A look at several queues begins each of its parts with what it looks for. */
function matchesIn(collection: string, [first, ...others]: Document[]): Query[] {
  const { $match: filter = {} } = first ?? {}
  const own = queryOf('aggregate', collection, { filter, command: { find: collection, filter, limit: 1 } })
  const united = others.flatMap(({ $unionWith }) =>
    $unionWith ? matchesIn($unionWith.coll as string, $unionWith.pipeline as Document[]) : [],
  )
  return [own, ...united]
}

function queryOf(
  name: string,
  collection: string,
  { filter, sort, command }: { filter: Document; sort?: Document; command: Document },
): Query {
  const sorted = sort instanceof Map ? [...(sort as Map<string, unknown>).keys()] : Object.keys(sort ?? {})
  const order = sorted.length > 0 ? ` by ${sorted.join(', ')}` : ''
  return { collection, command, shape: `${name} ${collection} {${fieldsOf(filter).join(', ')}}${order}` }
}

function fieldsOf(filter: Document): string[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key === '$and' || key === '$or' ? (value as Document[]).flatMap(fieldsOf) : [key],
  )
}

export async function explained(connection: Connection, query: Query): Promise<Explained> {
  const found = await connection.db!.command({ explain: query.command, verbosity: 'executionStats' })
  const stages = stagesIn(found.queryPlanner.winningPlan as Document)
  const read = stages.some(({ stage }) => stage === 'COLLSCAN')
  const stats = found.executionStats as Document
  return {
    ...query,
    indexes: read
      ? []
      : stages.flatMap(({ indexName, stage }) =>
          indexName ? [indexName as string] : stage === 'EOF' ? ['none yet'] : [],
        ),
    examined: Math.max(stats.totalDocsExamined as number, stats.totalKeysExamined as number),
  }
}

function stagesIn(plan: Document): Document[] {
  const below = [plan.inputStage, plan.queryPlan, ...((plan.inputStages as Document[] | undefined) ?? [])]
  return [plan, ...below.filter(Boolean).flatMap((one) => stagesIn(one as Document))]
}
