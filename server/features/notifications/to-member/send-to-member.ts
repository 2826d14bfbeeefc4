/**
 * A claimed message to a member of the staff. The channel has a duplicate check, so a lost answer is simply asked for again; that the
 * card's id is used then says that it has arrived.
 */
import type { SendOutcome } from '../../../ports/messenger.js'
import { cardIdUsed, type StaffOutcome } from '../../../ports/staff-messenger.js'
import { attemptChannel } from '../outbox/attempt-channel.js'
import { endDropped, endFailed, endSent, endTryLater, endWaiting, mayHaveArrived } from '../outbox/end-message.js'
import type { StoredNews } from './member-news.js'
import type { Claimed } from '../outbox/message-store.js'
import type { NotificationDeps } from '../notification-deps.js'
import { quietUntil } from '../outbox/quiet-hours.js'
import { renderMemberCard } from './render-member-card.js'

type ToMember = Claimed & { to: { kind: 'member'; userid: string } }

const againAfterMs = 5_000

export async function sendToMember(deps: NotificationDeps, message: ToMember): Promise<void> {
  const {
    orgId,
    to: { userid },
  } = message
  const member = await deps.memberToTell(orgId, userid)
  if (!member) return endDropped(deps, message, 'member-gone')
  const { zone, quietHours } = await deps.settingsOf(orgId)
  const quietEnd = quietUntil(deps.clock.now(), zone, quietHours)
  if (quietEnd) return endWaiting(deps, message, { at: quietEnd, why: 'quiet-hours' })

  const news = await deps.messages.bodyOf<StoredNews>(message)
  const person = await deps.people.shortCodeAndName(orgId, news.candidateId)
  const card = renderMemberCard({
    cardId: `staff-${message.id}`,
    news,
    person,
    language: member.language,
    zone,
    ...deps.memberCards,
  })
  const attempted = await attemptChannel(deps, message, { channel: 'app-message', why: 'staff-notice' }, async () =>
    outcomeFor(userid, await deps.staffMessenger.send({ userids: [userid], content: { kind: 'card', card } })),
  )
  if (attempted.kind === 'lost') return

  const { claimed, outcome } = attempted
  switch (outcome.kind) {
    case 'sent':
      return endSent(deps, claimed)
    case 'unknown':
      return endTryLater(deps, claimed, againAfterMs)
    case 'try-later':
      return endTryLater(deps, claimed, outcome.afterMs)
    case 'refused':
      if (outcome.code === cardIdUsed && mayHaveArrived(claimed)) return endSent(deps, claimed)
      return endFailed(deps, claimed, `refused-${outcome.code}`)
  }
}

/** The platform answers "ok" also when it did not reach the one person it was for. */
function outcomeFor(userid: string, outcome: StaffOutcome): SendOutcome {
  if (outcome.kind !== 'answered') return outcome
  const reached = outcome.people.get(userid) ?? 'unknown-member'
  return reached === 'accepted' ? { kind: 'sent' } : { kind: 'refused', reason: 'recipient', code: reached }
}
