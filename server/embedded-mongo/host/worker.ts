/**
 * The worker thread: takes the lock and serves, or stands by and tries again until the lock is free. The whole database
 * runs here, so that neither a scan nor a commit that waits for the disk ever holds the product's event loop.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { startServer, type DatabaseServer } from './database-server.js'
import { prepareFiles, type StoreFiles } from './files.js'
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
void run()

async function run(): Promise<void> {
  try {
    await takeOrAttach(prepareFiles(dataDir))
  } catch (error) {
    say({ type: 'failed', message: (error as Error).message })
    port?.close()
  }
}

async function takeOrAttach(files: StoreFiles): Promise<void> {
  const lock = tryLock(files.lock)
  if (lock) return own(files, lock)
  const healthy = await answersPing(files.socket)
  if (closing) return
  state('attached', healthy, files)
  retry = setTimeout(() => void takeOrAttach(files).catch(() => state('attached', false, files)), retryMs)
}

async function own(files: StoreFiles, lock: OwnerLock): Promise<void> {
  const server = await startServer({ files, byteCap, onEvent }).catch((error: unknown) => {
    lock.release()
    throw error
  })
  owned = { lock, server }
  if (closing) await close()
  else state('owner', true, files)
}

function state(role: Role, healthy: boolean, { socket }: StoreFiles): void {
  say({ type: 'state', role, healthy, socket })
}

async function close(): Promise<void> {
  closing = true
  clearTimeout(retry)
  const held = owned
  owned = undefined
  await held?.server.close()
  held?.lock.release()
  port?.close()
}
