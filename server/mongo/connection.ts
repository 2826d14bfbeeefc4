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

/** Answers within `timeoutMs` whether the store takes a command. */
export async function storeAnswers(connection: Connection, timeoutMs: number): Promise<boolean> {
  const ping = connection.db?.admin().command({ ping: 1 }, { timeoutMS: timeoutMs })
  return ping ? ping.then(() => true, () => false) : false
}
