/** One handler for everything that is thrown: known errors answer as they are, unknown ones become 500 and are logged once. */
import type { Context, Middleware } from 'koa'
import type { Logger } from '../log.js'
import { AppError } from '../errors.js'
import { isStoreAway, isStoreFull } from '../mongo/store-errors.js'
import { errorText } from './error-texts.js'
import { languageOf } from './language-of.js'

export function errorHandler(log: Logger): Middleware {
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body === undefined) throw new AppError('not-found', 404, 'no such address')
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.status >= 500)
        log.error(
          { requestId: ctx.state.requestId as string, code: error.code, err: error.cause ?? thrown },
          'request failed',
        )
      answer(ctx, error)
    }
  }
}

export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (isStoreFull(thrown)) return new AppError('store-full', 507, 'store full', undefined, { cause: thrown })
  if (isStoreAway(thrown)) return new AppError('store-away', 503, 'store away', undefined, { cause: thrown })
  const { status } = thrown as { status?: number }
  if (status && status < 500) return new AppError('refused', status, 'refused')
  return new AppError('internal', 500, 'internal', undefined, { cause: thrown })
}

function answer(ctx: Context, error: AppError): void {
  ctx.status = error.status
  const retryAfter = error.details?.retryAfterSeconds
  if (typeof retryAfter === 'number') ctx.set('retry-after', String(retryAfter))
  ctx.body = {
    error: {
      code: error.code,
      message: errorText(error.code, error.status, languageOf(ctx)),
      ...(error.details && { details: error.details }),
    },
  }
}
