/** The phone's side of the network: the built mini-program, its settings, and requests that go out to the product. */
import { Readable } from 'node:stream'
import type { Context, Middleware } from 'koa'
import type { World } from '../core/world.js'
import { ApiError } from '../http/api-error.js'

const proxyPrefix = '/phone/__proxy/'
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const notForwarded = new Set([
  'host',
  'connection',
  'cookie',
  'origin',
  'referer',
  'content-length',
  'accept-encoding',
  'x-phone-person',
  'transfer-encoding',
])
const notReturned = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'set-cookie',
  'content-security-policy',
  'x-frame-options',
])
const timeoutMs = 60_000

/** `wx.getExtConfigSync` of the rendered mini-program reads this. */
export function phoneSettings(productUrl: string): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/phone/ext.json') return void (await next())
    ctx.body = { apiBase: productUrl }
  }
}

/** A real phone has no same-origin rule, a browser has: `wx.request` goes through here, to the product or this machine only. */
export function phoneProxy(world: World, productUrl: string): Middleware {
  const productHost = new URL(productUrl).hostname

  return async (ctx, next) => {
    if (!ctx.path.startsWith(proxyPrefix)) return void (await next())
    const target = targetOf(ctx)
    if (!target || (target.hostname !== productHost && !loopback.has(target.hostname))) {
      throw networkFailure(ctx, new ApiError('proxy-refused', 403, 'not a host of this simulation'))
    }
    if (isOffline(world, ctx)) return hangUp(ctx)

    await forward(ctx, target)
  }
}

/** Koa leaves the path as it was sent, so the absolute URL follows the prefix with its query. */
function targetOf(ctx: Context): URL | undefined {
  const given = ctx.url.slice(proxyPrefix.length).replace(/^(https?):\/(?=[^/])/, '$1://')
  const url = URL.canParse(given) ? new URL(given) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}

function isOffline(world: World, ctx: Context): boolean {
  const id = ctx.get('x-phone-person') || personOfReferer(ctx.get('referer'))
  return world.state.people.some((person) => person.id === id && !person.online)
}

const personOfReferer = (referer: string): string | null =>
  URL.canParse(referer) ? new URL(referer).searchParams.get('person') : null

/** Tells the phone that this text comes from the sandbox and not from the product: for the mini-program the request failed. */
function networkFailure(ctx: Context, error: ApiError): ApiError {
  ctx.set('x-phone-proxy-error', error.code)
  return error
}

function hangUp(ctx: Context): void {
  ctx.respond = false
  ctx.req.socket.destroy()
}

async function forward(ctx: Context, target: URL): Promise<void> {
  const hasBody = ctx.method !== 'GET' && ctx.method !== 'HEAD'
  const headers = new Headers()
  for (const [name, value] of Object.entries(ctx.headers)) {
    if (!notForwarded.has(name) && value !== undefined) headers.set(name, String(value))
  }
  const reply = await fetch(target, {
    method: ctx.method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    ...(hasBody && { body: Readable.toWeb(ctx.req), duplex: 'half' }),
  } as RequestInit).catch(() => undefined)
  if (!reply) throw networkFailure(ctx, new ApiError('product-unreachable', 502, 'the product does not answer'))

  ctx.status = reply.status
  for (const [name, value] of reply.headers) {
    if (!notReturned.has(name)) ctx.set(name, value)
  }
  ctx.body = reply.body ? Readable.fromWeb(reply.body as import('node:stream/web').ReadableStream) : null
}
