/** Starts the worker thread, from TypeScript and from compiled JavaScript alike. */
import { Worker } from 'node:worker_threads'

export function startWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const entry = isSource ? './worker-from-source.mjs' : './worker.js'
  // The options of the process would load tsx in the thread as well.
  const options = isSource ? { execArgv: ['--enable-source-maps'] } : {}
  return new Worker(new URL(entry, import.meta.url), options)
}
