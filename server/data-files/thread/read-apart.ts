/**
 * A file from an editor may be anything: a large one is read in a thread of its own, within a time, so that nobody else waits for it.
 * What it says is kept for the file: `readDataFile` finds it there.
 */
import type { Worker } from 'node:worker_threads'
import { keepReading, type DataFile, type Reading } from '../read-data-file.js'
import { texts } from '../texts/index.js'
import { locateBy, type ReadApart } from './places.js'
import { startWorker } from './start-worker.js'

/** Read within a few milliseconds, less than a thread takes to start. */
const smallBytes = 8 * 1024
const mostMs = 10_000

interface Options {
  start?: (file: DataFile) => Worker
  mostMs?: number
}

/** One at a time: several would only be slower side by side. */
let before: Promise<void> = Promise.resolve()

export async function readApart(file: DataFile, options: Options = {}): Promise<void> {
  if (file.text.length <= smallBytes) return
  const mine = before.then(async () => keepReading(file, await readInThread(file, options)))
  before = mine.catch(() => {})
  await mine
}

async function readInThread(
  file: DataFile,
  { start = startWorker, mostMs: limit = mostMs }: Options,
): Promise<Reading> {
  const worker = start(file)
  const told = await firstWord(worker, limit)
  await worker.terminate()
  if (!told) return { kind: 'refused', problems: [{ file: file.path, line: 1, column: 1, ...texts.takesTooLong }] }
  if (told.kind === 'refused') return told
  return { kind: 'read', file: { path: file.path, content: told.content, locate: locateBy(told.places) } }
}

/** Undefined when it ends, fails or stays silent: too long, or more memory than a file may take. */
function firstWord(worker: Worker, limit: number): Promise<ReadApart | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), limit)
    const told = (word?: ReadApart) => {
      clearTimeout(timer)
      resolve(word)
    }
    worker.once('message', told)
    worker.once('error', () => told())
    worker.once('exit', () => told())
  })
}
