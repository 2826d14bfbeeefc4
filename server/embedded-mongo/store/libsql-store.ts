/**
 * The store on SQLite (libsql): one table of keys and values and a write-ahead log. With synchronous=NORMAL COMMIT writes to
 * the log and does not flush it; we flush it ourselves, on another thread, once for all commits that wait, and acknowledge
 * none before (acknowledgements.ts). kill -9 and power loss keep what was acknowledged, because in NORMAL as in FULL
 * (sqlite.org/pragma.html#pragma_synchronous and src/wal.c; seen with strace on libsql 0.5.29):
 * - The log is one file from opening to closing: it is begun anew from its first byte, or cut to length 0, but never replaced
 *   (sqlite3WalOpen, sqlite3WalClose). So one descriptor of our own flushes what SQLite writes with its own.
 * - Frames are chained by checksums and salts: after a power loss a reader takes the unbroken beginning of the log. A flush
 *   after a commit covers its frames and all before them, so nothing acknowledged stands behind a gap.
 * - A checkpoint flushes the log, copies its pages into the database, flushes the database, and only then may the next commit
 *   begin the log anew (walCheckpoint, walRestartLog). A commit is thus at any time on the disk in one of the two files or
 *   still ahead of its flush, also when the flush that covers it meets a log that was begun anew.
 * - Whenever the log is begun, its header is flushed before the frames, and with it the folder's entry for a new file
 *   (syncHeader in sqlite3WalFrames, UNIXFILE_DIRSYNC in os_unix.c).
 */
import { randomUUID } from 'node:crypto'
import Database from 'libsql'
import { Acknowledgements } from './acknowledgements.js'
import { openLogFile, type LogFile } from './log-file.js'
import type { Pair, Range, Reader, Store, Work, Writer } from './store.js'
import { isFull, WriteQueue, type Transactions } from './write-queue.js'

const pageBytes = 4096
/** Pages beyond the cap that only removals may use: a B-tree may need a page to let go of others. */
const reservePages = 64
/** SQLite's own default; about 16 TB. */
const unlimitedPages = 4_294_967_294

export interface LibsqlOptions {
  path: string
  /** Size of the database file above which growing fails, in bytes; the log (a few MB) comes on top. */
  byteCap?: number | undefined
  /** Told when the disk refused a flush: nothing is acknowledged any more, and the store is to be closed and opened again. */
  onFailure?: (error: Error) => void
  openLog?: (path: string) => LogFile
}

export function openLibsqlStore({ path, byteCap, onFailure = () => {}, openLog = openLogFile }: LibsqlOptions): Store {
  const database = new Database(path)
  const settings = [
    `page_size=${pageBytes}`,
    'locking_mode=EXCLUSIVE',
    'journal_mode=WAL',
    'synchronous=NORMAL',
    'cache_size=-65536',
    'mmap_size=268435456',
  ]
  for (const setting of settings) database.exec(`PRAGMA ${setting}`)
  database.exec('CREATE TABLE IF NOT EXISTS pairs(key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID')
  // The log of an owner that ended badly may hold pages that the disk lost and the system's cache still shows (a flush that
  // failed). They are written to the database and flushed there, before anything is acknowledged on top of them.
  foldLog(database)

  const log = openLog(`${path}-wal`)
  const disk = new Acknowledgements(log, onFailure)
  const { writer, takeWritten } = writerOn(database)
  const queue = new WriteQueue({ transactions: transactionsOn({ database, byteCap, takeWritten }), writer, disk })
  return {
    reader: writer,
    write: <T>(work: Work<T>) => queue.add(work),
    onRollback: (listener) => queue.onRollback(listener),
    settled: () => disk.settled(),
    ...logHolder(database),
    async close() {
      try {
        await queue.settle()
      } finally {
        log.close()
        closeDatabase(database)
      }
    },
  }
}

/** SQLite's own: pages in the log at which a commit folds it. */
const usualFold = 1_000

