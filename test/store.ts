/**
 * A real store for tests: the embedded one, over its wire, or a MongoDB when TEST_MONGODB_URI is set. Shared by the whole
 * mocha process; every call gets an empty database of its own.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { openEmbeddedMongo } from '../server/embedded-mongo/index.js'

interface Shared {
  uri: string
  close: () => Promise<void>
}

let shared: Promise<Shared> | undefined
const connections: mongoose.Connection[] = []

/** A connection to a fresh, empty database. Closed, and the database dropped, after all tests. */
export async function testStore(): Promise<mongoose.Connection> {
  shared ??= openShared()
  const { uri } = await shared
  const connection = await mongoose.createConnection(uri, { dbName: `test-${randomUUID()}`, maxPoolSize: 10 }).asPromise()
  connections.push(connection)
  return connection
}

async function openShared(): Promise<Shared> {
  const given = process.env.TEST_MONGODB_URI
  if (given) return { uri: given, close: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'store-'))
  const store = await openEmbeddedMongo({ dataDir })
  return {
    uri: store.uri,
    async close() {
      await store.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** Called by the root hook in test/root-hooks.ts. */
export async function closeTestStores(): Promise<void> {
  for (const connection of connections.splice(0)) {
    if (process.env.TEST_MONGODB_URI) await connection.dropDatabase()
    await connection.close()
  }
  const opened = await shared
  shared = undefined
  await opened?.close()
}
