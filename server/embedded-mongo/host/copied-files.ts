/** Files of a store that nobody serves: copied away, or to be put back. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { tryLock } from './owner-lock.js'

export const databaseFile = 'data.sqlite'
export const logFile = `${databaseFile}-wal`

/** Whether a process holds the folder, serving it or about to. */
export function isHeld(folder: string): boolean {
  const lockFile = join(folder, 'owner.lock')
  if (!existsSync(lockFile)) return false
  const lock = tryLock(lockFile)
  lock?.release()
  return lock === undefined
}

/** Folds a copied log into the copied file. Undefined when every page is sound; otherwise SQLite's words. */
export function foldCopy(folder: string): string | undefined {
  const database = new Database(join(folder, databaseFile))
  try {
    const [[found]] = database.prepare('PRAGMA integrity_check(1)').raw().all([]) as [[string]]
    // Leaving the log's mode folds the log and takes it away; whoever serves the file begins a new one.
    database.exec('PRAGMA journal_mode=DELETE')
    return found === 'ok' ? undefined : found
  } catch (error) {
    return (error as Error).message
  } finally {
    database.close()
  }
}
