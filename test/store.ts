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
import { atEnd } from './at-end.js'

interface Shared {
  connection: mongoose.Connection
  close: () => Promise<void>
}

let shared: Promise<Shared> | undefined
const databases: mongoose.Connection[] = []

/** A connection to a fresh, empty database; all share one pool. Do not close it: that, and dropping the database, is done after all tests. */
export async function testStore(): Promise<mongoose.Connection> {
  if (!shared) atEnd(closeTestStores)
  shared ??= openShared()
  const { connection } = await shared
  const database = connection.useDb(`test-${randomUUID()}`)
  databases.push(database)
  return database
}

async function openShared(): Promise<Shared> {
  const given = process.env.TEST_MONGODB_URI
  if (given) return connect(given, async () => {})

  const dataDir = await mkdtemp(join(tmpdir(), 'store-'))
  const store = await openEmbeddedMongo({ dataDir })
  return connect(store.uri, async () => {
    await store.close()
    await rm(dataDir, { recursive: true })
  })
}

async function connect(uri: string, closeServer: () => Promise<void>): Promise<Shared> {
  const connection = await mongoose.createConnection(uri, { maxPoolSize: 20, monitorCommands: true }).asPromise()
  return {
    connection,
    async close() {
      await connection.close()
      await closeServer()
    },
  }
}

/** Called when all tests have run, and by who needs the store closed before. */
export async function closeTestStores(): Promise<void> {
  const opened = await shared
  shared = undefined
  const used = databases.splice(0)
  if (process.env.TEST_MONGODB_URI) for (const database of used) await database.dropDatabase()
  await opened?.close()
}
