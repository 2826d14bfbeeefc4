/** Which way a message to a candidate goes, and why. Pure; the reason is kept in the ledger. */
import type { Channel } from '../../../../shared/contracts/notifications.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { quietUntil, type QuietHours } from '../outbox/quiet-hours.js'

export const routeReasons = {
  'subscription-accepted': {
    zh: '候选人在小程序里同意过这类通知',
    en: 'the candidate accepted this notice in the mini-program',
  },
  'no-wechat': { zh: '还没有绑定微信，走短信链接', en: 'not bound to WeChat yet, so by SMS with a link' },
  'no-subscription': {
    zh: '没有可用的微信订阅，走短信链接',
    en: 'no subscription left in WeChat, so by SMS with a link',
  },
  'subscription-refused': { zh: '微信没有接受，改走短信链接', en: 'WeChat did not take it, so by SMS with a link' },
  'staff-notice': { zh: '发到同事的企业微信', en: 'sent to a colleague in WeCom' },
  'group-card': { zh: '发到 HR 群', en: 'posted to HR’s group' },
  'group-bot-refused': {
    zh: '小招的卡片没有被接受，改走群消息',
    en: 'the bot’s card was not taken, so by the group’s webhook',
  },
  'quiet-hours': { zh: '免打扰时段，结束后发送', en: 'quiet hours; it goes out when they end' },
  'waits-for-tap': {
    zh: '先等候选人在手机上点同意，最多 20 秒',
    en: 'waiting up to 20 s for the candidate to accept on the phone',
  },
  'platform-busy': { zh: '平台暂时不接收，稍后再试', en: 'the platform does not take it now; tried again later' },
  'not-due': { zh: '还没到发送时间', en: 'not due yet' },
  'no-way': { zh: '没有可用的微信订阅，也没有手机号', en: 'neither a subscription nor a phone number' },
  'refused-everywhere': { zh: '微信和短信都没有接受', en: 'neither WeChat nor SMS took it' },
  'contact-gone': { zh: '候选人的资料已删除', en: 'the candidate’s data was deleted' },
} as const satisfies Record<string, Bilingual>
export type RouteReason = keyof typeof routeReasons

export interface Routing {
  contact: { openid?: string; phone?: string }
  /** Accepted subscriptions left for this template. */
  credits: number
  /** Channels that refused this very message. */
  refusedBy: readonly Channel[]
  now: Date
  zone: string
  quietHours: QuietHours
  /** True while quiet hours do not hold this message. */
  exempt: boolean
  tapUntil?: Date
}

export type Route =
  | { kind: 'go'; channel: 'subscription' | 'sms'; why: RouteReason }
  | { kind: 'later'; at: Date; why: RouteReason }
  | { kind: 'unreachable'; why: RouteReason }

export function chooseChannel(routing: Routing): Route {
  const { contact, credits, refusedBy, now, tapUntil } = routing
  const quietEnd = routing.exempt ? undefined : quietUntil(now, routing.zone, routing.quietHours)
  if (quietEnd) return { kind: 'later', at: quietEnd, why: 'quiet-hours' }

  const refused = refusedBy.includes('subscription')
  if (contact.openid && credits > 0 && !refused)
    return { kind: 'go', channel: 'subscription', why: 'subscription-accepted' }
  if (contact.openid && !refused && tapUntil && now < tapUntil)
    return { kind: 'later', at: tapUntil, why: 'waits-for-tap' }

  if (refusedBy.includes('sms')) return { kind: 'unreachable', why: 'refused-everywhere' }
  if (!contact.phone) return { kind: 'unreachable', why: refused ? 'refused-everywhere' : 'no-way' }
  return { kind: 'go', channel: 'sms', why: whySms(contact, refused) }
}

function whySms({ openid }: Routing['contact'], refused: boolean): RouteReason {
  if (!openid) return 'no-wechat'
  return refused ? 'subscription-refused' : 'no-subscription'
}
