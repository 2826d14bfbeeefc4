import type { SendOutcome } from '../../../ports/messenger.js'
import { attemptChannel, type Way } from '../outbox/attempt-channel.js'
import { endFailed, endUnlessRefused } from '../outbox/end-message.js'
import type { Claimed } from '../outbox/message-store.js'
import type { NotificationDeps } from '../notification-deps.js'
import { texts } from '../texts/index.js'
import { sayMessage } from '../to-candidate/icu-text.js'
import type { GroupCard } from './post-group-card.job.js'

const byBot: Way = { channel: 'group-bot', why: 'group-card' }
const byWebhook: Way = { channel: 'group-webhook', why: 'group-card' }

/**
 * A claimed card for HR's group. One with buttons goes by the bot; what the bot may not bring (refused: nothing arrived, for example
 * because nobody has talked to it there yet) goes as text by the webhook. Neither has a duplicate check: a lost answer stays unconfirmed.
 */
export async function sendToGroup(deps: NotificationDeps, message: Claimed & { to: { kind: 'group' } }): Promise<void> {
  const { orgId } = message
  const { groupId } = message.to
  const { card, markdown } = await deps.messages.bodyOf<GroupCard>(message)
  const { groupCards } = deps
  const tried: Refused | undefined =
    card && groupCards?.isReady()
      ? await attempt(deps, message, { way: byBot, send: () => groupCards.send({ orgId, card }) })
      : { claimed: message }
  if (!tried) return

  const way: Way = tried.reason ? { ...byWebhook, why: 'group-bot-refused' } : byWebhook
  const text = tried.reason === 'recipient' ? `${markdown}\n${await howToName(deps, orgId)}` : markdown
  const refused = await attempt(deps, tried.claimed, { way, send: () => deps.group.send({ groupId, markdown: text }) })
  if (refused) await endFailed(deps, refused.claimed, `refused-${refused.claimed.ledger.at(-1)?.code}`)
}

/** The chat is not known to the bot: the card itself says how to get one with buttons. */
async function howToName({ settingsOf }: NotificationDeps, orgId: string): Promise<string> {
  const { language, botName } = await settingsOf(orgId)
  return sayMessage(texts.groupCard.nameGroup[language], language, { bot: botName[language] })
}

interface Refused {
  claimed: Claimed
  /** Absent when nothing was tried. */
  reason?: Extract<SendOutcome, { kind: 'refused' }>['reason']
}

/** Undefined when its work has ended, or another process has it; the message when this way was refused. */
async function attempt(
  deps: NotificationDeps,
  message: Claimed,
  { way, send }: { way: Way; send: () => Promise<SendOutcome> },
): Promise<Refused | undefined> {
  const attempted = await attemptChannel(deps, message, way, send)
  if (attempted.kind === 'lost') return undefined
  if (!(await endUnlessRefused(deps, attempted)) || attempted.outcome.kind !== 'refused') return undefined
  return { claimed: attempted.claimed, reason: attempted.outcome.reason }
}
