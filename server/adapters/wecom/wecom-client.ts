/** WeCom's server API with the token of one app. Throws PlatformError; a call that is not `repeatable` is never sent twice. */
import type { Clock } from '../../ports/clock.js'
import type { PlatformTokenStore } from '../../ports/platform-tokens.js'
import { platformCaller, type CallPlatform } from '../platform-call.js'
import { tokenIn, tokenSource, withToken } from '../platform-token.js'
import { wecomErrors } from './errors.js'

export interface WecomClient {
  call: CallPlatform
  /** Asks for a token and keeps nothing, then makes a call that changes nothing: gettoken does not look at trusted addresses. */
  checkAccess(): Promise<void>
}

interface Options {
  baseUrl: string
  corpId: string
  appSecret: string
  tokens: PlatformTokenStore
  clock: Clock
  random: () => number
  timeoutMs?: number
  pauseMs?: number
}

export function wecomClient({ corpId, appSecret, tokens, clock, ...transport }: Options): WecomClient {
  const call = platformCaller({ ...transport, platform: 'wecom', errors: wecomErrors })

  /** gettoken (91039): frequent calls get blocked, so the token is shared and asked for ahead of its end. */
  async function fetchToken() {
    const query = { corpid: corpId, corpsecret: appSecret }
    return tokenIn('wecom', await call({ method: 'GET', path: '/cgi-bin/gettoken', query, repeatable: true }))
  }

  return {
    call: withToken(call, tokenSource({ name: `wecom:${corpId}`, store: tokens, clock, fetchToken })),
    async checkAccess() {
      const { value } = await fetchToken()
      await call({ method: 'GET', path: '/cgi-bin/getcallbackip', query: { access_token: value }, repeatable: true })
    },
  }
}
