/**
 * SMS costs money and reaches nearly everybody. Public providers take no link that differs from person to person: the text then has a
 * fixed one, and the candidate finds the invitation by short code and phone (claim-by-code.ts).
 */
import { attemptChannel } from '../../../outbox/attempt-channel.js'
import type { CandidateChannel } from '../candidate-channel.js'
import { linkInto } from '../link-into.js'
import { whyNotByWechat } from '../why-not-by-wechat.js'

export const smsChannel: CandidateChannel = {
  hasDuplicateCheck: false,

  left: async ({ sms }, _message, { template }) => (sms.wordsOf(template) ? Infinity : 0),

  offer(routing) {
    return routing.contact.phone && routing.left.sms > 0 ? { kind: 'go', why: whyNotByWechat(routing) } : { kind: 'no' }
  },

  async send(deps, claimed, { composed, why }) {
    const { contact, template, fields } = composed
    const needsLink = deps.sms.wordsOf(template)?.includes('link')
    const link = needsLink ? await linkInto(deps, claimed, composed) : undefined
    if (needsLink && !link) return { kind: 'not-asked', code: 'no-link' }

    const message = { phone: contact.phone!, template, fields: { ...fields, ...(link && { link }) } }
    return attemptChannel(deps, claimed, { channel: 'sms', why }, () => deps.sms.send(message))
  },
}
