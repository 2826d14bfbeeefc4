import { attemptChannel } from './attempt-channel.js'
import { endFailed, endSent, endTryLater, endUnconfirmed } from './end-message.js'
import type { Claimed } from './message-store.js'
import type { NotificationDeps } from './notification-deps.js'
import type { GroupCard } from './post-group-card.job.js'

/** A claimed card for HR's group. There is one way only; a lost answer stays unconfirmed, for the webhook has no duplicate check. */
export async function sendToGroup(deps: NotificationDeps, message: Claimed & { to: { kind: 'group' } }): Promise<void> {
  const { groupId } = message.to
  const card = await deps.messages.bodyOf<GroupCard>(message)
  const attempted = await attemptChannel(deps, message, { channel: 'group-webhook', why: 'group-card' }, () => deps.group.send({ groupId, ...card }))
  if (attempted.kind === 'lost') return

  const { claimed, outcome } = attempted
  switch (outcome.kind) {
    case 'sent': return endSent(deps, claimed)
    case 'unknown': return endUnconfirmed(deps, claimed)
    case 'try-later': return endTryLater(deps, claimed, outcome.afterMs)
    case 'refused': return endFailed(deps, claimed, `refused-${outcome.code}`)
  }
}
