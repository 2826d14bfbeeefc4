/**
 * Brings a store to the form that this build knows. One process does it under a lease, the others wait for it; one that dies leaves a
 * lease that runs out, and the next runs the same migration again. A migration counts when its number is stored.
 */
import type { Logger } from '../log.js'
import type { LeaseStore } from '../mongo/lease-store.js'
import type { Clock } from '../ports/clock.js'
import { newestOf } from './all-migrations.js'
import { keptLease, LeaseLost, type KeptLease } from '../mongo/kept-lease.js'
import type { FirstSeals } from './first-seals.js'
import type { Migration, MigrationTools } from './migration.js'
import type { MigrationStore } from './migration-store.js'
import { stillMigrating } from './refused-start.js'

export interface MigrateDeps {
  migrations: readonly Migration[]
  store: Pick<MigrationStore, 'collection' | 'newestNumber' | 'add'>
  leases: Pick<LeaseStore, 'take' | 'give'>
  vault: MigrationTools['vault']
  firstSeals: FirstSeals
  /** Of this machine: simulated time may jump. */
  clock: Clock
  log: Pick<Logger, 'info'>
  holder: string
  build: string
  times?: { leaseMs: number; retryMs: number; waitMs: number }
}

const leaseName = 'migrations'
const usualTimes = { leaseMs: 30_000, retryMs: 500, waitMs: 30 * 60_000 }
const sayEveryMs = 10_000
const minuteMs = 60_000

export async function migrate(deps: MigrateDeps): Promise<void> {
  const { store, migrations, times = usualTimes } = deps
  const began = deps.clock.now().getTime()
  const isDone = async () => ((await store.newestNumber()) ?? 0) >= newestOf(migrations)

  for (let said = -Infinity; !(await isDone());) {
    const lease = await keptLease({ ...deps, name: leaseName, leaseMs: times.leaseMs })
    if (lease) {
      await runPending(deps, lease)
      continue
    }
    const waitedMs = deps.clock.now().getTime() - began
    if (waitedMs >= times.waitMs) throw stillMigrating(Math.round(times.waitMs / minuteMs))
    if (waitedMs - said >= sayEveryMs) {
      deps.log.info(
        { waitedSeconds: Math.round(waitedMs / 1_000) },
        'another process migrates the data; waiting for it',
      )
      said = waitedMs
    }
    await new Promise((resolve) => setTimeout(resolve, times.retryMs))
  }
}

async function runPending(deps: MigrateDeps, lease: KeptLease): Promise<void> {
  try {
    const newest = (await deps.store.newestNumber()) ?? 0
    for (const migration of deps.migrations.filter(({ number }) => number > newest))
      await runOne(deps, migration, lease)
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error
    deps.log.info({}, 'another process took over the migration')
  } finally {
    await lease.give()
  }
}

async function runOne(deps: MigrateDeps, migration: Migration, lease: KeptLease): Promise<void> {
  const { store, vault, firstSeals, clock, log, build } = deps
  const { number, name } = migration
  log.info({ number, name }, 'migrating the data')
  let rowsDone = 0
  let said = clock.now().getTime()

  await migration.run({
    rows: store.collection,
    vault,
    firstSeals,
    progress(count) {
      lease.refuseLost()
      rowsDone += count
      if (clock.now().getTime() - said < sayEveryMs) return
      said = clock.now().getTime()
      log.info({ number, name, rowsDone }, 'still migrating')
    },
  })
  lease.refuseLost()
  await store.add({ number, name, at: clock.now(), build })
  log.info({ number, name, rowsDone }, 'migrated')
}
