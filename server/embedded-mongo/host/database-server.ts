/** The database behind its socket: opened, served, swept, closed. */
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { Cursors } from '../commands/cursors.js'
import type { Context } from '../commands/context.js'
import { runCommand } from '../commands/run-command.js'
import { Catalog } from '../engine/catalog.js'
import { removeExpired } from '../engine/expire.js'
import { openLibsqlStore } from '../store/libsql-store.js'
import { serveConnection, type Connection } from './connection.js'
import { createPrivate, type StoreFiles } from './files.js'
import { faultOf, type StoreEvent } from './messages.js'
import { refusePartedFiles } from './parted-files.js'

export interface ServerOptions {
  files: StoreFiles
  byteCap?: number | undefined
  onEvent: (event: StoreEvent) => void
  /** Told when the disk failed, after all who waited for it: the server acknowledges nothing more and is to be closed. */
  onDiskFailure: () => void
}

export interface DatabaseServer {
  close(): Promise<void>
}

const sweepMs = 60_000

/** The caller holds the owner's lock: only then may a socket that is there be taken for stale. */
export async function startServer({ files, byteCap, onEvent, onDiskFailure }: ServerOptions): Promise<DatabaseServer> {
  refusePartedFiles(files.data)
  createPrivate(files.data)
  const onFailure = ({ code }: NodeJS.ErrnoException): void => {
    onEvent({ kind: 'disk-failed', code: code ?? 'unknown' })
    onDiskFailure()
  }
  const store = openLibsqlStore({ path: files.data, byteCap, onFailure })
  const catalog = new Catalog(store.reader)
  store.onRollback(() => {
    catalog.reload()
    onEvent({ kind: 'rolled-back' })
  })
  const context: Context = { store, catalog, cursors: new Cursors(() => performance.now()), now: () => new Date() }
  const { server, connections } = await listen(files.socket, context, onEvent)
  const sweep = setInterval(() => void sweepOnce(context, onEvent), sweepMs)
  return {
    async close() {
      clearInterval(sweep)
      await closeServer(server, connections)
      rmSync(files.socket, { force: true })
      await store.close()
    },
  }
}

async function listen(
  path: string,
  context: Context,
  onEvent: ServerOptions['onEvent'],
): Promise<{ server: Server; connections: Set<Connection> }> {
  const connections = new Set<Connection>()
  const onFault = (error: Error): void => onEvent(faultOf(error))
  const server = createServer((socket) => {
    const connection = serveConnection(socket, {
      run: (command) => runCommand(context, command, onFault),
      onProtocolError: () => onEvent({ kind: 'protocol-error' }),
    })
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  })
  rmSync(path, { force: true })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  chmodSync(path, 0o600)
  return { server, connections }
}

/** Clients are cut off only after the replies to what they have asked: otherwise they could not know what was done. */
async function closeServer(server: Server, connections: Set<Connection>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  for (const connection of connections) connection.end()
  await closed
}

/** Closes forgotten cursors and removes what expired. */
async function sweepOnce({ store, catalog, cursors, now }: Context, onEvent: ServerOptions['onEvent']): Promise<void> {
  cursors.sweep()
  for (const { namespace, indexes } of catalog.all()) {
    if (!indexes.some(({ spec }) => spec.expireAfterSeconds !== undefined)) continue
    const removed = await store
      .write({
        frees: true,
        run: (writer) => {
          const collection = catalog.find(namespace)
          return collection ? removeExpired({ writer, catalog, collection }, now()) : 0
        },
      })
      .catch(() => 0)
    if (removed > 0) onEvent({ kind: 'expired', removed })
  }
}
