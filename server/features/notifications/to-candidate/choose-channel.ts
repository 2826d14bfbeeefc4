/** Which way a message to a candidate goes, and why. Pure; the reason is kept in the ledger. */
import type { CandidateChannelName } from '../../../../shared/contracts/notifications.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { quietUntil, type QuietHours } from '../outbox/quiet-hours.js'
import type { Offer, Routing } from './channels/candidate-channel.js'
import { channelsInOrder } from './channels/channels.js'
import { smsReasons } from './channels/sms/route-reasons.js'
import { subscriptionReasons } from './channels/subscription/route-reasons.js'

export const routeReasons = {
  ...subscriptionReasons,
  ...smsReasons,
  'staff-notice': { zh: '发到同事的企业微信', en: 'sent to a colleague in WeCom' },
  'group-card': { zh: '发到 HR 群', en: 'posted to HR’s group' },
  'group-bot-refused': {
    zh: '小招的卡片没有被接受，改走群消息',
    en: 'the bot’s card was not accepted, so by the group’s webhook',
  },
  'quiet-hours': { zh: '免打扰时段，结束后发送', en: 'quiet hours; it goes out when they end' },
  'platform-busy': { zh: '平台暂时不接收，稍后再试', en: 'the platform is busy; it will be tried again' },
  'not-due': { zh: '还没到发送时间', en: 'not due yet' },
  'no-way': { zh: '没有可用的微信订阅，也没有手机号', en: 'neither a subscription nor a phone number' },
  'refused-everywhere': { zh: '微信和短信都没有接受', en: 'neither WeChat nor SMS accepted it' },
  'contact-gone': { zh: '候选人的资料已删除', en: 'the candidate’s data was deleted' },
} as const satisfies Record<string, Bilingual>
export type RouteReason = keyof typeof routeReasons

export interface Choosing extends Routing {
  zone: string
  quietHours: QuietHours
  /** True while quiet hours do not hold this message. */
  exempt: boolean
}

export type Route =
  | (Extract<Offer, { kind: 'go' }> & { channel: CandidateChannelName })
  | Extract<Offer, { kind: 'later' }>
  | { kind: 'unreachable'; why: RouteReason }

export function chooseChannel(choosing: Choosing): Route {
  const { refusedBy, now, zone, quietHours } = choosing
  const quietEnd = choosing.exempt ? undefined : quietUntil(now, zone, quietHours)
  if (quietEnd) return { kind: 'later', at: quietEnd, why: 'quiet-hours' }

  for (const { name, channel } of channelsInOrder) {
    const offer: Offer = refusedBy.includes(name) ? { kind: 'no' } : channel.offer(choosing)
    if (offer.kind === 'go') return { ...offer, channel: name }
    if (offer.kind === 'later') return offer
  }
  return { kind: 'unreachable', why: refusedBy.length > 0 ? 'refused-everywhere' : 'no-way' }
}
