/**
 * The media store as a folder. A piece is written under a name of its own, forced to the disk, and then renamed: under its key it stands
 * whole or not at all. Several processes may write the same key; the last rename counts.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, unavailable } from '../../errors.js'
import { checkedKey, maxObjectBytes, type MediaStore } from '../../ports/media-store.js'

const mine = { folder: 0o700, file: 0o600 }

export function mediaFiles(folder: string): MediaStore {
  const fileOf = (key: string) => join(folder, checkedKey(key))

  return {
    async put(key, bytes) {
      if (bytes.length > maxObjectBytes) throw new Error('too large for the media store')
      const file = fileOf(key)
      await told(() => putWhole(file, bytes))
    },

    async get(key) {
      const file = fileOf(key)
      return told(() => readFile(file).catch(nothingThere))
    },

    async remove(prefix) {
      const target = fileOf(prefix)
      await told(() => rm(target, { recursive: true, force: true, maxRetries: 5 }))
    },
  }
}

/** What a process that died leaves lies beside its key and goes with it; no key has an underscore. */
async function putWhole(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}_${randomBytes(9).toString('hex')}`
  await inFolderOf(file, async () => {
    try {
      await written(draft, bytes)
      await rename(draft, file)
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {})
      throw error
    }
  })
  await forced(dirname(file))
}

async function written(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', mine.file)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A removal may take the folder away in between. */
async function inFolderOf(file: string, write: () => Promise<void>): Promise<void> {
  for (let tries = 3; ; tries -= 1) {
    const made = await mkdir(dirname(file), { recursive: true, mode: mine.folder })
    try {
      await write()
      if (made !== undefined) await forcedUpTo(made, dirname(file))
      return
    } catch (error) {
      if (!isMissing(error) || tries === 0) throw error
    }
  }
}

/** Where folders are new, those that name them have to last too. */
async function forcedUpTo(topmost: string, folder: string): Promise<void> {
  for (let at = folder; ; at = dirname(at)) {
    await forced(dirname(at))
    if (at === topmost) return
  }
}

async function forced(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(nothingThere)
  if (!handle) return
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

function nothingThere(error: unknown): undefined {
  if (!isMissing(error)) throw error
}

const full: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT']

async function told<Done>(act: () => Promise<Done>): Promise<Done> {
  try {
    return await act()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (full.includes(code)) throw new AppError('media-full', 507, 'media full', undefined, { cause: error })
    throw unavailable('media-away', error)
  }
}
