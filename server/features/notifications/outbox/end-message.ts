/** How work on a claimed message ends. Whoever must know is told before the end is written: telling twice is telling once. */
import type { Channel } from '../../../../shared/contracts/notifications.js'
import { afterTryLater, type Message } from './message.js'
import { closed, type Attempted } from './attempt-channel.js'
import type { RouteReason } from '../to-candidate/choose-channel.js'
import type { Claimed } from './message-store.js'
import type { NotificationDeps } from '../notification-deps.js'
import { channelNamed, isToCandidate } from '../to-candidate/channels/channels.js'
import { texts } from '../texts/index.js'
import { tellMembers } from '../to-member/member-news.js'
import { tellGroup } from '../to-group/tell-group.js'

export type EndDeps = Pick<
  NotificationDeps,
  'messages' | 'groupEvents' | 'appliedFor' | 'tellWhom' | 'clock' | 'wake' | 'log'
>

export async function endSent({ messages, clock }: EndDeps, claimed: Claimed): Promise<void> {
  await messages.settle(claimed, 'sent', { ledger: claimed.ledger, at: clock.now() })
}

export async function endDropped({ messages, clock }: EndDeps, claimed: Claimed, reason: string): Promise<void> {
  await messages.settle(claimed, 'dropped', { ledger: claimed.ledger, at: clock.now(), reason })
}

/** After an attempt. True when the channel refused: nothing arrived, and another way may be tried under the same claim. */
export async function endUnlessRefused(
  deps: EndDeps,
  { claimed, outcome }: Extract<Attempted, { kind: 'answered' }>,
): Promise<boolean> {
  switch (outcome.kind) {
    case 'refused':
      return true
    case 'sent':
      await endSent(deps, claimed)
      return false
    case 'unknown':
      await endUnconfirmed(deps, claimed)
      return false
    case 'try-later':
      await endTryLater(deps, claimed, outcome.afterMs)
      return false
  }
}

/** It may have arrived. Never sent again by itself; HR sees it. */
export async function endUnconfirmed(deps: EndDeps, claimed: Claimed): Promise<void> {
  await tellOf(deps, claimed, 'unconfirmed')
  await deps.messages.settle(claimed, 'unconfirmed', { ledger: claimed.ledger, at: deps.clock.now() })
}

export async function endFailed(deps: EndDeps, claimed: Claimed, reason: string): Promise<void> {
  await tellOf(deps, claimed, 'delivery-failed')
  deps.log.error({ messageId: claimed.id, template: claimed.template, reason }, 'a message failed for good')
  await deps.messages.settle(claimed, 'failed', { ledger: claimed.ledger, at: deps.clock.now(), reason })
}

export async function endWaiting(
  { messages }: EndDeps,
  claimed: Claimed,
  wait: { at: Date; why: RouteReason; tapOpenid?: string },
): Promise<void> {
  const { at: dueAt, why: waitsFor, tapOpenid } = wait
  await messages.requeue(claimed, { ledger: claimed.ledger, dueAt, waitsFor, ...(tapOpenid && { tapOpenid }) })
}

export async function endTryLater(deps: EndDeps, claimed: Claimed, afterMs: number): Promise<void> {
  const next = afterTryLater(claimed, deps.clock.now(), afterMs)
  if (next.kind === 'failed')
    return mayHaveArrived(claimed) ? endUnconfirmed(deps, claimed) : endFailed(deps, claimed, next.reason)
  await endWaiting(deps, claimed, { at: next.at, why: 'platform-busy' })
}

/** An answer was lost before. */
export const mayHaveArrived = ({ ledger }: Claimed) => ledger.some(({ outcome }) => outcome === 'unknown')

/** Of the staff's channels only app messages have one. */
const hasDuplicateCheck = (channel: Channel): boolean =>
  isToCandidate(channel) ? channelNamed[channel].hasDuplicateCheck : channel === 'app-message'

/** Found in `sending` with its lease run out: a process died between the call and the note of its answer. */
export async function endAfterCrash(deps: EndDeps, claimed: Claimed): Promise<void> {
  const last = claimed.ledger.at(-1)!
  const ended = { ...claimed, ledger: closed(claimed.ledger, { kind: 'unknown', code: 'process-died' }) }
  if (!hasDuplicateCheck(last.channel)) return endUnconfirmed(deps, ended)
  await endWaiting(deps, ended, { at: deps.clock.now(), why: last.why })
}

/** The group cannot be told about its own card; and who reads of a deletion finds it written with the deletion, the person is gone. */
async function tellOf(
  deps: EndDeps,
  { id, orgId, to, dedupeKey, template }: Message,
  kind: 'unconfirmed' | 'delivery-failed',
): Promise<void> {
  if (to.kind === 'group' || template === 'deletion') return
  if (to.kind === 'member')
    return tellGroup(deps, {
      orgId,
      kind: 'staff-unreached',
      key: `staff-unreached:${dedupeKey}`,
      about: { kind: 'message', id },
      at: deps.clock.now(),
    })
  await tellGroup(deps, {
    orgId,
    kind,
    candidateId: to.candidateId,
    key: `${kind}:${dedupeKey}`,
    about: { kind: 'message', id },
    at: deps.clock.now(),
    details: texts.groupCard.handOver,
  })
  if (kind === 'delivery-failed')
    await tellColleagues(deps, { orgId, candidateId: to.candidateId, key: dedupeKey, messageId: id })
}

/** Those who can call or hand over the link are told one to one as well. */
async function tellColleagues(
  deps: EndDeps,
  news: { orgId: string; candidateId: string; key: string; messageId: string },
): Promise<void> {
  const applied = await deps.appliedFor(news.orgId, news.candidateId)
  if (applied) await tellMembers(deps, { ...news, ...applied, kind: 'delivery-failed' })
}
