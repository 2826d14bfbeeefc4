/** What was sent to a candidate, by which way and why: for staff pages, the bot and the demo. No texts, no addresses. */
import type { Channel, MessageStatus } from '../../../../shared/contracts/notifications.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { RouteReason } from '../to-candidate/choose-channel.js'
import type { AttemptOutcome, Message, Template } from './message.js'
import type { MessageStore } from './message-store.js'
import { texts } from '../texts/index.js'

export interface SentMessage {
  template: Template
  status: MessageStatus
  queuedAt: Date
  settledAt?: Date
  /** Why it was dropped or failed. */
  reason?: string
  /** What a queued message waits for, and until when. */
  waitsFor?: Bilingual
  dueAt?: Date
  attempts: { at: Date; channel: Channel; why: Bilingual; outcome: AttemptOutcome; code?: string }[]
}

export async function messageHistory(
  { messages }: { messages: Pick<MessageStore, 'listOfCandidate'> },
  { orgId, candidateId, applicationId }: { orgId: string; candidateId: string; applicationId?: string },
): Promise<SentMessage[]> {
  return (await messages.listOfCandidate(orgId, candidateId, applicationId)).map(toHistory)
}

function toHistory({ template, status, queuedAt, settledAt, reason, waitsFor, dueAt, ledger }: Message): SentMessage {
  return {
    template,
    status,
    queuedAt,
    ...(settledAt && { settledAt }),
    ...(reason !== undefined && { reason }),
    ...(waitsFor && { waitsFor: inWords(waitsFor) }),
    ...(dueAt && status === 'queued' && { dueAt }),
    attempts: ledger.map(({ why, platformId: _id, ...attempt }) => ({ ...attempt, why: inWords(why) })),
  }
}

export const channelNames: Record<Channel, Bilingual> = texts.channels

const inWords = (why: RouteReason): Bilingual => texts.routes[why]
