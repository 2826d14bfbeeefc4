/** Who is signed in is served a few requests at the same time, and further ones in their turn, so that nobody has the whole process. */
import { bulkhead, isBulkheadRejectedError, type BulkheadPolicy } from 'cockatiel'
import type { Context, Middleware } from 'koa'
import type { CandidateCaller } from './session.js'
import { tooMany } from './rate-limit.js'
import { memberIn } from './staff-session.js'

interface Places {
  /** A phone sends two pieces of a recording beside a draft, a heartbeat and what somebody taps. */
  atOnce?: number
  waiting?: number
}

/** Per process. @throws AppError too-many-tries: more wait already than any phone or page of ours sends. */
export function fewAtOnce({ atOnce = 6, waiting = 60 }: Places = {}): Middleware {
  const served = new Map<string, BulkheadPolicy>()

  return async (ctx, next) => {
    const caller = callerOf(ctx)
    if (caller === undefined) {
      await next()
      return
    }
    const places = served.get(caller) ?? bulkhead(atOnce, waiting)
    served.set(caller, places)
    try {
      await places.execute(next)
    } catch (error) {
      throw isBulkheadRejectedError(error) ? tooMany(1) : error
    } finally {
      if (places.executionSlots === atOnce && places.queueSlots === waiting) served.delete(caller)
    }
  }
}

function callerOf(ctx: Context): string | undefined {
  const { openid } = (ctx.state.candidate ?? {}) as Partial<CandidateCaller>
  return openid ?? memberIn(ctx)
}
