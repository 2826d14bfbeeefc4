/** Reads the configuration, opens the store, starts the roles asked for, and stops cleanly: what was begun is finished. */
import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { buildApp } from './app.js'
import { readConfig, type Config } from './config.js'
import { AppError } from './errors.js'
import { accountTexts, findCandidateSession, findStaffSession, offerFirstAdmin } from './features/accounts/index.js'
import { startJobs, type RunningJobs } from './jobs/start-jobs.js'
import { jobTable } from './wiring/jobs.js'
import { damagedPage, isDamageEvent, isFull, noRoom, portTaken, refusedFiles } from './migrations/index.js'
import { createLog, type Logger } from './log.js'
import { createMetrics, type Metrics } from './metrics.js'
import { whileStoreComesBack } from './mongo/connection.js'
import { openProduct, type Product } from './wiring/product.js'
import { tellDamagedHeads } from './wiring/tell-damaged-heads.js'
import { tellTemplateFaults } from './wiring/tell-template-faults.js'
import { allRouters } from './wiring/routers.js'
import { allLanguages } from './texts/in-every-language.js'

interface StoreHost {
  uri: string
  healthy(): boolean
  close(): Promise<void>
}

const stopWithinMs = 20_000
const storeCheckMs = 800
/** Longer than the idle time of proxies in front: otherwise they reuse a connection that is just being closed. */
const keepAliveMs = 65_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  await start(config).catch((error: unknown) => {
    throw isFull(error) ? noRoom(config.dataDir, error) : error
  })
}

async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const metrics = createMetrics({ runtime: true })
  const store = await openStoreHost(config, log)
  let jobs: RunningJobs | undefined
  const product = await openProduct({ config, storeUri: store.uri, log, wake: (job) => jobs?.wake(job) })

  const { deps, whichAreDue } = product
  if (config.role !== 'web')
    jobs = startJobs(jobTable(deps), {
      whichAreDue,
      clock: deps.clock,
      elapsedMs: () => performance.now(),
      log,
      metrics,
    })
  const server = config.role === 'worker' ? undefined : await listen(config, { log, metrics, product, store })
  if (server) await whileStoreComesBack(log, () => printFirstAdminCode(config, product))

  stopOnSignal(log, async () => {
    await closeServer(server)
    await jobs?.stop()
    await product.deps.botLeader?.stop()
    await product.close()
    await store.close()
  })
  if (config.role !== 'web') void tellTemplateFaults(deps, log)
  await tellDamagedHeads(config.dataDir, log)
  log.info({ role: config.role, port: config.port, sandboxed: config.sandboxed }, 'ready')
}

async function openStoreHost(config: Config, log: Logger): Promise<StoreHost> {
  if (config.mongodbUri) return { uri: config.mongodbUri, healthy: () => true, close: async () => {} }

  const { openEmbeddedMongo } = await import('./embedded-mongo/index.js')
  const dataDir = join(config.dataDir, 'store')
  return openEmbeddedMongo({
    dataDir,
    ...(config.storeByteCap !== undefined && { byteCap: config.storeByteCap }),
    onEvent(event) {
      log.info({ event }, 'embedded store')
      if (isDamageEvent(event)) void damagedPage(config.dataDir).then((words) => log.error({ event }, words))
    },
  }).catch(async (error: unknown) => {
    throw (await refusedFiles(config.dataDir, error)) ?? error
  })
}

async function listen(
  config: Config,
  { log, metrics, product, store }: { log: Logger; metrics: Metrics; product: Product; store: StoreHost },
): Promise<Server> {
  const app = buildApp({
    log,
    metrics,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    metricsToken: config.metricsToken,
    ready: async () => ({ store: store.healthy() && (await product.storeAnswers(storeCheckMs)) }),
    findCandidateSession: (token) => findCandidateSession(product.deps, token),
    findStaffSession: (token) => findStaffSession(product.deps, token),
    routers: allRouters(product.deps),
    consoleDir: config.consoleDir,
    domainProof: config.wecom.domainProof,
  })
  // oxlint-disable-next-line typescript/no-misused-promises -- Koa answers every error itself
  const server = createServer(app.callback())
  server.keepAliveTimeout = keepAliveMs
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portTaken(config.port, error) : error),
    )
    server.listen(config.port, config.host, resolve)
  })
  return server
}

/** For whoever sits at the machine, and nobody else: not through the log, which others may read. */
async function printFirstAdminCode({ orgId, publicUrl }: Config, { deps }: Product): Promise<void> {
  const code = await offerFirstAdmin(deps, { orgId, random: randomBytes(16) })
  if (!code) return
  console.log(
    ['', allLanguages(accountTexts.noAdminYet, '\n'), '', `  ${code}    ${publicUrl}/console/first-admin`, ''].join(
      '\n',
    ),
  )
}

/** Takes no new requests and waits for those that run. */
function closeServer(server: Server | undefined): Promise<void> {
  if (!server) return Promise.resolve()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

function stopOnSignal(log: Logger, stop: () => Promise<void>): void {
  const onSignal = (signal: NodeJS.Signals) => {
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    stop().then(
      () => {
        log.info({ signal }, 'stopped')
        process.exit(0)
      },
      (err: unknown) => {
        log.error({ err }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', onSignal)
  process.once('SIGINT', onSignal)
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error)
  process.exit(1)
})
