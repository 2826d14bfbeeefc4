/** Every document as it lies in the product's store: what a thief of the files would read. Only while the product runs. */
import { join } from 'node:path'
import mongoose, { type Connection } from 'mongoose'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import type { World } from './world.js'

export type Rows = Record<string, Record<string, unknown>[]>

export async function everyRow({ dataDir }: World): Promise<Rows> {
  const store = await openEmbeddedMongo({ dataDir: join(dataDir, 'store') })
  const connection = await mongoose
    .createConnection(store.uri, { dbName: 'xiaozhao', bufferCommands: false })
    .asPromise()
  try {
    return await rowsOf(connection)
  } finally {
    await connection.close()
    await store.close()
  }
}

export async function rowsOf(connection: Connection): Promise<Rows> {
  const collections = await connection.db!.listCollections().toArray()
  const read = collections.map(async ({ name }) => [name, await connection.collection(name).find().toArray()] as const)
  return Object.fromEntries(await Promise.all(read))
}
