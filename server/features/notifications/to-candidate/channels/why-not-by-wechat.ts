import type { RouteReason } from '../choose-channel.js'
import type { Routing } from './candidate-channel.js'

/** Why a message goes outside WeChat. */
export function whyNotByWechat({ contact, refusedBy }: Routing): RouteReason {
  if (refusedBy.includes('sms')) return 'sms-undelivered'
  if (refusedBy.includes('email')) return 'email-refused'
  if (!contact.openid) return 'no-wechat'
  return refusedBy.includes('subscription') ? 'subscription-refused' : 'no-subscription'
}
