/** Starts the worker thread, from TypeScript under tsx and from compiled JavaScript alike. */
import { Worker } from 'node:worker_threads'
import type { WorkerSettings } from './messages.js'

export function startWorker(settings: WorkerSettings): Worker {
  const entry = import.meta.url.endsWith('.ts') ? './worker-under-tsx.mjs' : './worker.js'
  return new Worker(new URL(entry, import.meta.url), { workerData: settings, execArgv: process.execArgv })
}
