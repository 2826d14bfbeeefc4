/** Starts the thread, from TypeScript and from compiled JavaScript alike. */
import { Worker } from 'node:worker_threads'
import type { SpokenClips } from '../listen.js'

const mostMegabytes = 256

export function startWorker(spoken: SpokenClips): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const entry = isSource ? './worker-from-source.mjs' : './worker.js'
  return new Worker(new URL(entry, import.meta.url), {
    workerData: spoken,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    // The options of the process would load tsx in the thread as well.
    ...(isSource && { execArgv: ['--enable-source-maps'] }),
  })
}
