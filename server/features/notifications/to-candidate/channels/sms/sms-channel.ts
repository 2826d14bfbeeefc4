/** SMS with a link into the mini-program. It costs money and reaches nearly everybody, so it is asked after WeChat. */
import { attemptChannel } from '../../../outbox/attempt-channel.js'
import type { RouteReason } from '../../choose-channel.js'
import type { CandidateChannel, Routing } from '../candidate-channel.js'

const linkLifeMs = 30 * 24 * 3_600_000

export const smsChannel: CandidateChannel = {
  hasDuplicateCheck: false,

  left: async () => Infinity,

  offer(routing) {
    return routing.contact.phone ? { kind: 'go', why: whySms(routing) } : { kind: 'no' }
  },

  async send(deps, claimed, { composed, why }) {
    const { contact, template, fields, page, query } = composed
    const expiresAt = claimed.notAfter ?? new Date(deps.clock.now().getTime() + linkLifeMs)
    const link = await deps.links.linkTo({ page, query, expiresAt }).catch((err: unknown) => {
      deps.log.error({ err, messageId: claimed.id }, 'no link could be made')
      return undefined
    })
    if (!link) return { kind: 'not-asked', code: 'no-link' }

    const message = { phone: contact.phone!, template, fields: { ...fields, link } }
    return attemptChannel(deps, claimed, { channel: 'sms', why }, () => deps.sms.send(message))
  },
}

function whySms({ contact, refusedBy }: Routing): RouteReason {
  if (!contact.openid) return 'no-wechat'
  return refusedBy.includes('subscription') ? 'subscription-refused' : 'no-subscription'
}
