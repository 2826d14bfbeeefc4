/** The write-ahead log as a file that can be flushed while SQLite goes on writing to it. */
import { closeSync, fdatasync, openSync } from 'node:fs'

export interface LogFile {
  /** Flushes what SQLite has written so far, on a thread of libuv. */
  flush(done: (error: Error | null) => void): void
  close(): void
}

/**
 * SQLite holds no lock on the log itself (it is the database file and the index beside it that are locked), so closing this
 * second descriptor lets go of none. Read and write, because Windows flushes no file that is only read.
 */
export function openLogFile(path: string): LogFile {
  const descriptor = openSync(path, 'r+')
  return {
    flush: (done) => fdatasync(descriptor, done),
    close: () => closeSync(descriptor),
  }
}
