/** One way to reach a candidate. All that concerns it stands in its folder; `channels.ts` lists them in order. */
import type { CandidateChannelName, ToCandidateTemplate } from '../../../../../shared/contracts/notifications.js'
import type { Contact, NotificationDeps, NotificationSettings } from '../../notification-deps.js'
import type { Attempted } from '../../outbox/attempt-channel.js'
import type { Claimed } from '../../outbox/message-store.js'
import type { RouteReason } from '../choose-channel.js'
import type { Filled } from '../fill-template.js'

/** A message with its words, addressed. */
export interface Composed extends Filled {
  contact: Contact
  settings: NotificationSettings
  template: ToCandidateTemplate
}

/** What a channel looks at when it is asked whether it can carry a message. */
export interface Routing {
  contact: { openid?: string; phone?: string; email?: string }
  /** How many more messages of this template each channel may carry. */
  left: Record<CandidateChannelName, number>
  /** Channels that refused this very message. */
  refusedBy: readonly CandidateChannelName[]
  now: Date
  /** Until when the candidate, phone in hand, is given time to accept. */
  tapUntil?: Date
}

export type Offer =
  { kind: 'go'; why: RouteReason } | { kind: 'later'; at: Date; why: RouteReason; tapOpenid?: string } | { kind: 'no' }

/** `choose-again`: another message took what was left · `not-asked`: what the platform needs could not be had. */
export type ChannelAttempt = Attempted | { kind: 'choose-again' } | { kind: 'not-asked'; code: string }

export interface CandidateChannel {
  /** Whether the platform recognises a second sending of the same message. */
  hasDuplicateCheck: boolean
  left(deps: NotificationDeps, message: Claimed, composed: Composed): Promise<number>
  /** Pure. */
  offer(routing: Routing): Offer
  /** One attempt, and what its outcome means for the channel's own accounts. */
  send(
    deps: NotificationDeps,
    claimed: Claimed,
    what: { composed: Composed; why: RouteReason },
  ): Promise<ChannelAttempt>
}
