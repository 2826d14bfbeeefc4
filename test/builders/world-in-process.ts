/**
 * A world without processes: product with its jobs, and sandbox, both in this one, with time that both read from the same clock. For what
 * is proved by requests and messages; what dies, starts again or lies on a disk needs the processes of test/journeys/world.ts.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connection } from 'mongoose'
import { buildApp } from '../../server/app.js'
import { readConfig } from '../../server/config.js'
import { addDemoStaff, findCandidateSession, findStaffSession } from '../../server/features/accounts/index.js'
import type { WhichAreDue } from '../../server/jobs/look-for-work.js'
import { startJobs, type RunningJobs } from '../../server/jobs/start-jobs.js'
import { createLog } from '../../server/log.js'
import { createMetrics } from '../../server/metrics.js'
import { dueAmong } from '../../server/mongo/due-among.js'
import { keyRing } from '../../server/mongo/key-ring.js'
import { buildDeps, type Deps } from '../../server/wiring/deps.js'
import { loadFirstData } from '../../server/wiring/first-data.js'
import { jobTable } from '../../server/wiring/jobs.js'
import { openPlatforms } from '../../server/wiring/platforms.js'
import { allRouters } from '../../server/wiring/routers.js'
import { openStores } from '../../server/wiring/stores.js'
import { usualTiming, type Timing } from '../../server/sandbox/http/hold.js'
import { candidateClient } from '../../scripts/demo/candidate-client.js'
import { sandboxClient } from '../../scripts/demo/sandbox-client.js'
import type { OpenWorld } from '../journeys/world.js'
import { startSandbox, type TestSandbox } from '../sandbox.js'
import { testScorer } from '../scorer.js'
import { testStore } from '../store.js'

export interface WorldInProcess extends OpenWorld {
  deps: Deps
  orgId: string
  connection: Connection
  /** Runs a job now, as its next turn would. */
  runJob(name: string): Promise<void>
  end(): Promise<void>
}

interface Options {
  /** HR's console as it was built. */
  consoleDir?: string
  /** The mini-program as it was built. */
  phoneDir?: string
  /** Settings beside those of the sandbox. */
  env?: Record<string, string>
  /** Platforms that say nothing do so for half the time, and the product waits half as long for them. */
  twiceAsFast?: boolean
}

/** Half of what the adapters wait; longer than half of what a slow platform takes. */
const halfPatienceMs = 2_500
const half = (usual: Timing): Timing => ({ ...usual, slowMs: usual.slowMs / 2, holdMs: usual.holdMs / 2 })

export async function openWorld({
  env = {},
  twiceAsFast = false,
  phoneDir,
  ...options
}: Options = {}): Promise<WorldInProcess> {
  let answer: RequestListener = (_request, reply) => void reply.writeHead(503).end()
  const server = await listen((request, reply) => answer(request, reply))
  const productUrl = urlOf(server)
  const local = productUrl.replace('127.0.0.1', 'localhost')
  // As long as in the sandbox that people use: longer than the product waits for a platform.
  const timing = twiceAsFast ? half(usualTiming) : usualTiming
  const host = await startSandbox({ productUrl, publicUrl: local, timing, ...(phoneDir && { phoneDir }) })
  const sandbox = sandboxClient(host.baseUrl)
  const { deps, connection, close } = await openProductOn(host, local, {
    env,
    ...(twiceAsFast && { timeoutMs: halfPatienceMs }),
  })
  const jobs = jobTable(deps)
  answer = appOf(deps, options)

  return {
    productUrl,
    sandboxUrl: host.baseUrl,
    sandbox,
    deps,
    orgId: deps.orgId,
    connection,
    phone: (personId, deviceKey) => candidateClient({ productUrl, sandbox, personId, ...(deviceKey && { deviceKey }) }),
    async runJob(name) {
      await jobs.find((job) => job.name === name)!.run()
    },
    async end() {
      await close()
      await closeServer(server)
      await host.close()
    },
  }
}

async function openProductOn(
  sandbox: TestSandbox,
  publicUrl: string,
  { env, ...patience }: { env: Record<string, string>; timeoutMs?: number },
) {
  const { port, smtpPort, dataDir: DATA_DIR } = sandbox
  const ports = { SANDBOX_PORT: String(port), SANDBOX_SMTP_PORT: String(smtpPort) }
  const config = readConfig({ DATA_DIR, ...ports, PUBLIC_URL: publicUrl, ...env })
  const log = createLog('silent')
  const keys = keyRing(randomBytes(32))
  const connection = await testStore()
  const stores = await openStores(connection, keys)
  const clock = { now: () => new Date(sandbox.now()) }
  const platforms = openPlatforms({
    config,
    platformTokens: stores.platformTokens,
    clock,
    log,
    ...patience,
  })
  const scorer = testScorer()
  const deps = buildDeps({ config, stores, platforms, keys, scorer, clock, log, wake: (job) => running.wake(job) })
  await loadFirstData(deps)
  await addDemoStaff(deps, deps.orgId)
  const whichAreDue: WhichAreDue = (asked) => dueAmong(connection, asked)
  const running: RunningJobs = startJobs(jobTable(deps), {
    whichAreDue,
    clock,
    elapsedMs: () => performance.now(),
    log,
    metrics: createMetrics(),
  })
  return {
    deps,
    connection,
    close: async () => {
      await running.stop()
      await deps.botLeader?.stop()
    },
  }
}

function appOf(deps: Deps, options: Pick<Options, 'consoleDir'>): RequestListener {
  const app = buildApp({
    log: createLog('silent'),
    metrics: createMetrics(),
    publicUrl: deps.publicUrl,
    ready: async () => ({ store: true }),
    routers: allRouters(deps),
    findCandidateSession: (token) => findCandidateSession(deps, token),
    findStaffSession: (token) => findStaffSession(deps, token),
    ...options,
  }).callback()
  return (request, reply) => void app(request, reply)
}

async function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return server
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
