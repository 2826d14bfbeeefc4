/** Reads a table in a thread of its own, within time and memory: a few kilobytes may unpack to gigabytes. One at a time. */
import type { Worker } from 'node:worker_threads'
import { firstWord } from '../threads/first-word.js'
import type { ReadTable, TableFile } from './read-table.js'
import { startWorker } from './thread/start-worker.js'

interface Options {
  start?: (file: TableFile) => Worker
  mostMs?: number
}

let before: Promise<unknown> = Promise.resolve()

export async function readTableApart(file: TableFile, options: Options = {}): Promise<ReadTable> {
  const mine = before.then(() => readInThread(file, options))
  before = mine
  return mine
}

async function readInThread(file: TableFile, { start = startWorker, mostMs = 30_000 }: Options): Promise<ReadTable> {
  const worker = start(file)
  const refused: ReadTable = { kind: 'refused', why: 'takes-too-long' }
  const table = await firstWord<ReadTable>(worker, mostMs).catch(() => refused)
  await worker.terminate()
  return table
}
