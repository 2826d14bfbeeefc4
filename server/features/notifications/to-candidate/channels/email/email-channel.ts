/** E-mail: costs nothing and carries a link; only to addresses that are the bank's word or were proved; others are claims. */
import { attemptChannel } from '../../../outbox/attempt-channel.js'
import type { CandidateChannel } from '../candidate-channel.js'
import { linkInto } from '../link-into.js'
import { whyNotByWechat } from '../why-not-by-wechat.js'
import { writeEmail } from './write-email.js'

export const emailChannel: CandidateChannel = {
  hasDuplicateCheck: false,

  left: async ({ email }) => (email ? Infinity : 0),

  offer(routing) {
    return routing.contact.email && routing.left.email > 0
      ? { kind: 'go', why: whyNotByWechat(routing) }
      : { kind: 'no' }
  },

  async send(deps, claimed, { composed, why }) {
    const link = await linkInto(deps, claimed, composed)
    if (!link) return { kind: 'not-asked', code: 'no-link' }

    const message = { to: composed.contact.email!, id: claimed.id, ...writeEmail(composed, link) }
    return attemptChannel(deps, claimed, { channel: 'email', why }, () => deps.email!.send(message))
  },
}
