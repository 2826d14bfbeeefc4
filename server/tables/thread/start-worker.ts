/** Starts the thread, from TypeScript and from compiled JavaScript alike. */
import { Worker } from 'node:worker_threads'
import type { TableFile } from '../read-table.js'

const mostMegabytes = 256

export function startWorker(file: TableFile): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const entry = isSource ? './worker-from-source.mjs' : './worker.js'
  return new Worker(new URL(entry, import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    // The options of the process would load tsx in the thread as well.
    ...(isSource && { execArgv: ['--enable-source-maps'] }),
  })
}
