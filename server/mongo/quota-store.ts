/**
 * How often somebody may do what costs money or lets them guess: counted in the store, for all processes together. Windows run by real
 * time, as abuse does. Keys are ids and blind indexes, never a phone number.
 */
import type { Connection } from 'mongoose'
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'

export interface Quota {
  name: string
  count: number
  perSeconds: number
}

export type Taken = { kind: 'taken'; left: number } | { kind: 'over'; againAfterSeconds: number }

export interface Quotas {
  take(quota: Quota, key: string, units?: number): Promise<Taken>
}

export function quotaStore(connection: Connection): Quotas {
  const limiters = new Map<string, RateLimiterMongo>()

  function limiterOf({ name, count, perSeconds }: Quota): RateLimiterMongo {
    const made = limiters.get(name) ?? newLimiter(connection, { name, count, perSeconds })
    limiters.set(name, made)
    return made
  }

  return {
    async take(quota, key, units = 1) {
      try {
        return { kind: 'taken', left: (await limiterOf(quota).consume(key, units)).remainingPoints }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { kind: 'over', againAfterSeconds: Math.ceil(refused.msBeforeNext / 1000) }
      }
    },
  }
}

const newLimiter = (connection: Connection, { name, count, perSeconds }: Quota) =>
  new RateLimiterMongo({
    storeClient: connection,
    tableName: 'quotas',
    keyPrefix: name,
    points: count,
    duration: perSeconds,
    inMemoryBlockOnConsumed: count, // who is over costs the store nothing more
  })

/** All of them, or the first that is used up; what was taken before stays taken, so that trying costs. */
export async function takeAll(
  quotas: Quotas,
  wanted: readonly (readonly [quota: Quota, key: string])[],
): Promise<Taken> {
  let left = Infinity
  for (const [quota, key] of wanted) {
    const taken = await quotas.take(quota, key)
    if (taken.kind === 'over') return taken
    left = Math.min(left, taken.left)
  }
  return { kind: 'taken', left }
}
