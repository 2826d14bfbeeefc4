/**
 * A command in a process group of its own: it is killed with everything it started when it takes too long, when nothing is heard of it,
 * when it ends and leaves something behind, and when we are told to stop.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

interface GroupOptions {
  command: string
  args: readonly string[]
  env?: Record<string, string>
  limitMs: number
  /** Neither a line nor a message for so long: it hangs. */
  silentMs?: number
  onLine: (line: string) => void
  /** Opens a channel to it; it must be a Node process. */
  onMessage?: (message: unknown) => void
}

export interface Outcome {
  status: number | null
  /** Why it was killed, or could not be started. */
  why?: string
}

const windows = process.platform === 'win32'
/** After the first process of the group has ended, what it wrote last may still be on its way. */
const drainMs = 1_000
const groups = new Set<ChildProcess>()
const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const

export function runInGroup(options: GroupOptions): Promise<Outcome> {
  endWithUs()
  const { command, args, env, onLine, onMessage } = options
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe', ...(onMessage ? ['ipc' as const] : [])],
    env: { ...process.env, ...env },
    detached: !windows,
    shell: windows && command === 'npm', // there it is a script
  })
  groups.add(child)
  return new Promise((resolve) => {
    let why: string | undefined
    const watch = watchOver(options, (reason) => {
      why = reason
      killGroup(child)
    })
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        watch.alive()
        onLine(line)
      })
    }
    child.on('message', (message) => {
      watch.alive()
      onMessage?.(message)
    })
    const settle = (status: number | null) => {
      watch.stop()
      groups.delete(child)
      resolve({ status, ...(why && { why }) })
    }
    child.once('error', (error) => {
      why = error.message
      settle(null)
    })
    child.once('exit', (status, signal) => {
      why ??= signal ? `killed by ${signal}` : undefined
      killGroup(child)
      const late = setTimeout(() => settle(status), drainMs)
      child.once('close', () => {
        clearTimeout(late)
        settle(status)
      })
    })
  })
}

function watchOver({ limitMs, silentMs = limitMs }: GroupOptions, kill: (why: string) => void) {
  const limit = setTimeout(() => kill(`killed: it took longer than ${inWords(limitMs)}`), limitMs)
  const silence = setTimeout(() => kill(`killed: nothing was heard of it for ${inWords(silentMs)}`), silentMs)
  return {
    alive: () => silence.refresh(),
    stop() {
      clearTimeout(limit)
      clearTimeout(silence)
    },
  }
}

const inWords = (ms: number) => (ms < 120_000 ? `${ms / 1000} s` : `${ms / 60_000} min`)

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (windows) child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

let watching = false

function endWithUs(): void {
  if (watching) return
  watching = true
  process.once('exit', () => groups.forEach(killGroup))
  for (const [signal, number] of Object.entries(signals)) {
    process.once(signal, () => {
      console.error(`\nstopped by ${signal}; what had been started is ended too`)
      process.exit(128 + number)
    })
  }
}
