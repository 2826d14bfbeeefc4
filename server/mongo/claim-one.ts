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

/** What makes a job run: a document of this collection that meets this filter. */
export interface Due {
  collection: string
  filter: object
}

interface Claiming<Row> {
  filter: QueryFilter<Row>
  now: Date
  /** Needs an index that begins with the filter's fields and goes on with these: without one, every claim reads the whole queue. */
  sort?: Record<string, 1 | -1>
}

/** The first that is free, in the order of their making unless `sort` says otherwise. */
export async function claimOne<Row extends Leased>(
  rows: PlainModel<Row>,
  { filter, now, sort = { _id: 1 } }: Claiming<Row>,
): Promise<Plain<Row> | null> {
  const free = { $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lte: now } }] }
  const claim = { $set: { leaseUntil: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } }

  return rows.findOneAndUpdate({ $and: [filter, free] } as QueryFilter<Row>, claim, { sort, returnDocument: 'after' })
}

/**
 * What stands in a queue, by the filter of its claim. Also what another process works on: its lease may run out at any moment, and a
 * claim in vain costs less than leases in every look.
 */
export const dueIn = <Row extends Leased>(
  rows: Pick<PlainModel<Row>, 'collection'>,
  filter: QueryFilter<Row>,
): Due => ({
  collection: rows.collection.name,
  filter,
})
