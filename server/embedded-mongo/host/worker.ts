/**
 * The worker thread: takes the lock and serves, or stands by and tries again until the lock is free. The whole database
 * runs here, so that neither a scan nor a commit that waits for the disk ever holds the product's event loop.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { startServer, type DatabaseServer } from './database-server.js'
import { prepareFiles } from './files.js'
import type { FromWorker, Role, StoreEvent, ToWorker, WorkerSettings } from './messages.js'
import { tryLock, type OwnerLock } from './owner-lock.js'
import { answersPing } from './probe.js'

const retryMs = 200

const port = parentPort
if (!port) throw new Error('the store runs in a worker thread')
const { dataDir, byteCap } = workerData as WorkerSettings
const say = (message: FromWorker): void => port.postMessage(message)
const onEvent = (event: StoreEvent): void => say({ type: 'event', event })

let closing = false
let owned: { lock: OwnerLock; server: DatabaseServer } | undefined
let retry: NodeJS.Timeout | undefined

port.on('message', (message: ToWorker) => {
  if (message.type === 'close') void close()
})
// What fails here ends the thread, and its starter hears why.
const files = prepareFiles(dataDir)
await takeOrAttach()

async function takeOrAttach(): Promise<void> {
  const lock = tryLock(files.lock)
  if (lock) return own(lock)
  const healthy = await answersPing(files.socket)
  if (closing) return
  state('attached', healthy)
  retry = setTimeout(() => void takeOrAttach(), retryMs)
}

async function own(lock: OwnerLock): Promise<void> {
  const server = await startServer({
    files,
    byteCap,
    onEvent,
    onDiskFailure: () => setImmediate(() => void close().catch(() => {})),
  })
  owned = { lock, server }
  if (closing) await close()
  else state('owner', true)
}

function state(role: Role, healthy: boolean): void {
  say({ type: 'state', role, healthy, socket: files.socket })
}

async function close(): Promise<void> {
  closing = true
  clearTimeout(retry)
  const held = owned
  owned = undefined
  try {
    await held?.server.close()
  } finally {
    held?.lock.release()
    port?.close()
  }
}
