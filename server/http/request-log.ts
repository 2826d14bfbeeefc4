/** A request id on every line; the route's pattern instead of its address, so that no token or id of a person is logged. */
import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Logger } from '../log.js'
import type { Metrics } from '../metrics.js'

export function requestLog({ log, metrics }: { log: Logger; metrics: Metrics }): Middleware {
  return async (ctx, next) => {
    const started = performance.now()
    const requestId = randomUUID()
    ctx.state.requestId = requestId
    ctx.set('x-request-id', requestId)

    await next()

    const ms = performance.now() - started
    const route = (ctx._matchedRoute as string | undefined)?.toString() ?? 'unmatched'
    metrics.httpSeconds.observe({ method: ctx.method, route, status: String(ctx.status) }, ms / 1000)
    log.info({ requestId, method: ctx.method, route, status: ctx.status, ms: Math.round(ms) }, 'request')
  }
}
