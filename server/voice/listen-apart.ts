/**
 * Listens in a thread that ends with its recording, one at a time: neither the work nor the memory stays with whoever serves people, and
 * what a file makes of a decoder ends with the thread.
 */
import type { Worker } from 'node:worker_threads'
import { firstWord } from '../threads/first-word.js'
import type { Heard, SpokenClips } from './listen.js'
import { startWorker } from './thread/start-worker.js'

export type { Heard, SpokenClips } from './listen.js'

interface Options {
  start?: (spoken: SpokenClips) => Worker
  /** A few seconds of work for ten minutes of voice; below the lease of a claim. */
  mostMs?: number
}

/** Rejects when the thread dies or takes too long. */
export type Listen = (spoken: SpokenClips) => Promise<Heard>

export function listener({ start = startWorker, mostMs = 50_000 }: Options = {}): Listen {
  let before: Promise<unknown> = Promise.resolve()
  return (spoken) => {
    const mine = before.then(() => listenInThread(start(spoken), mostMs))
    before = mine.catch(() => {})
    return mine
  }
}

async function listenInThread(worker: Worker, mostMs: number): Promise<Heard> {
  try {
    return await firstWord<Heard>(worker, mostMs)
  } finally {
    await worker.terminate()
  }
}
