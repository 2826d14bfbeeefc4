/**
 * Calls of the candidate API. Bearer session, one new sign-in when the session is refused, a bounded number of tries for
 * calls that may be repeated. Nothing here knows `wx`: the transport comes from outside.
 */
import type { Static, TSchema } from 'typebox'
import type { EndpointKey, endpoints } from '../../shared/contracts/endpoints.js'
import { retryWaitsMs, uploadTimeoutMs } from '../config.js'
import { ApiError } from './api-error.js'

type Endpoints = typeof endpoints
export type BodyOf<K extends EndpointKey> = Endpoints[K] extends { body: infer B extends TSchema }
  ? Static<B>
  : undefined
export type ReplyOf<K extends EndpointKey> = Endpoints[K] extends { reply: infer R extends TSchema }
  ? Static<R>
  : undefined

export type Method = 'GET' | 'POST' | 'PUT'

export interface Transport {
  /** Rejects with an ApiError of status 0 when no response came. */
  send(request: {
    method: Method
    path: string
    header: Record<string, string>
    /** Bytes go as they are, anything else as JSON. */
    body?: unknown
    timeoutMs?: number
  }): Promise<{ status: number; body: unknown }>
}

export interface CallOptions<K extends EndpointKey> {
  params?: Record<string, string | number>
  body?: BodyOf<K>
  /** 1 for calls that have their own rhythm, such as the heartbeat. */
  tries?: number
}

export interface SessionSource {
  token(): Promise<string>
  /** The server refused this token: sign in again, once for all who ask at the same time. */
  renew(refused: string): Promise<string>
}

interface Deps {
  transport: Transport
  session: SessionSource
  language: () => string
  wait: (ms: number) => Promise<void>
}

/** Bytes, such as a piece of a recording: tried once, since whoever sends pieces keeps them and has a rhythm of its own. */
export interface Upload {
  method?: 'PUT' | 'POST'
  /** As in the list of endpoints, `:name` for each part that is filled in. */
  path: string
  params: Record<string, string | number>
  bytes: ArrayBuffer
  header: Record<string, string>
}

export interface Api {
  upload(upload: Upload): Promise<void>
  call<K extends EndpointKey>(endpoint: K, options?: CallOptions<K>): Promise<ReplyOf<K>>
}

/** Every other call has the same result when it comes twice; these spend something: a code, a try, a subscription. */
const once: readonly EndpointKey[] = [
  'POST /api/candidate/sessions',
  'POST /api/candidate/subscriptions',
  'POST /api/candidate/invitations/verify-phone',
  'POST /api/candidate/phone/wechat',
]

export function createApi(deps: Deps): Api {
  return {
    async upload({ method = 'PUT', path, params, bytes, header }) {
      const request = {
        method,
        path: fillPath(path, params),
        header,
        body: bytes,
        timeoutMs: uploadTimeoutMs,
      } as const
      await signedIn(deps, request)
    },
    async call<K extends EndpointKey>(endpoint: K, options: CallOptions<K> = {}): Promise<ReplyOf<K>> {
      const tries = once.includes(endpoint) ? 1 : (options.tries ?? retryWaitsMs.length + 1)
      for (let attempt = 0; ; attempt += 1) {
        try {
          return (await signedIn(deps, requestOf(endpoint, options))) as ReplyOf<K>
        } catch (error) {
          const wait = retryWaitsMs[attempt]
          if (attempt + 1 >= tries || wait === undefined || !mayRepeat(error)) throw error
          await deps.wait(wait)
        }
      }
    },
  }
}

type Request = Parameters<Transport['send']>[0]

async function signedIn(deps: Deps, request: Request): Promise<unknown> {
  const token = await deps.session.token()
  const first = await exchange(deps, request, token)
  if (first.status !== 401) return replyOf(first)

  const renewed = await deps.session.renew(token)
  return replyOf(await exchange(deps, request, renewed))
}

function requestOf(endpoint: EndpointKey, { params = {}, body }: CallOptions<EndpointKey>): Request {
  const [method, template] = endpoint.split(' ') as [Method, string]
  return { method, path: fillPath(template, params), header: { 'content-type': 'application/json' }, body }
}

const exchange = ({ transport, language }: Deps, request: Request, token: string) =>
  transport.send({
    ...request,
    header: { ...request.header, 'accept-language': language(), authorization: `Bearer ${token}` },
  })

export function replyOf({ status, body }: { status: number; body: unknown }): unknown {
  if (status >= 200 && status < 300) return body

  const { error } = (body ?? {}) as { error?: { code?: string; details?: Record<string, unknown> } }
  throw new ApiError(error?.code ?? (status >= 500 ? 'unavailable' : 'internal'), status, error?.details)
}

export function fillPath(template: string, params: Record<string, string | number>): string {
  return template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
}

const mayRepeat = (error: unknown) =>
  error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 502)
