/** Puts a backup into an empty place. Nothing that is there is ever overwritten; the store comes last, so half a restore does not start. */
import { chmod, copyFile, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../../server/config.js'
import { foldCopy, isHeld } from '../../server/embedded-mongo/index.js'
import { keyRing, loadKeyRing, type KeyRing } from '../../server/mongo/key-ring.js'
import { UsageError } from '../demo/command.js'
import { differences, fingerprintOf, readManifest, type Manifest } from './manifest.js'

type Target = Pick<Config, 'dataDir' | 'keys' | 'mongodbUri'>

interface Restore {
  from: string
  /** A file with the key, where it does not lie in its place already. */
  keyFile?: string | undefined
}

export async function restoreBackup(config: Target, { from, keyFile }: Restore): Promise<Manifest> {
  if (config.mongodbUri) throw new UsageError(words.mongodb)
  const manifest = await readManifest(from)
  if (!manifest) throw new UsageError(words.noBackup(from))
  await refuseWhatIsThere(config)
  const changed = await differences(from, manifest)
  if (changed.length > 0) throw new UsageError(words.changed(changed))
  await refuseOtherKey(config, { manifest, keyFile })

  if (keyFile !== undefined) await placeKey(config, keyFile)
  for (const name of ['audit', 'media']) await place(join(from, name), join(config.dataDir, name))
  await place(join(from, 'store'), join(config.dataDir, 'store'))
  return manifest
}

async function refuseWhatIsThere({ dataDir }: Target): Promise<void> {
  if (isHeld(join(dataDir, 'store'))) throw new UsageError(words.inUse(dataDir))
  for (const name of ['store', 'audit', 'media'])
    if ((await filesIn(join(dataDir, name))).length > 0) throw new UsageError(words.taken(join(dataDir, name)))
}

/** Looked at before anything is written: the first start with another key would find everything sealed. */
async function refuseOtherKey(
  { keys }: Target,
  { manifest, keyFile }: { manifest: Manifest; keyFile: string | undefined },
): Promise<void> {
  const there = await keyIn(keys)
  if (there && keyFile !== undefined) throw new UsageError(words.keyTaken(keys.file))
  const ring = keyFile === undefined ? there : await keyIn({ file: keyFile })
  if (!ring) throw new UsageError(words.noKey(keyFile ?? keys.file))
  if (fingerprintOf(ring) !== manifest.key) throw new UsageError(words.otherKey(keyFile ?? keys.file))
}

/** Undefined when there is no such file: none is made here. */
async function keyIn(source: Target['keys']): Promise<KeyRing | undefined> {
  if (source.base64) return keyRing(Buffer.from(source.base64, 'base64'))
  return (await exists(source.file)) ? loadKeyRing(source) : undefined
}

async function placeKey({ keys: { file } }: Target, from: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await copyFile(from, file)
  await chmod(file, 0o600)
}

async function place(from: string, to: string): Promise<void> {
  if (!(await exists(from))) return
  const draft = `${to}.unfinished`
  await rm(draft, { recursive: true, force: true })
  await cp(from, draft, { recursive: true })
  await chmod(draft, 0o700)
  const fault = to.endsWith('store') ? foldCopy(draft) : undefined
  if (fault !== undefined) throw new UsageError(words.damaged(fault))
  await rm(to, { recursive: true, force: true })
  await rename(draft, to)
}

const filesIn = (path: string): Promise<string[]> => readdir(path).catch(() => [])
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const words = {
  mongodb:
    '设了 MONGODB_URI：请用 mongorestore 恢复数据库，再把 audit 文件夹放回 DATA_DIR · MONGODB_URI is set: restore the database with mongorestore, and put the folder audit back into DATA_DIR',
  noBackup: (where: string) =>
    `${where} 不是 npm run backup 做出的备份 · ${where} is no backup that npm run backup has made`,
  inUse: (where: string) =>
    `没有恢复：${where} 正在被使用，请先停掉小招 · Nothing was restored: ${where} is in use, stop the product first`,
  taken: (where: string) =>
    `没有恢复：${where} 里已有数据。请先把整个文件夹移到别处（不要删除） · Nothing was restored: there is data in ${where}. Move the whole folder somewhere else first, and do not delete it`,
  changed: (files: readonly string[]) =>
    `没有恢复：备份里这些文件和当初写下的不一样：${files.join(', ')} · Nothing was restored: these files of the backup are not as they were written`,
  noKey: (where: string) =>
    `没有恢复：${where} 没有密钥文件。请用 -- --key 文件 指明密钥的副本 · Nothing was restored: there is no key at ${where}. Name the copy of the key with -- --key FILE`,
  otherKey: (where: string) =>
    `没有恢复：${where} 不是这份备份的密钥，用它什么都读不了 · Nothing was restored: ${where} is not the key of this backup, nothing could be read with it`,
  keyTaken: (where: string) =>
    `没有恢复：${where} 已有密钥。不要用 --key，或者先把它移到别处 · Nothing was restored: there is a key at ${where} already. Leave --key out, or move that one away first`,
  damaged: (fault: string) =>
    `没有恢复：备份里的数据不完整（${fault}） · Nothing was restored: the data in the backup is not sound (${fault})`,
}
