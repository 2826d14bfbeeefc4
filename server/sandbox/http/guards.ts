/** Around everything: only this machine, safe headers, errors as JSON. */
import type { Middleware } from 'koa'
import helmet from 'koa-helmet'
import { ApiError } from './api-error.js'

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isLocalHost = (host: string): boolean => localHosts.has(host.replace(/:\d+$/, ''))

/** A foreign page must not reach the sandbox under a name that it made point here. */
export const localOnly: Middleware = async (ctx, next) => {
  if (!isLocalHost(ctx.host)) throw new ApiError('local-only', 421, 'the sandbox answers as localhost only')
  await next()
}

export const jsonErrors: Middleware = async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    const known = error instanceof ApiError ? error : httpFault(error)
    ctx.status = known.status
    ctx.body = {
      error: {
        code: known.code,
        message: known.message,
        ...(known.details !== undefined && { details: known.details }),
      },
    }
    if (known.status === 500) console.error(error)
  }
}

/** Errors of the libraries: a body too large, a path outside the folder. */
function httpFault(error: unknown): ApiError {
  const status = (error as { status?: number }).status ?? 500
  if (status === 413) return new ApiError('too-large', 413, 'the body is too large')
  return status < 500 ? new ApiError('refused', status, 'refused') : new ApiError('internal', 500, 'internal error')
}

const ownOrigin = ["'self'"]

/** The page loads nothing from outside, and only it may frame the phone. */
export const pageHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ownOrigin,
      styleSrc: [...ownOrigin, "'unsafe-inline'"],
      imgSrc: [...ownOrigin, 'data:'],
      frameAncestors: ownOrigin,
      objectSrc: ["'none'"],
      baseUri: ownOrigin,
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: false,
})

/** The mini-program's renderer compiles templates in the browser and styles pages inline. */
export const phoneHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [...ownOrigin, 'blob:', 'data:'],
      scriptSrc: [...ownOrigin, "'unsafe-inline'", "'unsafe-eval'", 'blob:'],
      styleSrc: [...ownOrigin, "'unsafe-inline'"],
      frameAncestors: ownOrigin,
      objectSrc: ["'none'"],
      baseUri: ownOrigin,
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: false,
})
