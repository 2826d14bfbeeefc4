/** WeChat's server API of one mini-program: with its token, or, for signing in, with its secret. Throws PlatformError. */
import type { Clock } from '../../ports/clock.js'
import type { PlatformTokenStore } from '../../ports/platform-tokens.js'
import { platformCaller, type CallPlatform } from '../platform-call.js'
import { tokenIn, tokenSource, withToken } from '../platform-token.js'
import { wechatErrors } from './errors.js'

export interface WechatClient {
  call: CallPlatform
  /** For endpoints that take the secret instead of a token. */
  callWithSecret: CallPlatform
  /** Asks for a token and keeps nothing: WeChat looks at trusted addresses here (40164). */
  checkAccess(): Promise<void>
}

interface Options {
  baseUrl: string
  appId: string
  appSecret: string
  tokens: PlatformTokenStore
  clock: Clock
  random: () => number
  timeoutMs?: number
  pauseMs?: number
}

export function wechatClient({ appId, appSecret, tokens, clock, ...transport }: Options): WechatClient {
  const plain = platformCaller({ ...transport, platform: 'wechat', errors: wechatErrors })

  /**
   * stable_token in its normal mode: it returns the valid token again, so several processes cannot invalidate each other's.
   * `force_refresh` (20 a day, 30 s apart) is never needed: a refused token is no longer the valid one.
   */
  async function fetchToken() {
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: false }
    return tokenIn('wechat', await plain({ method: 'POST', path: '/cgi-bin/stable_token', body, repeatable: true }))
  }

  return {
    call: withToken(plain, tokenSource({ name: `wechat:${appId}`, store: tokens, clock, fetchToken })),
    async checkAccess() {
      await fetchToken()
    },
    callWithSecret: (request) => plain({ ...request, query: { ...request.query, appid: appId, secret: appSecret } }),
  }
}
