/**
 * SQLite takes a log without its database, or one that it cannot read, for a leftover, and begins it anew over what was acknowledged last.
 * So both are looked at before it is.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'

const headerBytes = 32
/** https://sqlite.org/fileformat2.html#the_write_ahead_log */
const logMarks = new Set([0x377f0682, 0x377f0683])

export function refusePartedFiles(data: string): void {
  const log = `${data}-wal`
  if (sizeOf(log) <= headerBytes) return
  if (sizeOf(data) === 0) throw refusal('STORE_PARTED', `${data} is missing or empty, and ${log} beside it is not`)
  if (!logMarks.has(firstWordOf(log))) throw refusal('SQLITE_CORRUPT', `${log} is no log of SQLite`)
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
const refusal = (code: string, message: string): Error => Object.assign(new Error(message), { code })

/** A lock of SQLite's on the database is not let go of by this: it is another file. */
function firstWordOf(log: string): number {
  const file = openSync(log, 'r')
  try {
    const word = Buffer.alloc(4)
    readSync(file, word, 0, word.length, 0)
    return word.readUInt32BE(0)
  } finally {
    closeSync(file)
  }
}
