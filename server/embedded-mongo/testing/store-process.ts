/** The embedded store in a process of its own, so that a test can kill it. Speaks one JSON line per change on its output. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { builtStore } from './built-store.js'

export interface StoreProcess {
  uri: string
  role: string
  healthy: boolean
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>
  /** Resolves once the process says it owns the store. */
  owns(): Promise<void>
}

interface Line {
  uri?: string
  role: string
  healthy?: boolean
}

export async function startStoreProcess(dataDir: string): Promise<StoreProcess> {
  const options = ['--enable-source-maps', builtStore(), dataDir]
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = listen(child)
  const first = await lines.next((line) => line.uri !== undefined)
  return {
    uri: first.uri ?? '',
    role: first.role,
    healthy: first.healthy === true,
    kill: () => kill(child),
    owns: async () => {
      await lines.next((line) => line.role === 'owner')
    },
  }
}

/** Remembers what was said, so that nobody can ask too late. */
function listen(child: ChildProcess): { next(wanted: (line: Line) => boolean): Promise<Line> } {
  const said: Line[] = []
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const one of waiting) one()
  }
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(JSON.parse(line) as Line)
      wake()
    })
  child.once('exit', wake)
  return {
    next: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = said.find(wanted)
          const gone = child.exitCode !== null || child.signalCode !== null
          if (!found && !gone) return
          waiting.delete(look)
          if (found) resolve(found)
          else reject(new Error('the store process ended'))
        }
        waiting.add(look)
        look()
      }),
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
