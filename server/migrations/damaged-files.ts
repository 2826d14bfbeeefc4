/** What an error of the embedded store's files means for whoever starts the product: what is broken, where, and which backup helps. */
import { join } from 'node:path'
import type { AppError } from '../errors.js'
import { lastBackup } from './last-backup.js'
import { allLanguages } from '../texts/in-every-language.js'
import { damagedStore, partedStore, unopenedStore } from './refused-start.js'
import { texts } from './texts/index.js'

/** https://sqlite.org/rescode.html: no database, or one with broken pages. */
const isDamagedCode = (code: string): boolean => /^SQLITE_(NOTADB|CORRUPT)/.test(code)
/** libsql has no code for it: 14 is SQLITE_CANTOPEN. */
const cannotOpen = /Unable to open connection to local database .*: 14/
const noRights = new Set(['EACCES', 'EPERM'])

/** Undefined when the error is about something else. */
export async function refusedFiles(dataDir: string, error: unknown): Promise<AppError | undefined> {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  const said = { dataDir, backup: await lastBackup(dataDir) }
  if (code === 'STORE_PARTED') return partedStore(said, error)
  if (isDamagedCode(String(code))) return damagedStore(said, error)
  if (noRights.has(String(code)) || cannotOpen.test(String(message)))
    return unopenedStore({ ...said, file: join(dataDir, 'store') }, error)
  return undefined
}

/** In the middle of the work: a page was read that is broken. */
export const isDamageEvent = (event: { kind: string; code?: unknown }): boolean =>
  event.kind === 'fault' && isDamagedCode(String(event.code))

/** For the log. */
export const damagedPage = async (dataDir: string): Promise<string> =>
  allLanguages(texts.damagedPage({ dataDir, backup: await lastBackup(dataDir) }))

/** For the log. */
export const damagedHeads = async (
  dataDir: string,
  { folder, files }: { folder: string; files: readonly string[] },
): Promise<string> => allLanguages(texts.damagedHeads(folder, files, { dataDir, backup: await lastBackup(dataDir) }))
