/** Removes what TTL indexes have let expire. */
import { find } from './find.js'
import { removeDocument, type Target } from './write-document.js'

/** So that one sweep never holds the writers long; the next goes on. */
const mostPerSweep = 1000

export function removeExpired(target: Target, now: Date): number {
  let removed = 0
  for (const { spec, fields } of target.collection.indexes) {
    const field = fields[0]?.name
    if (spec.expireAfterSeconds === undefined || field === undefined) continue
    const old = { [field]: { $lt: new Date(now.getTime() - spec.expireAfterSeconds * 1000) } }
    const filter = spec.partialFilterExpression ? { $and: [old, spec.partialFilterExpression] } : old
    const hits = [...find(target.writer, target.collection, { filter, limit: mostPerSweep })]
    for (const hit of hits) removeDocument(target, hit)
    removed += hits.length
  }
  return removed
}