function logHolder(database: Database.Database): Pick<Store, 'holdLog' | 'releaseLog'> {
  let held: { token: string; timer: NodeJS.Timeout } | undefined
  const fold = (pages: number): void => void database.exec(`PRAGMA wal_autocheckpoint=${pages}`)
  const release = (token: string): boolean => {
    if (held?.token !== token) return false
    clearTimeout(held.timer)
    held = undefined
    fold(usualFold)
    return true
  }
  return {
    holdLog(withinMs) {
      const token = randomUUID()
      if (held) clearTimeout(held.timer)
      fold(0)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      held = { token, timer: setTimeout(() => release(token), withinMs).unref() }
      return token
    },
    releaseLog: release,
  }
}

function closeDatabase(database: Database.Database): void {
  try {
    foldLog(database)
  } finally {
    database.close()
  }
}

/** On a full disk the log stays as it is, with all that was acknowledged: reading goes on, and so does the next start. */
function foldLog(database: Database.Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!isFull(error)) throw error
  }
}

interface TransactionParts {
  database: Database.Database
  byteCap: number | undefined
  takeWritten: () => boolean
}

function transactionsOn({ database, byteCap, takeWritten }: TransactionParts): Transactions {
  const cap = byteCap === undefined ? unlimitedPages : Math.max(1, Math.floor(byteCap / pageBytes))
  const limitTo = (pages: number): void => void database.exec(`PRAGMA max_page_count=${pages}`)
  let reserve = false
  if (byteCap !== undefined) limitTo(cap)
  return {
    begin: () => void database.exec('BEGIN IMMEDIATE'),
    commit() {
      database.exec('COMMIT')
      return takeWritten()
    },
    /** SQLite may have rolled back by itself, as it does when the disk is full. */
    rollback: () => {
      takeWritten()
      if (database.inTransaction) database.exec('ROLLBACK')
    },
    allowReserve(allowed) {
      if (byteCap === undefined || allowed === reserve) return
      reserve = allowed
      limitTo(allowed ? cap + reservePages : cap)
    },
  }
}

/**
 * `takeWritten` tells whether anything was written since it was asked last. Parameters always go in an array: libsql 0.5
 * aborts the process when the only parameter is a Buffer.
 */
function writerOn(database: Database.Database): { writer: Writer; takeWritten: () => boolean } {
  const put = database.prepare('INSERT OR REPLACE INTO pairs VALUES(?,?)')
  const remove = database.prepare('DELETE FROM pairs WHERE key=?')
  const clear = database.prepare('DELETE FROM pairs WHERE key>=? AND key<?')
  let written = false
  const run = (statement: Database.Statement, parameters: Buffer[]): void => {
    written = true
    statement.run(parameters)
  }
  const writer: Writer = {
    ...readerOn(database),
    put: (key, value) => run(put, [key, value]),
    remove: (key) => run(remove, [key]),
    clear: ({ from, to }) => run(clear, [from, to]),
  }
  const takeWritten = (): boolean => {
    const was = written
    written = false
    return was
  }
  return { writer, takeWritten }
}

function readerOn(database: Database.Database): Reader {
  const get = database.prepare('SELECT value FROM pairs WHERE key=?').raw()
  const count = database.prepare('SELECT count(*) FROM pairs WHERE key>=? AND key<?').raw()
  const up = database.prepare('SELECT key,value FROM pairs WHERE key>=? AND key<? ORDER BY key LIMIT ?').raw()
  const down = database.prepare('SELECT key,value FROM pairs WHERE key>=? AND key<? ORDER BY key DESC LIMIT ?').raw()
  const page = (range: Range, reverse: boolean, limit: number): Pair[] =>
    (reverse ? down : up).all([range.from, range.to, limit]) as Pair[]
  return {
    get: (key) => (get.get([key]) as [Buffer] | undefined)?.[0],
    scan: (range, reverse = false) => paged(page, range, reverse),
    count: ({ from, to }) => (count.get([from, to]) as [number])[0],
  }
}

const firstPage = 16
const laterPages = 256

/** Reads page by page, so that no statement stays open while a slow consumer takes the next step. */
function* paged(
  page: (range: Range, reverse: boolean, limit: number) => Pair[],
  range: Range,
  reverse: boolean,
): Generator<Pair> {
  let { from, to } = range
  for (let limit = firstPage; ; limit = laterPages) {
    const pairs = page({ from, to }, reverse, limit)
    yield* pairs
    const last = pairs.at(-1)?.[0]
    if (!last || pairs.length < limit) return
    if (reverse) to = last
    else from = Buffer.concat([last, Buffer.alloc(1)])
  }
}
