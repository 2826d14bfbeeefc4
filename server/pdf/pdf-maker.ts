/**
 * PDFs, drawn one at a time in a thread that ends with its document, so that neither the work nor the memory stays with whoever serves
 * people. A few may wait; whoever comes then is told to come back.
 */
import type { Worker } from 'node:worker_threads'
import { AppError, unavailable } from '../errors.js'
import { firstWord } from '../threads/first-word.js'
import type { PdfSpec } from './pdf-spec.js'
import { startWorker } from './thread/start-worker.js'

interface Options {
  start?: (spec: PdfSpec) => Worker
  /** Of one document: a second of work, many times that on a machine with too much to do. */
  mostMs?: number
  mostWaiting?: number
}

export type DrawPdf = (spec: PdfSpec) => Promise<Uint8Array>

const comeBackSeconds = 5

export function pdfMaker({ start = startWorker, mostMs = 60_000, mostWaiting = 2 }: Options = {}): DrawPdf {
  let asked = 0
  let before: Promise<unknown> = Promise.resolve()

  return async (spec) => {
    if (asked > mostWaiting)
      throw new AppError('pdf-busy', 503, 'other documents are drawn', { retryAfterSeconds: comeBackSeconds })
    asked += 1
    const mine = before.then(() => drawInThread(start(spec), mostMs))
    before = mine.catch(() => {})
    return mine.finally(() => {
      asked -= 1
    })
  }
}

async function drawInThread(worker: Worker, mostMs: number): Promise<Uint8Array> {
  try {
    return await firstWord<Uint8Array>(worker, mostMs)
  } catch (error) {
    throw unavailable('pdf-not-made', error)
  } finally {
    await worker.terminate()
  }
}
