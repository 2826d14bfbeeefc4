/**
 * A clock that follows the sandbox's, so that product and simulated platform agree when time is sped up or moved. The sandbox says when
 * it changed; it is counted on in between, and never runs backwards. Used only when CLOCK_URL is set.
 */
import axios from 'axios'
import type { IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import type { SandboxClock } from '../../../shared/contracts/sandbox.js'
import type { Clock } from '../../ports/clock.js'

export interface FollowedClock extends Clock {
  /** Resolves when the sandbox was heard for the first time, or could not be. */
  start(): Promise<void>
  stop(): void
}

interface Options {
  url: string
  /** The clock of this machine, until the sandbox is heard for the first time. */
  own: Clock
  /** Milliseconds that only ever grow, for example `performance.now`. */
  elapsedMs: () => number
  /** How soon a sandbox that went away is looked for again. */
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
  const stopped = new AbortController()

  function take(heard: string): void {
    const { now, speed } = JSON.parse(heard) as SandboxClock
    const nowMs = Date.parse(now)
    if (Number.isFinite(nowMs) && speed >= 0) reading = { nowMs, speed, takenAt: elapsedMs() }
  }

  /** Until the sandbox goes away; then the last reading is counted on, which is what this clock is for. */
  async function follow(heard: () => void): Promise<void> {
    try {
      for await (const line of linesOf(`${url}/changes`, stopped.signal)) {
        if (line.startsWith(dataMark)) take(line.slice(dataMark.length))
        heard()
      }
    } catch {
      // Gone, or it talks nonsense: it is asked again soon.
    }
    heard()
    if (!stopped.signal.aborted) setTimeout(() => void follow(() => {}), everyMs).unref()
  }

  return {
    now() {
      const { nowMs, speed, takenAt } = reading
      latest = Math.max(latest, Math.floor(nowMs + (elapsedMs() - takenAt) * speed))
      return new Date(latest)
    },
    async start() {
      await new Promise<void>((heard) => {
        setTimeout(heard, timeoutMs).unref()
        void follow(heard)
      })
    },
    stop: () => stopped.abort(),
  }
}

/** Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
const dataMark = 'data: '

async function* linesOf(url: string, signal: AbortSignal): AsyncGenerator<string> {
  const { data } = await axios.get<IncomingMessage>(url, { responseType: 'stream', signal, proxy: false })
  data.socket.unref()
  yield* createInterface({ input: data })
}
