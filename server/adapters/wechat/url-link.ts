/** Links that open the mini-program from an SMS (generate_urllink). They die after 30 days at the latest. */
import { unavailable } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { LinkMaker } from '../../ports/messenger.js'
import { urlLinkLimits } from './limits.js'
import type { WechatClient } from './wechat-client.js'

interface Options {
  client: Pick<WechatClient, 'call'>
  clock: Clock
  release: 'developer' | 'trial' | 'formal'
}

const releaseNames = { developer: 'develop', trial: 'trial', formal: 'release' } as const

export function urlLinks({ client, clock, release }: Options): LinkMaker {
  return {
    /** Throws PlatformError (nothing was sent to anybody yet, so the caller may simply come again). */
    async linkTo({ page, query, expiresAt }) {
      if (query.length > urlLinkLimits.queryUnits) throw new RangeError('the query of a link is too long')
      const body = {
        path: page,
        query,
        expire_type: 0,
        expire_time: Math.floor(withinLimits(expiresAt, clock.now()) / 1_000),
        env_version: releaseNames[release],
      }
      const reply = await client.call({ method: 'POST', path: '/wxa/generate_urllink', body, repeatable: true })
      const { url_link: link } = reply as { url_link?: string }
      if (!link) throw unavailable('link-unavailable')

      return link
    },
  }
}

/** Our clock and the platform's may differ a little, so an expiry keeps a minute's distance from either limit. */
function withinLimits(expiresAt: Date, now: Date): number {
  const margin = 60_000
  const soonest = now.getTime() + urlLinkLimits.shortestMs + margin
  const latest = now.getTime() + urlLinkLimits.longestMs - margin
  return Math.min(Math.max(expiresAt.getTime(), soonest), latest)
}
