/** The product without a way in: store, platforms and use cases, opened in order and closed in the reverse one. */
import type { Config } from '../config.js'
import { followedClock } from '../adapters/sandbox-clock/followed-clock.js'
import { buildDeps, type Deps } from './deps.js'
import { addDemoStaff } from '../features/accounts/index.js'
import { deriveStandings } from '../features/flow/index.js'
import { defaultDataFiles, importFiles } from '../features/configuration/index.js'
import type { Logger } from '../log.js'
import { connectStore, storeAnswers } from '../mongo/connection.js'
import { loadKeyRing } from '../mongo/key-ring.js'
import { openPlatforms } from './platforms.js'
import { systemClock, type Clock } from '../ports/clock.js'
import { openStores } from './stores.js'

export interface Product {
  deps: Deps
  storeAnswers(timeoutMs: number): Promise<boolean>
  close(): Promise<void>
}

interface Open {
  config: Config
  storeUri: string
  log: Logger
  wake: (job: string) => void
}

export async function openProduct({ config, storeUri, log, wake }: Open): Promise<Product> {
  const keys = await loadKeyRing(config.keys)
  const clock = await openClock(config.clockUrl)
  const connection = await connectStore(storeUri, config.dbName)
  const stores = await openStores(connection, keys)
  const platforms = openPlatforms({ config, platformTokens: stores.platformTokens, clock, log })
  const deps = buildDeps({ config, stores, platforms, keys, clock, log, wake })
  await importDefaults(deps)
  for (const { id } of await deps.organisations.findAll()) await deriveStandings(deps, id)
  if (config.sandboxed) await addDemoStaff(deps, deps.orgId)

  return {
    deps,
    storeAnswers: (timeoutMs) => storeAnswers(connection, timeoutMs),
    async close() {
      clock.stop()
      await connection.close()
    },
  }
}

/** Simulated time comes from the sandbox; otherwise this machine's. */
async function openClock(url: string | undefined): Promise<Clock & { stop(): void }> {
  if (!url) return { ...systemClock, stop: () => {} }
  const clock = followedClock({ url, own: systemClock, elapsedMs: () => performance.now() })
  await clock.start()
  return clock
}

/** The demo organisation, its bank and positions; left alone once they were imported or changed. */
async function importDefaults(deps: Deps): Promise<void> {
  const outcome = await importFiles(deps, { files: await defaultDataFiles(), orgId: deps.orgId, onlyMissing: true })
  if (outcome.kind === 'refused')
    throw new Error(`the data that comes with the product was refused: ${JSON.stringify(outcome.problems[0])}`)
}
