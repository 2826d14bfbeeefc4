/** One mongoose connection a process. Buffering is off: a store that is away gives an error at once, not after ten seconds. */
import mongoose, { type Connection } from 'mongoose'
import type { Logger } from '../log.js'
import { refuseEndedConnections } from './ended-connections.js'
import { isStoreAway } from './store-errors.js'

const selectionTimeoutMs = 2_000

export async function connectStore(uri: string, dbName: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    dbName,
    bufferCommands: false,
    serverSelectionTimeoutMS: selectionTimeoutMs,
    autoCreate: false,
    autoIndex: true,
  })
  await connection.asPromise()
  refuseEndedConnections(connection)
  return connection
}

/** Answers within `timeoutMs` whether the store takes a command; a store that says nothing is away. */
export async function storeAnswers(connection: Connection, timeoutMs: number): Promise<boolean> {
  const ping = connection.db?.admin().command({ ping: 1 })
  if (!ping) return false
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs)
  })
  const answered = await Promise.race([
    ping.then(
      () => true,
      () => false,
    ),
    silence,
  ])
  clearTimeout(timer)
  return answered
}

const comesBackWithinMs = 30_000
const lookAgainMs = 300

/** Does it again, from its beginning, while what it meets is a store that is away; after half a minute the error stands. */
export async function whileStoreComesBack<Outcome>(
  log: Pick<Logger, 'warn'>,
  act: () => Promise<Outcome>,
  withinMs = comesBackWithinMs,
): Promise<Outcome> {
  const deadline = performance.now() + withinMs
  for (;;) {
    try {
      return await act()
    } catch (error) {
      if (!isStoreAway(error) || performance.now() > deadline) throw error
      log.warn({ code: 'store-away', cause: (error as Error).name }, 'the store is away; trying again')
    }
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
  }
}
