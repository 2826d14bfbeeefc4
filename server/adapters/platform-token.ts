/**
 * An access token that all processes share through the store (91039): one fetches while the others wait and read; it is
 * refreshed ahead of its end; a refused one is dropped, fetched anew, and the call replayed once.
 */
import type { Clock } from '../ports/clock.js'
import type { PlatformTokenStore } from '../ports/platform-tokens.js'
import { PlatformError, type CallPlatform } from './platform-call.js'

export interface TokenSource {
  current(): Promise<string>
  /** The platform refused this one. A newer token of another process survives. */
  drop(value: string): Promise<void>
}

interface Token {
  value: string
  expiresAt: Date
}

interface Deps {
  /** Platform and app, for example `wecom:ww123`. */
  name: string
  store: PlatformTokenStore
  clock: Clock
  fetchToken: () => Promise<{ value: string; livesMs: number }>
  pause?: (ms: number) => Promise<void>
}

const refreshAheadMs = 5 * 60_000
/** Longer than three tries of a fetch; whoever claimed and died blocks the others no longer than this. */
const claimMs = 20_000
const pollMs = 100
/** Well inside the lease of a message that waits for the token. */
const mostPolls = 80

const sleep = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

export function tokenSource(deps: Deps): TokenSource {
  let known: Token | undefined
  let inFlight: Promise<Token> | undefined
  let generation = 0

  async function obtainOnce(): Promise<Token> {
    const began = generation
    inFlight ??= obtain(deps)
    const flight = inFlight
    try {
      const token = await flight
      if (began === generation) known = token
      return token
    } finally {
      if (inFlight === flight) inFlight = undefined
    }
  }

  return {
    async current() {
      if (known && isFresh(known, deps.clock.now())) return known.value
      return (await obtainOnce()).value
    },

    async drop(value) {
      generation += 1
      inFlight = undefined // what it is reading may be the refused one
      if (known?.value === value) known = undefined
      await deps.store.drop(deps.name, value)
    },
  }
}

/** Calls with the token; refused, once more with a fresh one. A second refusal is thrown as it came. */
export function withToken(call: CallPlatform, tokens: TokenSource): CallPlatform {
  const attempt = (request: Parameters<CallPlatform>[0], token: string) =>
    call({ ...request, query: { ...request.query, access_token: token } })

  return async (request) => {
    const token = await tokens.current()
    try {
      return await attempt(request, token)
    } catch (error) {
      if (!(error instanceof PlatformError) || error.kind !== 'token') throw error
    }
    await tokens.drop(token)
    return attempt(request, await tokens.current())
  }
}

/** What gettoken and stable_token answer. */
export function tokenIn(platform: string, reply: Record<string, unknown>): { value: string; livesMs: number } {
  const { access_token: value, expires_in: seconds } = reply
  if (typeof value === 'string' && typeof seconds === 'number') return { value, livesMs: seconds * 1_000 }
  throw new PlatformError({ platform, errcode: 'no-token', kind: 'unlisted', arrived: 'no' })
}

async function obtain({ name, store, clock, fetchToken, pause = sleep }: Deps): Promise<Token> {
  for (let poll = 0; poll < mostPolls; poll += 1) {
    const now = clock.now()
    const stored = await store.find(name)
    if (stored && isFresh(stored, now)) return stored
    if (await store.claimRefresh(name, now, claimMs)) return fetchInto(store, { name, clock, fetchToken })
    if (stored && stored.expiresAt > now) return stored // still good while another process renews it
    await pause(pollMs)
  }
  throw new PlatformError({ platform: name.split(':')[0]!, errcode: 'token-wait', kind: 'busy', arrived: 'no' })
}

async function fetchInto(
  store: PlatformTokenStore,
  { name, clock, fetchToken }: Pick<Deps, 'name' | 'clock' | 'fetchToken'>,
): Promise<Token> {
  const askedAt = clock.now()
  const token = (await savedMeanwhile(store, name, askedAt)) ?? (await fetched(fetchToken, askedAt))
  await store.save(name, token)
  return token
}

/** Another process may have fetched and given its claim back between our look and our claim. */
async function savedMeanwhile(store: PlatformTokenStore, name: string, now: Date): Promise<Token | undefined> {
  const stored = await store.find(name)
  return stored && isFresh(stored, now) ? stored : undefined
}

async function fetched(fetchToken: Deps['fetchToken'], askedAt: Date): Promise<Token> {
  const { value, livesMs } = await fetchToken()
  return { value, expiresAt: new Date(askedAt.getTime() + livesMs) }
}

const isFresh = (token: Token, now: Date) => token.expiresAt.getTime() - refreshAheadMs > now.getTime()
