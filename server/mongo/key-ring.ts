/**
 * The key-encryption key and what is derived from it. It lives outside the store: in the environment, or in a file that
 * only the owner of the process may read. Whoever copies the database alone reads no personal data.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../errors.js'

const keyBytes = 32

export interface KeyRing {
  readonly keyEncryptionKey: Buffer
  /** A key of its own for every purpose, HKDF-SHA256 (RFC 5869). */
  derive(purpose: 'blind-index' | 'invitation-link' | 'session' | 'audit' | 'records'): Buffer
}

export function keyRing(keyEncryptionKey: Buffer): KeyRing {
  if (keyEncryptionKey.length !== keyBytes)
    throw new AppError('bad-key', 500, `the key-encryption key must have ${keyBytes} bytes`)

  return {
    keyEncryptionKey,
    derive: (purpose) =>
      Buffer.from(hkdfSync('sha256', keyEncryptionKey, Buffer.alloc(0), `xiaozhao ${purpose} v1`, keyBytes)),
  }
}

/** Reads the key from base64 text, or from its file; the file is made once, with mode 0600. */
export async function loadKeyRing(source: { base64?: string; file: string }): Promise<KeyRing> {
  if (source.base64) return keyRing(Buffer.from(source.base64, 'base64'))

  const stored = await readFile(source.file, 'utf8').catch(missing)
  if (stored === undefined) return keyRing(await createKeyFile(source.file))
  await refuseOpenFile(source.file)

  return keyRing(Buffer.from(stored.trim(), 'base64'))
}

export const keyedHash = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')

/** Under its name it stands whole or not at all, also after a crash; of two processes that start at once the first one's key counts. */
async function createKeyFile(file: string): Promise<Buffer> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await chmod(dirname(file), 0o700)
  const handle = await open(draft, 'wx', 0o600)
  await handle.writeFile(`${randomBytes(keyBytes).toString('base64')}\n`)
  await handle.sync()
  await handle.close()
  await link(draft, file).catch(alreadyThere)
  await rm(draft)
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
}

async function refuseOpenFile(file: string): Promise<void> {
  const { mode } = await stat(file)
  if ((mode & 0o077) === 0) return
  throw new AppError(
    'key-file-open',
    500,
    `others may read ${file}: run chmod 600 on it, and think about who has read it`,
  )
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}

function alreadyThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
