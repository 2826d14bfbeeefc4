/** What a thread says first, for threads that do one thing and end. */
import type { Worker } from 'node:worker_threads'

/** Rejects when it ends, fails or stays silent instead; the caller ends the thread. */
export function firstWord<Word>(worker: Worker, mostMs: number): Promise<Word> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`a thread said nothing for ${mostMs} ms`)), mostMs)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`a thread ended with code ${code} and said nothing`))
    })
  })
}
