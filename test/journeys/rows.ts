/** Every document as it lies in the product's store: what a thief of the files would read. Only while the product runs. */
import { join } from 'node:path'
import mongoose from 'mongoose'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import type { World } from './world.js'

export type Rows = Record<string, Record<string, unknown>[]>

export async function everyRow({ dataDir }: World): Promise<Rows> {
  const store = await openEmbeddedMongo({ dataDir: join(dataDir, 'store') })
  const connection = await mongoose
    .createConnection(store.uri, { dbName: 'xiaozhao', bufferCommands: false })
    .asPromise()
  try {
    const collections = await connection.db!.listCollections().toArray()
    const read = collections.map(
      async ({ name }) => [name, await connection.collection(name).find().toArray()] as const,
    )
    return Object.fromEntries(await Promise.all(read))
  } finally {
    await connection.close()
    await store.close()
  }
}

export async function countRows(world: World): Promise<Record<string, number>> {
  return Object.fromEntries(Object.entries(await everyRow(world)).map(([name, rows]) => [name, rows.length]))
}
