/**
 * A command on a connection that has just ended is refused. The driver (mongodb 7.8 and 7.9) waits for `drain` whenever a socket does not take
 * what is written, and a socket that the other end has closed takes nothing and never drains: Node tells that it is closed at the end
 * of this turn of the event loop, when the driver waits already and listens for errors only. Of the connections that end at once, as they do
 * when the store's owner changes or a MongoDB is started again, the one that looks for the server was caught in it, and never looked again.
 */
import type { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import mongoose, { type Connection } from 'mongoose'

/** The driver's own, as far as it is touched. */
export interface DriverConnection extends EventEmitter {
  socket: Socket
  /** Set before its `close` is told. */
  error: Error | null
  command(namespace: { db: string }, command: object): Promise<unknown>
  writeCommand: (this: DriverConnection, ...input: unknown[]) => Promise<void>
}

interface DriverClient {
  topology?: { s: { servers: Map<string, { monitor: { connection: DriverConnection | null } | null }> } }
}

const mended = new WeakSet<object>()

/** Once for the driver, whose class of connections nobody else can reach. */
export function refuseEndedConnections(connection: Connection): void {
  const driver = Object.getPrototypeOf(lookingConnection(connection)) as DriverConnection
  if (mended.has(driver)) return
  mended.add(driver)
  const { writeCommand } = driver
  driver.writeCommand = async function (...input) {
    const end = endOf(this)
    await Promise.race([writeCommand.apply(this, input), end.told]).finally(end.forget)
  }
}

/** The one over which the driver asks the server how it is. */
export function lookingConnection(connection: Connection): DriverConnection {
  const { topology } = connection.getClient() as unknown as DriverClient
  for (const { monitor } of topology?.s.servers.values() ?? []) if (monitor?.connection) return monitor.connection
  throw new mongoose.mongo.MongoNotConnectedError('the store went while it was being connected to')
}

function endOf(connection: DriverConnection): { told: Promise<never>; forget: () => void } {
  let end = (): void => {}
  const told = new Promise<never>((_resolve, reject) => {
    end = () => reject(connection.error ?? new Error('the connection to the store has ended'))
    connection.once('close', end)
  })
  return { told, forget: () => void connection.off('close', end) }
}
