/** One look at all queues: which of them hold something that is due (ADR 003). An idle process asks the store nothing else for its jobs. */
import type { Connection } from 'mongoose'
import type { Due } from './claim-one.js'

interface Asked {
  name: string
  due: Due
}

/** The names of those that have something to do, in one command whatever their number. */
export async function dueAmong(connection: Connection, asked: readonly Asked[]): Promise<string[]> {
  const [first, ...others] = asked.map(({ name, due: { collection: coll, filter } }) => ({
    coll,
    pipeline: [{ $match: filter }, { $limit: 1 }, { $project: { _id: 0, name: { $literal: name } } }],
  }))
  if (!first) return []
  const pipeline = [...first.pipeline, ...others.map((other) => ({ $unionWith: other }))]
  const found = await connection.collection(first.coll).aggregate<{ name: string }>(pipeline).toArray()
  return found.map(({ name }) => name)
}
