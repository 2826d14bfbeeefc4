/** Members sign in: OAuth inside WeCom (91022), by QR code in a browser (98152), then the code becomes a userid (91023). */
import { unauthorised, unavailable } from '../../errors.js'
import type { MemberIdentity } from '../../ports/member-identity.js'
import { PlatformError } from '../platform-call.js'
import type { WecomClient } from './wecom-client.js'

interface Options {
  client: Pick<WecomClient, 'call'>
  corpId: string
  agentId: number
  oauthUrl: string
  qrLoginUrl: string
  /** The sandbox's WeCom is a page in any browser. */
  clientIsBrowser: boolean
}

/**
 * A browser on a desk that is not WeCom's: the page for WeCom only says “请在企业微信客户端打开” there. Others are left alone, WeChat with
 * WeCom's plug-in among them.
 */
const onDesk = /Windows NT|Macintosh|X11|CrOS/i
const wecom = /wxwork/i
const isOutside = (userAgent: string): boolean => onDesk.test(userAgent) && !wecom.test(userAgent)

export function wecomMembers({
  client,
  corpId,
  agentId,
  oauthUrl,
  qrLoginUrl,
  clientIsBrowser,
}: Options): MemberIdentity {
  return {
    signInUrl({ via, userAgent, redirectUri, state }) {
      const common = { appid: corpId, agentid: String(agentId), redirect_uri: redirectUri, state }
      if (via === 'qr' || (!clientIsBrowser && isOutside(userAgent)))
        return `${qrLoginUrl}/wwlogin/sso/login?${String(new URLSearchParams({ login_type: 'CorpApp', ...common }))}`

      const query = new URLSearchParams({ ...common, response_type: 'code', scope: 'snsapi_base' })
      return `${oauthUrl}/connect/oauth2/authorize?${String(query)}#wechat_redirect`
    },

    /** A lost answer is not asked for again: the code may be spent. The browser starts anew. */
    async memberOf(code) {
      const reply = await client
        .call({ method: 'GET', path: '/cgi-bin/auth/getuserinfo', query: { code } })
        .catch((error: unknown) => {
          throw translated(error)
        })
      const { userid } = reply as { userid?: unknown }
      return typeof userid === 'string' && userid !== '' ? { kind: 'member', userid } : { kind: 'outsider' }
    },

    async nameOf(userid) {
      const reply = await client
        .call({ method: 'GET', path: '/cgi-bin/user/get', query: { userid }, repeatable: true })
        .catch((error: unknown) => {
          if (!(error instanceof PlatformError)) throw error
        })
      const { name } = (reply ?? {}) as { name?: unknown }
      return typeof name === 'string' && name !== '' ? name : undefined
    },
  }
}

function translated(error: unknown): unknown {
  if (!(error instanceof PlatformError)) return error
  return error.kind === 'one-time-code' ? unauthorised('login-code-refused') : unavailable('wecom-unreachable', error)
}
