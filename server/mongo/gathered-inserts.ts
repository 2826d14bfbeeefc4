/**
 * Inserts into one collection that are asked for in the same turn of the event loop go as one command: a hundred finishers cost
 * a few commands, not hundreds. Each caller still hears of its own document alone, and only once the store has said that it has it.
 */
import mongoose from 'mongoose'

type Collection = mongoose.mongo.Collection

interface Waiting {
  row: object
  resolve: () => void
  reject: (error: unknown) => void
}

const gathering = new WeakMap<Collection, Waiting[]>()
const { MongoBulkWriteError } = mongoose.mongo
const ignoreUndefined = true

export function insertTogether(collection: Collection, row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const one = { row, resolve, reject }
    const open = gathering.get(collection)
    if (open) return void open.push(one)
    gathering.set(collection, [one])
    setImmediate(() => void send(collection))
  })
}

async function send(collection: Collection): Promise<void> {
  const batch = gathering.get(collection) ?? []
  gathering.delete(collection)
  const [only] = batch
  if (only && batch.length === 1) return insertAlone(collection, only)
  try {
    await collection.insertMany(
      batch.map(({ row }) => row),
      { ordered: false, ignoreUndefined },
    )
    for (const { resolve } of batch) resolve()
  } catch (error) {
    await settle(collection, batch, error)
  }
}

async function insertAlone(collection: Collection, { row, resolve, reject }: Waiting): Promise<void> {
  try {
    await collection.insertOne(row, { ignoreUndefined })
    resolve()
  } catch (error) {
    reject(error)
  }
}

/**
 * What was refused, and so surely not written, is tried again by itself: that error has everything, such as the index that said no.
 * One without a place, such as a lost connection, is everybody's: nobody knows what was written.
 */
async function settle(collection: Collection, batch: readonly Waiting[], error: unknown): Promise<void> {
  const refused = refusedIn(batch, error)
  if (!refused) return batch.forEach(({ reject }) => reject(causeOf(error)))
  for (const one of batch) if (!refused.includes(one)) one.resolve()
  await Promise.all(refused.map((one) => insertAlone(collection, one)))
}

/** Unordered: what has no error of its own was written. */
function refusedIn(batch: readonly Waiting[], error: unknown): Waiting[] | undefined {
  if (isBeforeSending(error)) return [...batch]
  if (!(error instanceof MongoBulkWriteError)) return undefined
  const places = [error.writeErrors].flat().map(({ index }) => index)
  return places.length > 0 ? batch.filter((_, at) => places.includes(at)) : undefined
}

/** A document that cannot be written as BSON, or is too large: the driver then sends none of them. */
const isBeforeSending = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoInvalidArgumentError || error instanceof mongoose.mongo.BSON.BSONError

/** The driver wraps whatever ends a command of many, a lost connection too. */
function causeOf(error: unknown): unknown {
  const { errorResponse } = (error ?? {}) as { errorResponse?: unknown }
  return errorResponse instanceof Error ? errorResponse : error
}
