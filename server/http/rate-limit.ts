/** A lid on guessing: so many tries a minute for one caller, then 429 with the seconds to wait. Per process. */
import type { Context, Middleware } from 'koa'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.js'

interface Limit {
  points: number
  perSeconds: number
  keyOf: (ctx: Context) => string
}

export function rateLimited({ points, perSeconds, keyOf }: Limit): Middleware {
  const limiter = new RateLimiterMemory({ points, duration: perSeconds })

  return async (ctx, next) => {
    await limiter.consume(keyOf(ctx)).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw new AppError('too-many-tries', 429, 'too many tries', {
        retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000),
      })
    })
    await next()
  }
}
