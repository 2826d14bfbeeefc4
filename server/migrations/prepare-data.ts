/** Before anything else touches a store: is it there, is it ours to open, and is it in the form that this build knows. */
import { randomBytes } from 'node:crypto'
import { access, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Connection } from 'mongoose'
import type { Config } from '../config.js'
import type { Logger } from '../log.js'
import { dataKeys } from '../mongo/data-keys.js'
import { loadKeyRing, type KeyRing } from '../mongo/key-ring.js'
import { leaseStore } from '../mongo/lease-store.js'
import { vault as openVault } from '../mongo/vault.js'
import { systemClock } from '../ports/clock.js'
import { allMigrations, newestOf } from './all-migrations.js'
import { firstSeals } from './first-seals.js'
import { lastBackup } from './last-backup.js'
import { migrate } from './migrate.js'
import { migrationStore, type MigrationStore } from './migration-store.js'
import { auditFolderGone, newerData, storeGone, unreadableAudit } from './refused-start.js'
import { refuseOld, serverVersion } from './server-version.js'
import { thisBuild } from './this-build.js'

export type Place = Pick<Config, 'dataDir' | 'dbName' | 'keys' | 'mongodbUri'>

interface Prepare {
  connection: Connection
  config: Place
  log: Logger
}

/** Returns the keys once the data can be opened with them; throws in words when it must not be. */
export async function prepareData({ connection, config, log }: Prepare): Promise<KeyRing> {
  refuseOld(await serverVersion(connection))
  const store = migrationStore(connection)
  // The key file is looked for before the store is, and made after it: of two first starts none takes the other's for an old one.
  const traces = await tracesOf(config)
  await openOrBegin(store, config, traces)
  await refuseLostHeads(store, config)

  const keys = await loadKeyRing(config.keys)
  const owners = dataKeys(connection, keys)
  const vault = openVault(connection, keys, { owners })
  await vault.ready()
  const leases = leaseStore(connection)
  const holder = randomBytes(9).toString('base64url')
  const build = thisBuild()
  await migrate({
    migrations: allMigrations,
    store,
    leases,
    vault,
    firstSeals: firstSeals(owners),
    clock: systemClock,
    log,
    holder,
    build,
  })
  return keys
}

async function openOrBegin(store: MigrationStore, config: Place, traces: readonly string[]): Promise<void> {
  const known = newestOf(allMigrations)
  const stored = await store.newestNumber()
  if (stored !== undefined && stored > known) throw newerData(placeOf(config), { stored, known })
  if (stored !== undefined) return
  if (traces.length > 0) throw storeGone(placeOf(config), traces)
  const name = allMigrations.at(-1)?.name ?? ''
  await store.add({ number: known, name, at: systemClock.now(), build: thisBuild(), begun: true })
}

/** Where the data is, as its owner knows it; an address may hold a password. */
const placeOf = ({ mongodbUri, dbName, dataDir }: Place): string =>
  mongodbUri ? `MongoDB (${dbName})` : join(dataDir, 'store')

/** What tells that this installation has had data. A key file elsewhere may have been put there for the first start. */
async function tracesOf({ dataDir, keys }: Place): Promise<string[]> {
  const isInside = !relative(dataDir, keys.file).startsWith('..')
  const hasKey = !keys.base64 && isInside && (await exists(keys.file))
  const audit = join(dataDir, 'audit')
  const hasAudit = (await filesIn(audit, dataDir)).length > 0
  return [...(hasKey ? [keys.file] : []), ...(hasAudit ? [audit] : [])]
}

/** With several machines on one MongoDB, one that has not written yet has no folder; the embedded store has one machine. */
async function refuseLostHeads(store: MigrationStore, { dataDir, mongodbUri }: Place): Promise<void> {
  const folder = join(dataDir, 'audit')
  if (mongodbUri || (await exists(folder))) return
  if (await store.collection('auditentries').findOne({})) throw auditFolderGone(folder)
}

/** @throws AppError when it is no folder, or not ours to read. */
async function filesIn(folder: string, dataDir: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw unreadableAudit({ file: folder, dataDir, backup: await lastBackup(dataDir) }, error)
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
