/** The product without a way in: store, platforms and use cases, opened in order and closed in reverse. */
import type { Config } from '../config.js'
import { followedClock } from '../adapters/sandbox-clock/followed-clock.js'
import { buildDeps, type Deps } from './deps.js'
import { loadFirstData } from './first-data.js'
import { addDemoStaff } from '../features/accounts/index.js'
import { openScorer, type Scorer } from '../features/assessment/index.js'
import type { WhichAreDue } from '../jobs/look-for-work.js'
import type { Logger } from '../log.js'
import { prepareData } from '../migrations/index.js'
import { dueAmong } from '../mongo/due-among.js'
import { connectStore, storeAnswers, whileStoreComesBack } from '../mongo/connection.js'
import { openPlatforms } from './platforms.js'
import { systemClock, type Clock } from '../ports/clock.js'
import { openStores } from './stores.js'

export interface Product {
  deps: Deps
  storeAnswers(timeoutMs: number): Promise<boolean>
  whichAreDue: WhichAreDue
  close(): Promise<void>
}

interface Open {
  config: Config
  storeUri: string
  log: Logger
  wake: (job: string) => void
}

export async function openProduct(open: Open): Promise<Product> {
  const clock = await openClock(open.config.clockUrl)
  // A store may go while it is being opened, with the process that owned it: the next owner is there within seconds.
  const scorer = openScorer({ onFault: (err) => open.log.error({ err }, 'the thread of the scorer ended') })
  const { connection, deps } = await whileStoreComesBack(open.log, () => openOnStore(open, { clock, scorer }))

  return {
    deps,
    storeAnswers: (timeoutMs) => storeAnswers(connection, timeoutMs),
    whichAreDue: (asked) => dueAmong(connection, asked),
    async close() {
      clock.stop()
      await scorer.close()
      await connection.close()
    },
  }
}

async function openOnStore({ config, storeUri, log, wake }: Open, tools: { clock: Clock; scorer: Scorer }) {
  const { clock } = tools
  const connection = await connectStore(storeUri, config.dbName)
  try {
    const keys = await prepareData({ connection, config, log })
    const stores = await openStores(connection, keys, (err) => log.error({ err }, 'a list goes on without a row'))
    const platforms = openPlatforms({ config, platformTokens: stores.platformTokens, clock, log })
    const deps = buildDeps({ config, stores, platforms, keys, ...tools, log, wake })
    await loadFirstData(deps)
    if (config.sandboxed) await addDemoStaff(deps, deps.orgId)
    return { connection, deps }
  } catch (error) {
    await connection.close().catch(() => {}) // on a store that is away closing fails too; the first error counts
    throw error
  }
}

/** Simulated time comes from the sandbox; otherwise this machine's. */
async function openClock(url: string | undefined): Promise<Clock & { stop(): void }> {
  if (!url) return { ...systemClock, stop: () => {} }
  const clock = followedClock({ url, own: systemClock, elapsedMs: () => performance.now() })
  await clock.start()
  return clock
}
