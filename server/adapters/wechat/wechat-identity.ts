/** Signing in: the code of wx.login becomes an openid (jscode2session). The session_key never leaves this function. */
import { forbidden, unauthorised, unavailable } from '../../errors.js'
import type { WechatIdentity } from '../../ports/wechat-identity.js'
import { PlatformError } from '../platform-call.js'
import type { WechatClient } from './wechat-client.js'

export function wechatIdentity({ client }: { client: Pick<WechatClient, 'callWithSecret'> }): WechatIdentity {
  return {
    async openidOf(code) {
      const query = { js_code: code, grant_type: 'authorization_code' }
      const reply = await client
        .callWithSecret({ method: 'GET', path: '/sns/jscode2session', query })
        .catch((error: unknown) => {
          throw translated(error)
        })
      const { openid } = reply as { openid?: string }
      if (!openid) throw unavailable('wechat-unreachable')

      return openid
    },
  }
}

/** The code is good for one use: a lost answer is not asked for again, the phone fetches a new code. */
function translated(error: unknown): unknown {
  if (!(error instanceof PlatformError)) return error
  if (error.kind === 'login-code') return unauthorised('login-code-refused')
  if (error.kind === 'login-blocked') return forbidden('login-blocked')
  return unavailable('wechat-unreachable', error)
}
