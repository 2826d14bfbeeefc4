/** Starts the process of a local model, from TypeScript and from compiled JavaScript alike. */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Model } from './messages.js'

export type ModelProcess = ChildProcess

export function startProcess({ folder, language }: Model): ModelProcess {
  const isSource = import.meta.url.endsWith('.ts')
  const entry = isSource ? './worker-from-source.mjs' : './worker.js'
  return fork(fileURLToPath(new URL(entry, import.meta.url)), [folder, language], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // The options of this process would load tsx there as well.
    execArgv: ['--enable-source-maps'],
  })
}
