/**
 * The store on SQLite (libsql): one table of keys and values, write-ahead log, full sync. An answer is given after COMMIT
 * returned, and with synchronous=FULL that is after the log reached the disk: kill -9 and power loss keep it.
 */
import Database from 'libsql'
import type { Pair, Range, Reader, Store, Work, Writer } from './store.js'
import { WriteQueue, type Transactions } from './write-queue.js'

const pageBytes = 4096
/** Pages beyond the cap that only removals may use: a B-tree may need a page to let go of others. */
const reservePages = 64
/** SQLite's own default; about 16 TB. */
const unlimitedPages = 4_294_967_294

export interface LibsqlOptions {
  path: string
  /** Size of the database file above which growing fails, in bytes; the log (a few MB) comes on top. */
  byteCap?: number | undefined
}

export function openLibsqlStore({ path, byteCap }: LibsqlOptions): Store {
  const database = new Database(path)
  const settings = [
    `page_size=${pageBytes}`,
    'locking_mode=EXCLUSIVE',
    'journal_mode=WAL',
    'synchronous=FULL',
    'cache_size=-65536',
    'mmap_size=268435456',
  ]
  for (const setting of settings) database.exec(`PRAGMA ${setting}`)
  database.exec('CREATE TABLE IF NOT EXISTS pairs(key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID')

  const writer = writerOn(database)
  const queue = new WriteQueue(transactionsOn(database, byteCap), writer)
  return {
    reader: writer,
    write: <T>(work: Work<T>) => queue.add(work),
    onRollback: (listener) => queue.onRollback(listener),
    close() {
      queue.drain()
      try {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } finally {
        database.close()
      }
    },
  }
}

function transactionsOn(database: Database.Database, byteCap: number | undefined): Transactions {
  const cap = byteCap === undefined ? unlimitedPages : Math.max(1, Math.floor(byteCap / pageBytes))
  const limitTo = (pages: number): void => void database.exec(`PRAGMA max_page_count=${pages}`)
  let reserve = false
  if (byteCap !== undefined) limitTo(cap)
  return {
    begin: () => void database.exec('BEGIN IMMEDIATE'),
    commit: () => void database.exec('COMMIT'),
    /** SQLite may have rolled back by itself, as it does when the disk is full. */
    rollback: () => {
      if (database.inTransaction) database.exec('ROLLBACK')
    },
    allowReserve(allowed) {
      if (byteCap === undefined || allowed === reserve) return
      reserve = allowed
      limitTo(allowed ? cap + reservePages : cap)
    },
  }
}

/** Parameters always go in an array: libsql 0.5 aborts the process when the only parameter is a Buffer. */
function writerOn(database: Database.Database): Writer {
  const put = database.prepare('INSERT OR REPLACE INTO pairs VALUES(?,?)')
  const remove = database.prepare('DELETE FROM pairs WHERE key=?')
  const clear = database.prepare('DELETE FROM pairs WHERE key>=? AND key<?')
  return {
    ...readerOn(database),
    put: (key, value) => void put.run([key, value]),
    remove: (key) => void remove.run([key]),
    clear: ({ from, to }) => void clear.run([from, to]),
  }
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
