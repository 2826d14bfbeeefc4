/**
 * A MongoDB-compatible store inside this process, for when no MONGODB_URI is set: the unchanged mongoose talks to it over a
 * unix socket. For trying out, demos, tests and a single branch; beyond that, point MONGODB_URI to MongoDB (ADR 002).
 */
import type { Worker } from 'node:worker_threads'
import { faultOf, type FromWorker, type Role, type StoreEvent, type ToWorker } from './host/messages.js'
import { startWorker } from './host/start-worker.js'

export { databaseFile, foldCopy, isHeld, logFile } from './host/copied-files.js'
export type { Role, StoreEvent } from './host/messages.js'

export interface EmbeddedMongoOptions {
  /** The folder of its files; made private (0700). One process owns it, others attach to the owner's socket. */
  dataDir: string
  /** Size of the database file in bytes above which inserts and growing updates fail with OutOfDiskSpace (14031). Default: the disk. */
  byteCap?: number
  onEvent?: (event: StoreEvent) => void
  /** How long a start that found another owner waits for it to serve; then it fails and says so. Default: 15 s. */
  patienceMs?: number
}

export interface EmbeddedMongo {
  uri: string
  role(): Role
  /** Whether calls can succeed now. While false they fail within about two seconds instead of hanging. */
  healthy(): boolean
  /** Finishes and acknowledges what was begun, folds the log into the file, lets go of the folder. */
  close(): Promise<void>
}

/** A thread that ended by a fault is started again, not faster than this. */
const restartMs = 250
/** Many that start at the same time on a busy machine wait for the one among them that comes to own the folder. */
const defaultPatienceMs = 15_000

export async function openEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const supervisor = new Supervisor(options)
  const socket = await withinPatience(supervisor, options)
  return {
    uri: uriOf(socket),
    role: () => supervisor.role,
    healthy: () => supervisor.healthy,
    close: () => supervisor.close(),
  }
}

/**
 * Short timeouts: the server is on this machine, and what cannot be reached shall fail while somebody waits. The driver's heartbeat stays
 * at its 10 s: a broken connection is seen at once, and while anybody waits for the store it is looked for twice a second.
 */
function uriOf(socket: string): string {
  const options = 'directConnection=true&serverSelectionTimeoutMS=2000&connectTimeoutMS=2000'
  return `mongodb://${encodeURIComponent(socket)}/?${options}`
}

async function withinPatience(supervisor: Supervisor, options: EmbeddedMongoOptions): Promise<string> {
  const { dataDir, patienceMs = defaultPatienceMs } = options
  let timer: NodeJS.Timeout | undefined
  const lost = supervisor.waits.then(
    () =>
      new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(nobodyServes(dataDir, patienceMs))), patienceMs)
      }),
  )
  try {
    return await Promise.race([supervisor.started, lost])
  } catch (error) {
    await supervisor.close()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

const nobodyServes = (dataDir: string, patienceMs: number): string =>
  `The store in ${dataDir} is as it was, but another process holds it (owner.lock) and did not answer within ` +
  `${patienceMs / 1000} s. If that process hangs, end it; then start again.`

interface FirstState {
  resolve: (socket: string) => void
  reject: (error: Error) => void
  /** Another process holds the folder and does not serve. */
  wait: () => void
}

/** Keeps the worker thread alive and knows what it last said. */
class Supervisor {
  role: Role = 'attached'
  healthy = false
  readonly started: Promise<string>
  readonly waits: Promise<void>
  private worker: Worker | undefined
  private stopped = false
  private ended: Promise<void> = Promise.resolve()

  constructor(private readonly options: EmbeddedMongoOptions) {
    let wait = (): void => {}
    this.waits = new Promise((resolve) => (wait = resolve))
    this.started = new Promise((resolve, reject) => this.start({ resolve, reject, wait }))
  }

  async close(): Promise<void> {
    this.stopped = true
    this.healthy = false
    this.worker?.postMessage({ type: 'close' } satisfies ToWorker)
    await this.ended
  }

  /** The first start that fails is told to the caller; later ones are tried again. */
  private start(first?: FirstState): void {
    const { dataDir, byteCap } = this.options
    const worker = startWorker({ dataDir, byteCap })
    this.worker = worker
    worker.on('message', (message: FromWorker) => this.hear(message, first))
    worker.on('error', (error) => {
      first?.reject(error)
      this.tell(faultOf(error))
    })
    this.ended = new Promise((resolve) =>
      worker.once('exit', (code) => {
        first?.reject(new Error('the thread of the embedded store ended'))
        this.onExit(code)
        resolve()
      }),
    )
  }

  private hear(message: FromWorker, first?: FirstState): void {
    if (message.type === 'event') return this.tell(message.event)
    if (this.stopped) return
    const { role, healthy, socket } = message
    if (role !== this.role || healthy !== this.healthy) this.tell({ kind: 'role', role, healthy })
    Object.assign(this, { role, healthy })
    if (healthy) first?.resolve(socket)
    else first?.wait()
  }

  private onExit(code: number): void {
    this.healthy = false
    if (this.stopped) return
    this.tell({ kind: 'worker-ended', code })
    setTimeout(() => {
      if (!this.stopped) this.start()
    }, restartMs).unref()
  }

  private tell(event: StoreEvent): void {
    this.options.onEvent?.(event)
  }
}
