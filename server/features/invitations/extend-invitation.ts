/** More time to begin. One that had expired or was revoked opens again, unless the interview was begun; the candidate is told the new deadline. */
import { longestExtensionHours } from '../../../shared/contracts/invitation-acts.js'
import { hoursAfter } from '../../durations.js'
import { unstartedStatuses, type Invitation } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'
import { sendInvitationAgain, type SendAgainDeps, type SentAgain } from './send-invitation-again.js'
import { notOpen, type NotOpen, type StaffAct } from './staff-act.js'

export interface ExtendDeps extends SendAgainDeps {
  invitations: SendAgainDeps['invitations'] & Pick<InvitationStore, 'extend'>
  interviewIdOf: (orgId: string, invitationId: string) => Promise<string | undefined>
  wake: (job: 'follow-invitations') => void
}

export type Extended = { kind: 'extended'; closesAt: Date; sent: SentAgain } | NotOpen

export async function extendInvitation(
  deps: ExtendDeps,
  { hours, ...act }: StaffAct & { hours: number },
): Promise<Extended> {
  const { invitation, key } = act
  const now = deps.clock.now()
  const begun =
    !unstartedStatuses.includes(invitation.status) &&
    (await deps.interviewIdOf(invitation.orgId, invitation.id)) !== undefined
  const extended = begun
    ? undefined
    : await deps.invitations.extend(invitation, { closesAt: later(invitation, now, hours), key, at: now })
  if (!extended) return notOpen(invitation)

  deps.wake('follow-invitations')
  const sent = await sendInvitationAgain(deps, { ...act, invitation: extended, as: 'extended' })
  return { kind: 'extended', closesAt: extended.closesAt, sent }
}

/** Behind the end of the window, or from now where it is over; no link lives longer than the longest. */
export function later({ closesAt }: Invitation, now: Date, more: number): Date {
  const from = closesAt > now ? closesAt : now
  const [asked, longest] = [hoursAfter(from, more), hoursAfter(now, longestExtensionHours)]
  return asked < longest ? asked : longest
}
