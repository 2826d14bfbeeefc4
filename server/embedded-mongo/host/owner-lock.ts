/**
 * One owner per data folder. The lock is an exclusive SQLite transaction on a file of its own: an operating-system lock that
 * dies with the process, however it dies.
 */
import Database from 'libsql'
import { createPrivate } from './files.js'

export interface OwnerLock {
  release(): void
}

/** Gives undefined while another process (or another store of this one) holds it. */
export function tryLock(path: string): OwnerLock | undefined {
  createPrivate(path)
  const database = new Database(path)
  try {
    // Without a journal on the disk the lock writes nothing at all: it can be taken on a full disk too.
    database.exec('PRAGMA journal_mode=MEMORY')
    database.exec('PRAGMA locking_mode=EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return undefined
    throw error
  }
  return {
    release() {
      database.exec('ROLLBACK')
      database.close()
    },
  }
}
