/** Lids on guessing and flooding: so many tries a minute for one caller, then 429 with the seconds to wait. */
import type { Context, Middleware } from 'koa'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.js'
import type { Quota, Quotas } from '../mongo/quota-store.js'
import { networkOf } from './client-address.js'

interface Limit {
  points: number
  perSeconds: number
  keyOf: (ctx: Context) => string
}

/** Per process: for who is signed in. */
export function rateLimited({ points, perSeconds, keyOf }: Limit): Middleware {
  const limiter = new RateLimiterMemory({ points, duration: perSeconds })

  return async (ctx, next) => {
    await limiter.consume(keyOf(ctx)).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw tooMany(Math.ceil(refused.msBeforeNext / 1000))
    })
    await next()
  }
}

interface SharedLimit {
  quotas: Quotas
  quota: Quota
  keyOf?: (ctx: Context) => string | undefined
}

/** For all processes together, by the caller's network unless there is something better: for strangers. */
export function quotaLimited({ quotas, quota, keyOf }: SharedLimit): Middleware {
  return async (ctx, next) => {
    const taken = await quotas.take(quota, keyOf?.(ctx) ?? networkOf(ctx.ip))
    if (taken.kind === 'over') throw tooMany(taken.againAfterSeconds)
    await next()
  }
}

const tooMany = (retryAfterSeconds: number) =>
  new AppError('too-many-tries', 429, 'too many tries', { retryAfterSeconds })
