/** One mongoose connection a process. Buffering is off: a store that is away answers an error at once, not after ten seconds. */
import mongoose, { type Connection } from 'mongoose'

const selectionTimeoutMs = 2_000

export async function connectStore(uri: string, dbName: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    dbName,
    bufferCommands: false,
    serverSelectionTimeoutMS: selectionTimeoutMs,
    autoCreate: false,
    autoIndex: true,
  })
  return connection.asPromise()
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
