/**
 * The queue of this product: a status on a document, claimed under a lease (ADR 003).
 * A claim is one atomic update. A process that dies keeps nothing: its lease runs out and another process claims again,
 * so whatever is done under a claim must be safe to do twice.
 */
import type { HydratedDocument, Model, QueryFilter } from 'mongoose'

export const leaseMs = 60_000
/** After so many claims without an end the caller gives up: `failed`, and a person is told. */
export const maxAttempts = 5

export interface Leased {
  leaseUntil?: Date
  attempts: number
}

export const leaseFields = { leaseUntil: Date, attempts: { type: Number, default: 0 } } as const

export async function claimOne<Row extends Leased>(
  rows: Model<Row>, filter: QueryFilter<Row>, now: Date,
): Promise<HydratedDocument<Row> | null> {
  const free = { $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lte: now } }] }
  const claim = { $set: { leaseUntil: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } }

  return rows.findOneAndUpdate({ $and: [filter, free] } as QueryFilter<Row>, claim, { sort: { _id: 1 }, returnDocument: 'after' })
}
