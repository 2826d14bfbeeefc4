/**
 * The queue of this product: a status on a document, claimed under a lease (ADR 003).
 * A claim is one atomic update. A process that dies keeps nothing: its lease runs out and another process claims again,
 * so whatever is done under a claim must be safe to do twice.
 */
import type { QueryFilter } from 'mongoose'
import type { Plain, PlainModel } from './plain-rows.js'

export const leaseMs = 60_000
/** After so many claims without an end the caller gives up: `failed`, and a person is told. */
export const maxAttempts = 5

export interface Leased {
  leaseUntil?: Date
  attempts: number
}

export const leaseFields = { leaseUntil: Date, attempts: { type: Number, default: 0 } } as const

/** The documents of a collection that a job may work on now. */
export interface Due {
  collection: string
  filter: object
}

interface Waiting<Row> {
  filter: QueryFilter<Row>
  now: Date
}

interface Claiming<Row> extends Waiting<Row> {
  /** Needs an index that begins with the filter's fields and goes on with these: without one, every claim reads the whole queue. */
  sort?: Record<string, 1 | -1>
}

/** The first that is free, in the order of their making unless `sort` says otherwise. */
export async function claimOne<Row extends Leased>(
  rows: PlainModel<Row>,
  { filter, now, sort = { _id: 1 } }: Claiming<Row>,
): Promise<Plain<Row> | null> {
  const claim = { $set: { leaseUntil: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } }

  return rows.findOneAndUpdate(free({ filter, now }), claim, { sort, returnDocument: 'after' })
}

/** What `claimOne` would find: to be looked at before anybody claims. */
export const dueIn = <Row extends Leased>(rows: Pick<PlainModel<Row>, 'collection'>, waiting: Waiting<Row>): Due => ({
  collection: rows.collection.name,
  filter: free(waiting),
})

const free = <Row>({ filter, now }: Waiting<Row>): QueryFilter<Row> =>
  ({ $and: [filter, { $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lte: now } }] }] }) as QueryFilter<Row>
