/** The entries one document has in one index. */
import type { Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { fieldKeys } from '../order/reach.js'
import { encodeValues } from '../order/value-order.js'
import type { Index } from './index-spec.js'

export interface Entry {
  key: Buffer
  /** The indexed values, in the order of the fields. */
  values: unknown[]
}

export interface Entries {
  entries: Entry[]
  multikey: boolean
}

/** `id` is the encoded _id: it makes an entry of a non-unique index its own. */
export function entriesOf(index: Index, doc: Doc, id: Buffer): Entries {
  if (index.partial && !index.partial(doc)) return { entries: [], multikey: false }
  const parts = index.fields.map(({ path }) => fieldKeys(doc, path))
  if (index.spec.sparse && parts.every(({ missing }) => missing)) return { entries: [], multikey: false }
  if (parts.filter(({ values }) => values.length > 1).length > 1) throw parallelArrays(index)

  const wide = parts.findIndex(({ values }) => values.length > 1)
  const directions = index.fields.map(({ direction }) => direction)
  const found = new Map<string, Entry>()
  for (const value of wide < 0 ? [undefined] : (parts[wide]?.values ?? [])) {
    const values = parts.map((part, at) => (at === wide ? value : part.values[0]))
    const encoded = encodeValues(values, directions)
    const key = Buffer.concat(index.spec.unique ? [index.prefix, encoded] : [index.prefix, encoded, id])
    found.set(key.toString('latin1'), { key, values })
  }
  return { entries: [...found.values()], multikey: parts.some(({ multi }) => multi) }
}

function parallelArrays(index: Index): MongoError {
  const names = index.fields.map(({ name }) => `[${name}]`).join(' ')
  return new MongoError('CannotIndexParallelArrays', `cannot index parallel arrays ${names}`)
}
