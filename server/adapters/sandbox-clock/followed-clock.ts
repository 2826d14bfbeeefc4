/**
 * A clock that follows the sandbox's, so that product and simulated platform agree when time is sped up or moved. Asked once a
 * second, counted on in between, and never running backwards. Used only when CLOCK_URL is set.
 */
import axios from 'axios'
import { Agent } from 'node:http'
import type { SandboxClock } from '../../../shared/contracts/sandbox.js'
import type { Clock } from '../../ports/clock.js'

export interface FollowedClock extends Clock {
  /** Resolves after the first answer, or when there was none. */
  start(): Promise<void>
  stop(): void
}

interface Options {
  url: string
  /** The clock of this machine, until the first answer and while the sandbox cannot be heard. */
  own: Clock
  /** Milliseconds that only ever grow, for example `performance.now`. */
  elapsedMs: () => number
  everyMs?: number
  timeoutMs?: number
}

interface Reading {
  nowMs: number
  speed: number
  takenAt: number
}

export function followedClock({ url, own, elapsedMs, everyMs = 1_000, timeoutMs = 900 }: Options): FollowedClock {
  let reading: Reading = { nowMs: own.now().getTime(), speed: 1, takenAt: elapsedMs() }
  let latest = -Infinity
  let timer: NodeJS.Timeout | undefined
  // Asked again, it does no harm: unlike a message to a platform this may go over a kept connection.
  const httpAgent = new Agent({ keepAlive: true })

  async function follow(): Promise<void> {
    try {
      const { data } = await axios.get<SandboxClock>(url, { timeout: timeoutMs, proxy: false, httpAgent })
      const nowMs = Date.parse(data.now)
      if (Number.isFinite(nowMs) && data.speed >= 0) reading = { nowMs, speed: data.speed, takenAt: elapsedMs() }
    } catch {
      // Unreachable: the last reading is counted on, which is what this clock is for.
    }
  }

  return {
    now() {
      const { nowMs, speed, takenAt } = reading
      latest = Math.max(latest, Math.floor(nowMs + (elapsedMs() - takenAt) * speed))
      return new Date(latest)
    },
    async start() {
      await follow()
      timer = setInterval(() => void follow(), everyMs)
      timer.unref()
    },
    stop() {
      clearInterval(timer)
      httpAgent.destroy()
    },
  }
}
