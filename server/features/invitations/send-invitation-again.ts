/** Resend and remind: the same link once more, and which way it went. */
import type { Channel } from '../../../shared/contracts/notifications.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Clock } from '../../ports/clock.js'
import type { Delivery, Notifications } from '../notifications/index.js'
import type { Timeline } from '../timeline/index.js'
import type { Invitation } from './invitation.js'
import { invitationMessage, type MessageDeps } from './invitation-message.js'
import type { InvitationStore } from './invitation-store.js'
import { isOpenAt, noteAct, notOpen, type NotOpen, type StaffAct } from './staff-act.js'

export interface SendAgainDeps extends MessageDeps {
  invitations: Pick<InvitationStore, 'markSentAgain'>
  notifications: Pick<Notifications, 'deliver' | 'history'>
  timeline: Timeline
  clock: Clock
}

type History = Awaited<ReturnType<Notifications['history']>>

export type SentAgain =
  /** `before`: when the one before went out. */
  | { kind: 'sent' | 'unconfirmed'; channel: Channel; why: Bilingual; before?: Date; openedAt?: Date }
  /** Held back, or being sent just now: there is nothing to repeat. */
  | { kind: 'waits'; until?: Date; why?: Bilingual }
  | { kind: 'unreachable'; why?: Bilingual }
  | NotOpen

export async function sendInvitationAgain(
  deps: SendAgainDeps,
  act: StaffAct & { as: 'resent' | 'reminded' | 'extended' },
): Promise<SentAgain> {
  const { invitation } = act
  if (!isOpenAt(invitation, deps.clock.now())) return notOpen(invitation)
  const history = await historyOf(deps, invitation)
  if (invitation.status === 'queued' && history.length === 0) return { kind: 'waits' } // the job has not come to it: it would go out twice
  const pending = pendingIn(history)
  if (pending && act.as !== 'extended') return { kind: 'waits', ...pending }

  const delivery = await deliver(deps, act)
  await noteAct(deps, act, `invitation-${act.as}`)
  if (delivery.kind === 'sent')
    await deps.invitations.markSentAgain(invitation, { at: delivery.at, via: delivery.channel })
  return told(delivery, { history: await historyOf(deps, invitation), invitation })
}

async function historyOf(
  { notifications }: SendAgainDeps,
  { orgId, candidateId, applicationId }: Invitation,
): Promise<History> {
  return (await notifications.history(orgId, candidateId, applicationId)).filter(
    ({ template }) => template === 'invitation',
  )
}

function pendingIn(history: History): { until?: Date; why?: Bilingual } | undefined {
  const last = history.at(-1)
  if (last?.status === 'sending') return {}
  if (last?.status !== 'queued') return undefined
  return { ...(last.dueAt && { until: last.dueAt }), ...(last.waitsFor && { why: last.waitsFor }) }
}

async function deliver(deps: SendAgainDeps, { invitation, key, as }: StaffAct & { as: string }): Promise<Delivery> {
  return deps.notifications.deliver(await invitationMessage(deps, invitation, `${as}:${key}`))
}

function told(delivery: Delivery, { history, invitation }: { history: History; invitation: Invitation }): SentAgain {
  const why = history.at(-1)?.attempts.at(-1)?.why
  switch (delivery.kind) {
    case 'sent':
    case 'unconfirmed': {
      const before = history
        .slice(0, -1)
        .reverse()
        .find(({ status }) => status === 'sent')?.settledAt
      return {
        kind: delivery.kind,
        channel: delivery.channel,
        why: why!,
        ...(before && { before }),
        ...(invitation.openedAt && { openedAt: invitation.openedAt }),
      }
    }
    case 'later':
      return { kind: 'waits', ...(pendingIn(history) ?? { until: delivery.at }) }
    case 'unreachable':
    case 'dropped':
      return { kind: 'unreachable', ...(why && { why }) }
  }
}
