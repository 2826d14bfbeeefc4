/** Reads the form itself, before the text parser of the other platforms: a recording is no text, and larger. */
import type { Context, Middleware } from 'koa'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import type { Timing } from '../http/hold.js'
import { platformCall, type Dialect } from '../http/platform-call.js'
import { requireKey, transcribe } from './transcribe.js'

const address = '/speech/v1/audio/transcriptions'
const mostBytes = 25 * 1024 * 1024

const statuses: Record<string, number> = {
  invalid_api_key: 401,
  unknown_url: 404,
  file_too_large: 413,
  rate_limit_exceeded: 429,
  overloaded: 503,
}

const speechDialect: Dialect = {
  busy: new PlatformError('overloaded', 'The server is currently overloaded.'),
  rateLimited: () => new PlatformError('rate_limit_exceeded', 'Rate limit reached.'),
  present: ({ errcode, errmsg }) => ({ error: { message: errmsg, type: 'invalid_request_error', code: errcode } }),
  statusOf: ({ errcode }) => statuses[errcode] ?? 400,
}

export function speech(world: World, timing: Timing): Middleware {
  const around = platformCall(world, timing, speechDialect)
  return async (ctx, next) => {
    if (!ctx.path.startsWith('/speech/')) return void (await next())
    await around(ctx, () => answer(world, ctx))
  }
}

async function answer(world: World, ctx: Context): Promise<void> {
  if (ctx.path !== address || ctx.method !== 'POST')
    throw new PlatformError('unknown_url', `Unknown request URL: ${ctx.method} ${ctx.path}.`)
  requireKey(ctx.get('authorization'))
  const body = await bodyOf(ctx)
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': ctx.get('content-type') } })
    .formData()
    .catch(() => undefined)
  if (!form) throw new PlatformError('invalid_body', 'The body is no multipart form.')
  ctx.body = await transcribe(world, form)
}

async function bodyOf(ctx: Context): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new PlatformError('file_too_large', 'Maximum content size limit exceeded.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
