/** WeChat's subscription messages: one accept of the candidate carries one message of one template. */
import { isSubscribable } from '../../../../../../shared/contracts/notifications.js'
import type { SendOutcome } from '../../../../../ports/messenger.js'
import type { NotificationDeps } from '../../../notification-deps.js'
import { attemptChannel } from '../../../outbox/attempt-channel.js'
import type { Subscriber } from './subscription-store.js'
import type { CandidateChannel } from '../candidate-channel.js'

export const subscriptionChannel: CandidateChannel = {
  hasDuplicateCheck: false,

  async left({ subscriptions }, { orgId, dedupeKey }, { contact: { openid }, template }) {
    return openid && isSubscribable(template) ? subscriptions.creditsOf({ orgId, openid, template }, dedupeKey) : 0
  },

  offer({ contact: { openid }, left, now, tapUntil }) {
    if (!openid) return { kind: 'no' }
    if (left.subscription > 0) return { kind: 'go', why: 'subscription-accepted' }
    if (tapUntil && now < tapUntil) return { kind: 'later', at: tapUntil, why: 'waits-for-tap', tapOpenid: openid }
    return { kind: 'no' }
  },

  async send(deps, claimed, { composed, why }) {
    const { contact, template, fields, page, query } = composed
    const { orgId, dedupeKey } = claimed
    const openid = contact.openid!
    if (!isSubscribable(template)) return { kind: 'not-asked', code: 'not-subscribable' }
    const who = { orgId, openid, template }
    if (!(await deps.subscriptions.take(who, dedupeKey))) return { kind: 'choose-again' }

    const message = { openid, template, fields, page: `${page}?${query}`, language: contact.language }
    const attempted = await attemptChannel(deps, claimed, { channel: 'subscription', why }, () =>
      deps.subscriptionMessenger.send(message),
    )
    if (attempted.kind === 'answered') await accountFor(deps, who, { outcome: attempted.outcome, dedupeKey })
    return attempted
  },
}

/** Keeps our count of accepts in step with what the platform said. */
async function accountFor(
  { subscriptions }: NotificationDeps,
  who: Subscriber,
  { outcome, dedupeKey }: { outcome: SendOutcome; dedupeKey: string },
): Promise<void> {
  if (outcome.kind === 'sent' || outcome.kind === 'unknown') return subscriptions.spend(who, dedupeKey)
  if (outcome.kind === 'refused' && outcome.reason === 'spent') return subscriptions.clear(who, dedupeKey)
  return subscriptions.giveBack(who, dedupeKey)
}
