import type { SendOutcome } from '../../../ports/messenger.js'
import { attemptChannel, type Way } from '../outbox/attempt-channel.js'
import { endFailed, endUnlessRefused } from '../outbox/end-message.js'
import type { Claimed } from '../outbox/message-store.js'
import type { NotificationDeps } from '../notification-deps.js'
import type { GroupCard } from './post-group-card.job.js'

const byBot: Way = { channel: 'group-bot', why: 'group-card' }
const byWebhook: Way = { channel: 'group-webhook', why: 'group-card' }

/**
 * A claimed card for HR's group. One with buttons goes by the bot; what the bot may not bring (refused: nothing arrived, for example
 * because nobody has talked to it there yet) goes as text by the webhook. Neither has a duplicate check: a lost answer stays unconfirmed.
 */
export async function sendToGroup(deps: NotificationDeps, message: Claimed & { to: { kind: 'group' } }): Promise<void> {
  const { groupId } = message.to
  const { card, markdown } = await deps.messages.bodyOf<GroupCard>(message)
  const { groupCards } = deps
  const left =
    card && groupCards?.isReady()
      ? await attempt(deps, message, { way: byBot, send: () => groupCards.send({ groupId, card }) })
      : message
  if (!left) return

  const way: Way = left === message ? byWebhook : { ...byWebhook, why: 'group-bot-refused' }
  const refused = await attempt(deps, left, { way, send: () => deps.group.send({ groupId, markdown }) })
  if (refused) await endFailed(deps, refused, `refused-${refused.ledger.at(-1)?.code}`)
}

/** Undefined when its work has ended, or another process has it; the message when this way was refused. */
async function attempt(
  deps: NotificationDeps,
  message: Claimed,
  { way, send }: { way: Way; send: () => Promise<SendOutcome> },
): Promise<Claimed | undefined> {
  const attempted = await attemptChannel(deps, message, way, send)
  if (attempted.kind === 'lost') return undefined
  return (await endUnlessRefused(deps, attempted)) ? attempted.claimed : undefined
}
