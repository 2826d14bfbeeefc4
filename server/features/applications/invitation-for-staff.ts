/** How the invitation stands, and what this reader may do to it now. */
import type { InvitationForStaff } from '../../../shared/contracts/invitation-acts.js'
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import { actsNow, invitationsPolicy, isLocked, ruleOfAct } from '../invitations/index.js'
import type { Gathered } from './gather-application.js'

export function invitationFor(
  caller: StaffCaller,
  { invitation, interview }: Pick<Gathered, 'invitation' | 'interview'>,
  now: Date,
): InvitationForStaff | undefined {
  if (!invitation) return undefined
  const { status, closesAt, sentAt, openedAt, positionId } = invitation
  const possible = actsNow(invitation, { now, begun: interview?.invitationId === invitation.id })
  return {
    status,
    closesAt: closesAt.toISOString(),
    ...(sentAt && { sentAt: sentAt.toISOString() }),
    ...(openedAt && { openedAt: openedAt.toISOString() }),
    locked: isLocked(invitation),
    acts: possible.filter((act) => mayActOn(caller, invitationsPolicy[ruleOfAct[act]], positionId)),
  }
}
