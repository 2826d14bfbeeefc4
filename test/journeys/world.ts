/**
 * A world for journeys: sandbox and product as they were built, as real processes on free ports, with a data folder of their own. The product can
 * be killed and started again; what the platform saw survives.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { candidateClient, type CandidateClient } from '../../scripts/demo/candidate-client.js'
import { sandboxClient, type SandboxClient } from '../../scripts/demo/sandbox-client.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { built, ensureBuilt } from './built.js'

/** What a person can reach of a world, in processes or not. */
export interface OpenWorld {
  productUrl: string
  sandboxUrl: string
  sandbox: SandboxClient
  phone(personId: string, deviceKey?: string): Promise<CandidateClient>
}

export interface World extends OpenWorld {
  dataDir: string
  /** What product and sandbox were told from outside. */
  env: Record<string, string>
  /** What product and sandbox wrote to their logs. */
  log(): string
  startProduct(env?: Record<string, string>): Promise<void>
  /** SIGKILL: nothing is said, nothing is finished. */
  killProduct(): Promise<void>
  /** SIGTERM; returns the exit code. */
  stopProduct(): Promise<number | null>
  /** A second process of the product on the same data, with a port of its own. */
  startAnother(env?: Record<string, string>): Promise<OtherProcess>
  end(): Promise<void>
}

export interface OtherProcess {
  url: string
  kill(): Promise<void>
  /** SIGTERM; returns the exit code. */
  stop(): Promise<number | null>
  /** What it alone wrote. */
  log(): string
}

interface Options {
  env?: Record<string, string>
  /** False: nothing has been started on the data folder yet. */
  withProduct?: boolean
}

/** Several first starts at once on a busy machine. */
const bootMs = 120_000

export async function startWorld({ env: given = {}, withProduct = true }: Options = {}): Promise<World> {
  ensureBuilt()
  const [port, sandboxPort, smtpPort] = [await freePort(), await freePort(), await freePort()]
  const dataDir = await mkdtemp(join(tmpdir(), 'world-'))
  const productUrl = `http://127.0.0.1:${port}`
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
  const env = {
    DATA_DIR: dataDir,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_SMTP_PORT: String(smtpPort),
    PRODUCT_URL: productUrl,
    LOG_LEVEL: 'info',
    ...given,
  }
  const lines: string[] = []
  const sandboxProcess = run(built.sandbox, env, lines)
  const sandbox = sandboxClient(sandboxUrl)
  await waitFor('the sandbox', () => answers(`${sandboxUrl}/api/people`), { withinMs: bootMs })
  let product: ChildProcess | undefined
  const others: ChildProcess[] = []

  const readyAt = (url: string, child: ChildProcess) =>
    waitFor('the product', () => answersOrEnded(`${url}/readyz`, child), { withinMs: bootMs }).catch(
      (error: unknown) => {
        throw new Error(`${String(error)}\n${lines.slice(-30).join('')}`)
      },
    )

  const world: World = {
    productUrl,
    sandboxUrl,
    sandbox,
    dataDir,
    env,
    log: () => lines.join(''),
    phone: (personId, deviceKey) => candidateClient({ productUrl, sandbox, personId, ...(deviceKey && { deviceKey }) }),
    async startProduct(more = {}) {
      product = run(built.product, { ...env, ...more }, lines)
      await readyAt(productUrl, product)
    },
    killProduct: () => ended(product, 'SIGKILL').then(() => undefined),
    stopProduct: () => ended(product, 'SIGTERM'),
    async startAnother(more = {}) {
      const otherPort = String(await freePort())
      const url = `http://127.0.0.1:${otherPort}`
      const own: string[] = []
      const child = run(built.product, { ...env, ...more, PORT: otherPort }, lines, own)
      others.push(child)
      await readyAt(url, child)
      return {
        url,
        kill: () => ended(child, 'SIGKILL').then(() => undefined),
        stop: () => ended(child, 'SIGTERM'),
        log: () => own.join(''),
      }
    },
    async end() {
      await Promise.all([product, sandboxProcess, ...others].map((child) => ended(child, 'SIGKILL')))
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  if (withProduct) await world.startProduct()
  return world
}

function run(file: string, env: Record<string, string>, ...logs: string[][]): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => logs.forEach((log) => log.push(chunk.toString())))
  return child
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<number | null> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = (await exit) as [number | null]
  return code
}

/** A product that has ended, for example because its port is taken, need not be waited for. */
function answersOrEnded(url: string, { exitCode, signalCode }: ChildProcess): Promise<boolean> {
  if (exitCode !== null || signalCode !== null) throw new Error(`the product ended with ${exitCode ?? signalCode}`)
  return answers(url)
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    (reply) => reply.ok,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
