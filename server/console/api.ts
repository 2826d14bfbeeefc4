/**
 * One way to call the product: `call('POST /api/staff/decisions/:id', { params, body })`. Throws ApiFailure with the code of the
 * answer, `offline` when none came within the time. A change is sent once; whoever wants to try again taps again, and the server
 * responds to a second tap with `already-decided` or the same result.
 */
import type { Calls } from './calls.js'

export class ApiFailure extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly text?: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(code)
  }
}

type Key = keyof Calls
type Part<K extends Key, Name extends string> =
  Calls[K] extends Record<Name, infer Value> ? Record<Name, Value> : object
export type Sent<K extends Key> = Part<K, 'params'> & Part<K, 'query'> & Part<K, 'body'>
export type Reply<K extends Key> = Calls[K]['reply']

const timeoutMs = 15_000

/** What happens when a session is over or the second factor is missing; session.ts says it once. */
const onRefusal: { handle: (failure: ApiFailure) => void } = { handle: () => {} }
export function whenRefused(handle: (failure: ApiFailure) => void): void {
  onRefusal.handle = handle
}

let language = 'zh'
/** Error texts of the server come in this language. */
export function speak(spoken: string): void {
  language = spoken
}

export async function call<K extends Key>(
  key: K,
  ...[sent]: object extends Sent<K> ? [] : [Sent<K>]
): Promise<Reply<K>> {
  const reply = await ask(key, sent, timeoutMs)
  return (reply.status === 204 ? undefined : await reply.json().catch(() => undefined)) as Reply<K>
}

/** The reply as it comes, for what is not JSON. */
export async function ask<K extends Key>(
  key: K,
  sent: Sent<K> | undefined,
  withinMs: number,
  /** It goes on although the page is left; for a few bytes. */
  { keepalive = false }: { keepalive?: boolean } = {},
): Promise<Response> {
  const [method, path] = key.split(' ') as [string, string]
  const {
    params = {},
    query = {},
    body,
  } = (sent ?? {}) as { params?: Record<string, string>; query?: Record<string, string | undefined>; body?: unknown }
  const reply = await fetch(addressOf(path, params, query), {
    method,
    keepalive,
    headers: {
      'x-xiaozhao-console': '1',
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    signal: AbortSignal.timeout(withinMs),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiFailure('offline', 0)
  })

  if (reply.ok) return reply
  const failure = failureOf(reply.status, await reply.json().catch(() => undefined))
  onRefusal.handle(failure)
  throw failure
}

export function addressOf(
  path: string,
  params: Record<string, string>,
  query: Record<string, string | undefined>,
): string {
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString()
  return asked ? `${filled}?${asked}` : filled
}

function failureOf(status: number, answer: unknown): ApiFailure {
  const {
    code = 'internal',
    message,
    details,
  } = (answer as { error?: { code?: string; message?: string; details?: Record<string, unknown> } } | undefined)
    ?.error ?? {}
  return new ApiFailure(code, status, message, details)
}
