/** Real waiting: a held connection is what a time-out looks like from outside. */
import { setTimeout as delay } from 'node:timers/promises'
import { once } from 'node:events'
import type { Context } from 'koa'

/** Real milliseconds, however fast the simulated clock runs. */
export interface Timing {
  /** How long a lost call is held before the connection is dropped. */
  holdMs: number
  slowMs: number
  /** A bot's connection that says nothing for so long is dropped: three heartbeats. */
  silenceMs: number
  /** How long a callback of the product may take; then it is tried again. */
  callbackMs: number
  /** How long it may take to reply to the verification of its callback URL. */
  verifyMs: number
  /** How long WeChat is busy with one person's subscription message; a second one meanwhile is 43108. */
  sendingMs: number
}

export const usualTiming: Timing = {
  holdMs: 15_000,
  slowMs: 3_000,
  silenceMs: 90_000,
  callbackMs: 5_000,
  verifyMs: 1_000,
  sendingMs: 3,
}

export const wait = (ms: number): Promise<void> => delay(ms, undefined, { ref: false })

/** Keeps the caller waiting and then drops the connection without a reply. Ends early when the caller gave up. */
export async function dropAfter(ctx: Context, holdMs: number): Promise<void> {
  const ended = new AbortController()
  const { signal } = ended
  await Promise.race([once(ctx.res, 'close', { signal }), delay(holdMs, undefined, { signal, ref: false })]).catch(
    () => {},
  )
  ended.abort()

  ctx.respond = false
  ctx.req.socket.destroy()
}
