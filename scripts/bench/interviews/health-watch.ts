/** How quickly a process says that it lives, while it works: a request every so often, whether or not the last one came back. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from './figures.js'

const usuallyEveryMs = 50
const ownEveryMs = 5

export interface Health {
  asked: number
  p50: number
  p95: number
  p99: number
  max: number
  /** How long the watching process itself could not look, at the most; it is in the figures above as well. */
  watcher: number
}

/** Milliseconds, as this process sees them: what it is busy with itself is in them too. */
export function watchHealth(productUrl: string, everyMs = usuallyEveryMs): { stop(): Promise<Health> } {
  const asking: Promise<number>[] = []
  let stopped = false
  const own = monitorEventLoopDelay({ resolution: ownEveryMs })
  own.enable()
  const asker = ask()

  async function ask(): Promise<void> {
    while (!stopped) {
      asking.push(timeOf(`${productUrl}/healthz`))
      await pause(everyMs)
    }
  }

  return {
    async stop() {
      stopped = true
      await asker
      const ms = await Promise.all(asking)
      own.disable()
      const watcher = Math.max(0, own.max / 1e6 - ownEveryMs)
      return {
        asked: ms.length,
        p50: percentile(ms, 0.5),
        p95: percentile(ms, 0.95),
        p99: percentile(ms, 0.99),
        max: percentile(ms, 1),
        watcher,
      }
    },
  }
}

async function timeOf(url: string): Promise<number> {
  const started = performance.now()
  const reply = await fetch(url)
  await reply.text()
  if (!reply.ok) throw new Error(`/healthz said ${reply.status}`)
  return performance.now() - started
}
