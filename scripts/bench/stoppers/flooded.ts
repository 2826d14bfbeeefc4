/** Floods a product from a process of its own, and watches from this one how quickly it says that it lives. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { watchHealth, type Health } from '../interviews/health-watch.js'

export interface StoredRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  /** In base64. */
  body?: string
}

export interface Flood {
  requests: StoredRequest[]
  connections: number
  forMs: number
}

/** Statuses by how often they came. */
export type FloodResult = Record<string, number>

const everyMs = 20

export async function flooded(productUrl: string, flood: Flood): Promise<{ health: Health; result: FloodResult }> {
  const sender = fork(fileURLToPath(new URL('../flood.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  await once(sender, 'message') // it has started, which takes a core for a while
  sender.send(flood) // as much as 22 MB, over which this process can watch nothing
  await once(sender, 'message')
  const watch = watchHealth(productUrl, everyMs)
  sender.send('go')
  const [result] = (await once(sender, 'message')) as [FloodResult]
  return { health: await watch.stop(), result }
}

export async function quiet(productUrl: string, forMs: number): Promise<Health> {
  const watch = watchHealth(productUrl, everyMs)
  await pause(forMs)
  return watch.stop()
}
