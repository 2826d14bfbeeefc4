/** One message on its way: what it is, what became of each attempt, and the rules of both. Pure. */
import type {
  Channel,
  MemberTemplate,
  MessageStatus,
  ToCandidateTemplate,
} from '../../../../shared/contracts/notifications.js'
import type { About } from '../about.js'
import type { RouteReason } from '../to-candidate/choose-channel.js'

export type Template = ToCandidateTemplate | MemberTemplate | 'group-card'

export type Recipient =
  /** As whom they applied: it decides which WeChat hears of it. */
  | { kind: 'candidate'; candidateId: string; applicationId: string }
  | { kind: 'group'; groupId: string }
  /** Of the staff, by WeCom's id. */
  | { kind: 'member'; userid: string }

/**
 * `sending` is written before the platform is called and replaced by what it replied; `sent` by what it reports later, where it does:
 * `delivered` to the phone or mailbox, or `undelivered`.
 */
export type AttemptOutcome = 'sending' | 'sent' | 'refused' | 'try-later' | 'unknown' | 'delivered' | 'undelivered'

export interface Attempt {
  at: Date
  channel: Channel
  why: RouteReason
  outcome: AttemptOutcome
  /** The platform's code, or ours when it was not asked. */
  code?: string
  /** What the platform calls it, or we towards the platform; reports name it. */
  platformId?: string
}

export interface Message {
  id: string
  orgId: string
  /** Unique with the organisation: asked twice is sent once. Nothing reads it. */
  dedupeKey: string
  about: About
  to: Recipient
  template: Template
  status: MessageStatus
  queuedAt: Date
  /** When it may go at the earliest; only while it is queued or being sent. */
  dueAt?: Date
  /** From here on it would be out of date. */
  notAfter?: Date
  quiet: 'hold' | 'exempt'
  /** Until when `exempt` counts. */
  exemptUntil?: Date
  /** Until when the candidate, phone in hand, is given time to accept a subscription before an SMS goes. */
  tapUntil?: Date
  /** What a queued message waits for. */
  waitsFor?: RouteReason
  ledger: Attempt[]
  settledAt?: Date
  /** Why it was dropped or failed. */
  reason?: string
}

/** What became of it, for the feature that asked. All of these are normal. */
export type Delivery =
  | { kind: 'sent'; channel: Channel; at: Date }
  | { kind: 'unconfirmed'; channel: Channel }
  | { kind: 'later'; at: Date }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'dropped'; reason: string }

const mostFailures = 5
const backoffMs = [2_000, 15_000, 120_000, 600_000] as const

export function deliveryOf(message: Message, soon: Date): Delivery {
  const last = message.ledger.at(-1)
  switch (message.status) {
    case 'sent':
      return { kind: 'sent', channel: last!.channel, at: message.settledAt! }
    case 'unconfirmed':
      return { kind: 'unconfirmed', channel: last!.channel }
    case 'dropped':
      return { kind: 'dropped', reason: message.reason! }
    case 'failed':
      return { kind: 'unreachable', reason: message.reason! }
    case 'queued':
      return { kind: 'later', at: latest(message.dueAt ?? soon, soon) }
    case 'sending':
      return { kind: 'later', at: soon }
  }
}

/** What an attempt that may be made again means: another one after a wait, or the end. `unknown` counts where it is tried again. */
export function afterTryLater(
  { ledger, notAfter }: Pick<Message, 'ledger' | 'notAfter'>,
  now: Date,
  afterMs: number,
): { kind: 'again'; at: Date } | { kind: 'failed'; reason: 'too-many-attempts' | 'too-late' } {
  const failures = ledger.filter(({ outcome }) => outcome === 'try-later' || outcome === 'unknown').length
  if (failures >= mostFailures) return { kind: 'failed', reason: 'too-many-attempts' }

  const at = new Date(now.getTime() + Math.max(afterMs, backoffMs[failures - 1] ?? backoffMs[0]))
  if (notAfter && at >= notAfter) return { kind: 'failed', reason: 'too-late' }
  return { kind: 'again', at }
}

/** A report about one attempt. Late, doubled and in any order: that it arrived stands; that it did not is news only once. */
export function afterReport(
  { status, ledger }: Pick<Message, 'status' | 'ledger'>,
  { platformId, delivered, code }: { platformId: string; delivered: boolean; code: string },
): { kind: 'unchanged' } | { kind: 'noted' | 'go-on'; ledger: Attempt[] } {
  const index = ledger.findIndex((attempt) => attempt.platformId === platformId)
  const attempt = ledger[index]
  const isNews = attempt && (attempt.outcome === 'sent' || (delivered && attempt.outcome === 'undelivered'))
  if (!isNews) return { kind: 'unchanged' }
  const outcome = delivered ? 'delivered' : 'undelivered'
  const noted = ledger.with(index, { ...attempt, outcome, ...(!delivered && { code }) })
  const goesOn = !delivered && status === 'sent' && index === ledger.length - 1
  return { kind: goesOn ? 'go-on' : 'noted', ledger: noted }
}

const latest = (one: Date, other: Date) => (one > other ? one : other)
