/**
 * The worker thread: takes the lock and serves, or stands by until the owner is gone. The whole database runs here, so that
 * neither a scan nor a commit ever holds the product's event loop.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { startServer, type DatabaseServer } from './database-server.js'
import { prepareFiles } from './files.js'
import type { FromWorker, Role, StoreEvent, ToWorker, WorkerSettings } from './messages.js'
import { tryLock, type OwnerLock } from './owner-lock.js'
import { watchOwner } from './watch-owner.js'

/** While there is no owner to watch: one may be about to serve or to end. Grows up to the longest. */
const retryMs = { first: 20, longest: 200 }

const port = parentPort
if (!port) throw new Error('the store runs in a worker thread')
const { dataDir, byteCap } = workerData as WorkerSettings
const say = (message: FromWorker): void => port.postMessage(message)
const onEvent = (event: StoreEvent): void => say({ type: 'event', event })

let closing = false
let owned: { lock: OwnerLock; server: DatabaseServer } | undefined
let stopWaiting = (): void => {}

port.on('message', (message: ToWorker) => {
  if (message.type === 'close') void close()
})
// What fails here ends the thread, and its starter hears why.
const files = prepareFiles(dataDir)
await takeOrWatch(retryMs.first)

async function takeOrWatch(pauseMs: number): Promise<void> {
  if (closing) return
  const lock = tryLock(files.lock)
  if (lock) return own(lock)
  let seen = false
  const watch = watchOwner(files.socket, {
    onHealth(healthy) {
      seen = true
      state('attached', healthy)
    },
    onGone() {
      if (!seen) state('attached', false)
      retryAfter(seen ? retryMs.first : pauseMs)
    },
  })
  stopWaiting = () => watch.stop()
}

/** Not all at the same moment: those that meet in the lock may keep it from each other. */
function retryAfter(pauseMs: number): void {
  const next = Math.min(pauseMs * 2, retryMs.longest)
  const timer = setTimeout(() => void takeOrWatch(next), pauseMs * Math.random())
  stopWaiting = () => clearTimeout(timer)
}

async function own(lock: OwnerLock): Promise<void> {
  const server = await startServer({ files, byteCap, onEvent, onDiskFailure: () => setImmediate(closeQuietly) })
  owned = { lock, server }
  if (closing) await close()
  else state('owner', true)
}

function state(role: Role, healthy: boolean): void {
  say({ type: 'state', role, healthy, socket: files.socket })
}

/** Lets the thread end; its starter begins another. What failed has been said. */
function closeQuietly(): void {
  close().catch(() => {})
}

async function close(): Promise<void> {
  closing = true
  stopWaiting()
  const held = owned
  owned = undefined
  try {
    await held?.server.close()
  } finally {
    held?.lock.release()
    port?.close()
  }
}
