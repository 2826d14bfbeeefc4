/**
 * Calls of the candidate API. Bearer session, one new sign-in when the session is refused, a bounded number of tries for
 * calls that may be repeated. Nothing here knows `wx`: the transport comes from outside.
 */
import type { Static, TSchema } from 'typebox'
import type { EndpointKey, endpoints } from '../../shared/contracts/endpoints.js'
import { retryWaitsMs } from '../config.js'
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
    body?: unknown
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

export interface Api {
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
    async call<K extends EndpointKey>(endpoint: K, options: CallOptions<K> = {}): Promise<ReplyOf<K>> {
      const tries = once.includes(endpoint) ? 1 : (options.tries ?? retryWaitsMs.length + 1)
      for (let attempt = 0; ; attempt += 1) {
        try {
          return (await callSignedIn(deps, endpoint, options)) as ReplyOf<K>
        } catch (error) {
          const wait = retryWaitsMs[attempt]
          if (attempt + 1 >= tries || wait === undefined || !mayRepeat(error)) throw error
          await deps.wait(wait)
        }
      }
    },
  }
}

async function callSignedIn(deps: Deps, endpoint: EndpointKey, options: CallOptions<EndpointKey>): Promise<unknown> {
  const token = await deps.session.token()
  const first = await exchange(deps, { endpoint, options, token })
  if (first.status !== 401) return replyOf(first)

  const renewed = await deps.session.renew(token)
  return replyOf(await exchange(deps, { endpoint, options, token: renewed }))
}

interface Exchange {
  endpoint: EndpointKey
  options: CallOptions<EndpointKey>
  token: string
}

function exchange({ transport, language }: Deps, { endpoint, options, token }: Exchange) {
  const [method, template] = endpoint.split(' ') as [Method, string]
  const header = { 'content-type': 'application/json', 'accept-language': language(), authorization: `Bearer ${token}` }
  return transport.send({ method, path: fillPath(template, options.params ?? {}), header, body: options.body })
}

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
