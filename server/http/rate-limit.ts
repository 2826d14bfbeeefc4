/** Lids on guessing and flooding: so many tries a minute for one caller, then 429 with the seconds to wait. */
import type { Context, Middleware } from 'koa'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.js'
import type { Quota, Quotas } from '../mongo/quota-store.js'
import { networkOf } from './client-address.js'
import type { CandidateCaller } from './session.js'
import { memberIn } from './staff-session.js'

interface Limit {
  points: number
  perSeconds: number
  keyOf: (ctx: Context) => string
}

/** Per process: for who is signed in. */
export function rateLimited({ points, perSeconds, keyOf }: Limit): Middleware {
  const limiter = new RateLimiterMemory({ points, duration: perSeconds })

  return async (ctx, next) => {
    await consumed(limiter, keyOf(ctx))
    await next()
  }
}

export interface CallsAMinute {
  candidate: number
  staff: number
}

/** A phone that answers makes some sixty calls a minute, a busy page of the console fewer; lists are read by people, not by programs. */
const usualCalls: CallsAMinute = { candidate: 1200, staff: 3000 }

/** Everything one signed-in caller asks for, whatever it is. Per process, and before a body is read. */
export function callsLimited({ candidate, staff }: CallsAMinute = usualCalls): Middleware {
  const [ofCandidate, ofStaff] = [candidate, staff].map((points) => new RateLimiterMemory({ points, duration: 60 }))

  return async (ctx, next) => {
    const { openid } = (ctx.state.candidate ?? {}) as Partial<CandidateCaller>
    const member = memberIn(ctx)
    if (openid !== undefined) await consumed(ofCandidate!, openid)
    if (member !== undefined) await consumed(ofStaff!, member)
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

async function consumed(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((refused: unknown) => {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw tooMany(Math.ceil(refused.msBeforeNext / 1000))
  })
}

export const tooMany = (retryAfterSeconds: number) =>
  new AppError('too-many-tries', 429, 'too many tries', { retryAfterSeconds })
