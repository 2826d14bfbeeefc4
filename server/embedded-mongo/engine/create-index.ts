/** Builds an index over the documents there are. */
import { decode } from '../doc.js'
import { MongoError } from '../errors.js'
import { rangeOf } from './catalog.js'
import { sameIndex, sameKeyAndFilter, type IndexSpec } from './index-spec.js'
import { indexDocument, type Target } from './write-document.js'

/** Returns whether anything was created. A unique index over documents that break it is refused and leaves nothing. */
export function createIndex(target: Target, spec: IndexSpec): boolean {
  if (spec.name === '_id_' || Object.keys(spec.key).join() === '_id') return false
  if (exists(target, spec)) return false
  const { writer, catalog, collection } = target
  const index = catalog.addIndex(writer, collection, spec)
  try {
    for (const [key, raw] of writer.scan(rangeOf(collection.prefix))) {
      indexDocument(target, index, { id: key.subarray(collection.prefix.length), raw, doc: decode(raw) })
    }
  } catch (error) {
    // Anything but a refusal undoes the whole transaction; SQLite may have done so already.
    if (error instanceof MongoError) catalog.dropIndex(writer, collection, index)
    throw error
  }
  return true
}

function exists({ collection }: Target, spec: IndexSpec): boolean {
  for (const { spec: other } of collection.indexes) {
    const same = sameIndex(other, spec)
    if (other.name === spec.name) {
      if (same) return true
      throw new MongoError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index: ${spec.name}`,
      )
    }
    if (sameKeyAndFilter(other, spec))
      throw new MongoError('IndexOptionsConflict', `Index already exists with a different name: ${other.name}`)
  }
  return false
}
