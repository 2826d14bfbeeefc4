/**
 * The data files that come with the product, in a store. They are read, checked and imported once a run; every further empty store of
 * the same time gets the rows that came of it, which costs a tenth of that.
 */
import type { Connection } from 'mongoose'
import { defaultDataFiles, importFiles } from '../../server/features/configuration/index.js'
import type { Deps } from '../../server/wiring/deps.js'

interface Where {
  deps: Deps
  connection: Connection
  /** The organisation alone, or positions, banks and messages as well. */
  isWhole: boolean
  isEmpty: boolean
}

type Rows = Map<string, Record<string, unknown>[]>
/** By organisation and time, which stand in the rows. */
const kept = new Map<string, Rows>()

export async function importDefaultData({ deps, connection, isWhole, isEmpty }: Where): Promise<void> {
  const key = `${deps.orgId} ${deps.clock.now().toISOString()} ${isWhole}`
  const rows = isEmpty ? kept.get(key) : undefined
  if (rows) {
    for (const [name, documents] of rows) await connection.collection(name).insertMany(documents)
    return
  }
  const files = (await defaultDataFiles()).filter(({ path }) => isWhole || path.includes('accounts'))
  await importFiles(deps, { files, orgId: deps.orgId, onlyMissing: true })
  if (isEmpty) kept.set(key, await versionsIn(connection))
}

/** Data files alone: nothing in them is sealed with a key of this store. */
async function versionsIn(connection: Connection): Promise<Rows> {
  const names = (await connection.db!.listCollections().toArray()).map(({ name }) => name)
  const found: Rows = new Map()
  for (const name of names.filter((one) => one.endsWith('versions'))) {
    const documents = await connection.collection(name).find().toArray()
    if (documents.length > 0) found.set(name, documents)
  }
  return found
}
