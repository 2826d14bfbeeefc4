/** What every act of staff on an invitation takes. */
import type { InvitationStatus } from '../../../shared/contracts/invitations.js'
import type { Clock } from '../../ports/clock.js'
import type { Timeline, TimelineKind } from '../timeline/index.js'
import { unstartedStatuses, type Invitation } from './invitation.js'

export interface StaffAct {
  invitation: Invitation
  /** Of this one act: the same again, after a crash, is done once. */
  key: string
  /** Member's id. */
  by: string
}

/** It is over, or the interview has begun: nothing of the kind is done any more. */
export interface NotOpen {
  kind: 'not-open'
  status: InvitationStatus
  closedAt: Date
}

export const notOpen = ({ status, closesAt }: Invitation): NotOpen => ({ kind: 'not-open', status, closedAt: closesAt })

/** Sent or to be sent, not begun, and still within its window. */
export const isOpenAt = ({ status, closesAt }: Invitation, now: Date): boolean =>
  unstartedStatuses.includes(status) && now < closesAt

export async function noteAct(
  { timeline, clock }: { timeline: Timeline; clock: Clock },
  { invitation, key, by }: StaffAct,
  kind: TimelineKind,
): Promise<void> {
  const { orgId, candidateId, applicationId, id: invitationId } = invitation
  await timeline.append({
    orgId,
    candidateId,
    applicationId,
    invitationId,
    at: clock.now(),
    kind,
    by,
    key: `${kind}:${key}:${invitationId}`,
  })
}
