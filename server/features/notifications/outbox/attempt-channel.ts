/**
 * One attempt on one channel. The order makes a crash safe: what can fail without harm comes first, then the attempt is
 * written as `sending`, then the platform is called once.
 */
import type { SendOutcome } from '../../../ports/messenger.js'
import type { Attempt, AttemptOutcome } from './message.js'
import type { Claimed } from './message-store.js'
import type { NotificationDeps } from '../notification-deps.js'
import type { RouteReason } from '../to-candidate/choose-channel.js'

export interface Way {
  channel: Attempt['channel']
  why: RouteReason
}

/** `lost`: another process holds the message now, so this one stops. */
export type Attempted = { kind: 'lost' } | { kind: 'answered'; claimed: Claimed; outcome: SendOutcome }

type Deps = Pick<NotificationDeps, 'messages' | 'clock' | 'log'>

export async function attemptChannel(
  deps: Deps,
  claimed: Claimed,
  way: Way,
  send: () => Promise<SendOutcome>,
): Promise<Attempted> {
  const now = deps.clock.now()
  const sending = await deps.messages.markSending(
    claimed,
    [...claimed.ledger, { ...way, at: now, outcome: 'sending' }],
    now,
  )
  if (!sending) return { kind: 'lost' }

  const outcome = await send().catch((err: unknown): SendOutcome => {
    deps.log.error(
      { err, messageId: claimed.id, channel: way.channel },
      'a messenger threw: whether the message went out is unknown',
    )
    return { kind: 'unknown', code: 'messenger-threw' }
  })
  return { kind: 'answered', claimed: { ...sending, ledger: closed(sending.ledger, outcome) }, outcome }
}

/** The platform was not asked at all, because what it needs could not be had. */
export function failedBefore(claimed: Claimed, way: Way & { at: Date; code: string }): Claimed {
  return { ...claimed, ledger: [...claimed.ledger, { ...way, outcome: 'try-later' }] }
}

/** The ledger with its last attempt ended. */
export function closed(
  ledger: Attempt[],
  outcome: { kind: AttemptOutcome; code?: string; platformId?: string },
): Attempt[] {
  const last = ledger.at(-1)!
  return [
    ...ledger.slice(0, -1),
    {
      ...last,
      outcome: outcome.kind,
      ...(outcome.code !== undefined && { code: outcome.code }),
      ...(outcome.platformId !== undefined && { platformId: outcome.platformId }),
    },
  ]
}
