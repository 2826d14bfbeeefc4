/**
 * Around every platform endpoint: it is logged, may be struck by a fault, and refuses in the platform's own words.
 * The log holds the path only: keys and tokens stand in queries and bodies.
 */
import type { Context, Middleware } from 'koa'
import { recordCall } from '../core/calls.js'
import { strikes } from '../core/faults.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { dropAfter, wait, type Timing } from './hold.js'

/** How one platform says the same things. */
export interface Dialect {
  busy: PlatformError
  rateLimited: (endpoint: string) => PlatformError
  present: (error: PlatformError) => unknown
  /** HTTP's; the others say 200 to everything. */
  statusOf?: (error: PlatformError) => number
}

export function platformCall(world: World, timing: Timing, dialect: Dialect): Middleware {
  return async (ctx, next) => {
    const startedAt = world.realNow()
    await answered(ctx, { world, timing, dialect, next })

    recordCall(world, {
      endpoint: ctx.path,
      status: ctx.respond === false ? 0 : ctx.status,
      errcode: (ctx.state.errcode as number | string | undefined) ?? 0,
      ms: world.realNow() - startedAt,
    })
  }
}

interface Around {
  world: World
  timing: Timing
  dialect: Dialect
  next: () => Promise<unknown>
}

async function answered(ctx: Context, { world, timing, dialect, next }: Around): Promise<void> {
  const struck = (fault: Parameters<typeof strikes>[1]) => strikes(world, fault, ctx.path)

  if (struck('slow')) await wait(timing.slowMs)
  if (struck('timeout-before')) return dropped(ctx, timing, 'timeout-before')
  if (struck('http-500')) return failed(ctx)

  try {
    if (struck('busy')) throw dialect.busy
    if (struck('rate-limited')) throw dialect.rateLimited(ctx.path)
    await next()
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    ctx.status = dialect.statusOf?.(error) ?? 200
    ctx.body = dialect.present(error)
    ctx.state.errcode = error.errcode
  }
  if (struck('timeout-after')) await dropped(ctx, timing, 'timeout-after')
}

async function dropped(ctx: Context, timing: Timing, errcode: string): Promise<void> {
  ctx.state.errcode = errcode
  await dropAfter(ctx, timing.holdMs)
}

function failed(ctx: Context): void {
  ctx.status = 500
  ctx.body = 'Internal Server Error'
  ctx.state.errcode = 'http-500'
}

export function noSuchUrl(): never {
  throw new PlatformError(40066, 'invalid url')
}

export function requireMethod(ctx: Context, method: 'GET' | 'POST'): void {
  if (ctx.method === method) return
  throw method === 'POST'
    ? new PlatformError(43002, 'require POST method')
    : new PlatformError(43001, 'require GET method')
}

/** The body as an object; anything else is the platform's "wrong json format". */
export function jsonBody(ctx: Context): Record<string, unknown> {
  const body = parsed((ctx.request as { rawBody?: string }).rawBody ?? '')
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new PlatformError(47001, 'data format error. Warning: wrong json format.')
  }
  return body as Record<string, unknown>
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function queryOf(ctx: Context, name: string): string | undefined {
  const value = ctx.query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Both platforms of Tencent's WeChat family speak the same way. */
export const errcodeDialect: Dialect = {
  busy: new PlatformError(-1, 'system error'),
  rateLimited: (endpoint) =>
    endpoint.endsWith('jscode2session')
      ? new PlatformError(45011, 'api minute-quota reach limit, must slower, retry next minute')
      : new PlatformError(45009, 'api freq out of limit'),
  present: ({ errcode, errmsg }) => ({ errcode, errmsg }),
}
