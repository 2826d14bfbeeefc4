/**
 * A copy of the embedded store, of the audit trail's ends and of the recordings, made while the product runs. The folder of the ends goes
 * first: what is written later is in the store and not yet among them, as after a crash, and never the other way round.
 */
import { constants } from 'node:fs'
import { copyFile, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../server/config.js'
import { databaseFile, foldCopy, logFile, openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import { connectStore } from '../../server/mongo/connection.js'
import { noteBackup } from '../../server/migrations/index.js'
import { loadKeyRing } from '../../server/mongo/key-ring.js'
import { UsageError } from '../demo/command.js'
import { copyMedia } from './copy-media.js'
import { fingerprintOf, keptFiles, manifestName, type Manifest } from './manifest.js'

type Source = Pick<Config, 'dataDir' | 'dbName' | 'keys' | 'mongodbUri'>

/** Under its name a backup stands whole or not at all. */
export async function makeBackup(config: Source, { to, now }: { to: string; now: Date }): Promise<Manifest> {
  if (config.mongodbUri) throw new UsageError(words.mongodb)
  if ((await filesIn(config.dataDir, 'store')).length === 0) throw new UsageError(words.nothing(config.dataDir))
  if ((await filesIn(to)).length > 0) throw new UsageError(words.taken(to))

  const draft = `${to}.unfinished`
  await rm(draft, { recursive: true, force: true })
  await mkdir(join(draft, 'store'), { recursive: true, mode: 0o700 })
  if ((await filesIn(config.dataDir, 'audit')).length > 0)
    await cp(join(config.dataDir, 'audit'), join(draft, 'audit'), { recursive: true })
  await copyStore(config, join(draft, 'store'))
  await copyMedia(join(config.dataDir, 'media'), join(draft, 'media'))

  const fault = foldCopy(join(draft, 'store'))
  if (fault !== undefined) throw new UsageError(words.damaged(fault))
  const key = fingerprintOf(await loadKeyRing(config.keys))
  const manifest: Manifest = {
    version: 1,
    at: now.toISOString(),
    dbName: config.dbName,
    key,
    files: await keptFiles(draft),
  }
  await writeFile(join(draft, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  await rm(to, { recursive: true, force: true })
  await rename(draft, to)
  await noteBackup(config.dataDir, { to, at: manifest.at })
  return manifest
}

/** The owner holds its log back meanwhile, so that the file stays as it is; file first, then the log with all that came since. */
async function copyStore({ dataDir, dbName }: Source, to: string): Promise<void> {
  const from = join(dataDir, 'store')
  const store = await openEmbeddedMongo({ dataDir: from })
  const connection = await connectStore(store.uri, dbName)
  try {
    const { token } = await connection.db!.admin().command({ holdLog: 1 })
    await copyFile(join(from, databaseFile), join(to, databaseFile), constants.COPYFILE_FICLONE)
    await copyFile(join(from, logFile), join(to, logFile))
    await connection.db!.admin().command({ releaseLog: token as string })
  } catch (error) {
    throw (error as { codeName?: string }).codeName === 'OperationFailed' ? new UsageError(words.moved) : error
  } finally {
    await connection.close()
    await store.close()
  }
}

const filesIn = (...path: string[]): Promise<string[]> => readdir(join(...path)).catch(() => [])

const words = {
  mongodb:
    '数据在 MongoDB 里：请用 mongodump 备份数据库，再复制 DATA_DIR/audit · The data is in MongoDB: back it up with mongodump, and copy DATA_DIR/audit beside it',
  nothing: (where: string) => `${where} 里没有数据可以备份 · There is no data in ${where} to back up`,
  taken: (where: string) =>
    `${where} 里已有文件，没有备份：请给一个空的或还不存在的文件夹 · ${where} is not empty, nothing was backed up: name an empty or a new folder`,
  damaged: (fault: string) =>
    `复制出来的数据不完整（${fault}），没有留下备份 · The copy is not sound (${fault}), so no backup was kept`,
  moved:
    '复制时数据换了进程，这份不作数，请再备份一次 · Another process took the data over meanwhile; this copy counts for nothing, please run it again',
}
