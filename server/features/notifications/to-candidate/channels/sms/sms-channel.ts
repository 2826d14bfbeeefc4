/** SMS with a link into the mini-program. It costs money and reaches nearly everybody, so it is asked after WeChat. */
import { attemptChannel } from '../../../outbox/attempt-channel.js'
import type { RouteReason } from '../../choose-channel.js'
import type { NotificationDeps } from '../../../notification-deps.js'
import type { Claimed } from '../../../outbox/message-store.js'
import type { CandidateChannel, Composed, Routing } from '../candidate-channel.js'

const linkLifeMs = 30 * 24 * 3_600_000

export const smsChannel: CandidateChannel = {
  hasDuplicateCheck: false,

  left: async () => Infinity,

  offer(routing) {
    return routing.contact.phone ? { kind: 'go', why: whySms(routing) } : { kind: 'no' }
  },

  async send(deps, claimed, { composed, why }) {
    const { contact, template, fields, page } = composed
    const query = withProof(deps, claimed, composed)
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

/** An invitation has a token of its own; every other page is about the application. */
function withProof({ linkProofs }: NotificationDeps, { orgId, to }: Claimed, { template, query }: Composed): string {
  if (template === 'invitation' || to.kind !== 'candidate') return query
  const params = new URLSearchParams(query)
  params.set('application', to.applicationId)
  params.set('proof', linkProofs.proofOf(orgId, to.applicationId))
  return params.toString()
}

function whySms({ contact, refusedBy }: Routing): RouteReason {
  if (!contact.openid) return 'no-wechat'
  return refusedBy.includes('subscription') ? 'subscription-refused' : 'no-subscription'
}
