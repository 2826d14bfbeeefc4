/**
 * The candidate does not take part, and may say why; while the window is open they may think again. The interview of who has begun is
 * not ended here. The application follows, and the group is told by whoever follows (flow/follow-invitations).
 */
import type { DeclineReason } from '../../../../shared/contracts/candidate-requests.js'
import { conflict } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import type { Timeline } from '../../timeline/index.js'
import type { Invitation } from '../invitation.js'
import type { InvitationStore } from '../invitation-store.js'
import type { RequestStore } from './request-store.js'

export interface DeclineDeps {
  invitations: Pick<InvitationStore, 'declineByCandidate' | 'returnCandidate'>
  candidateRequests: Pick<RequestStore, 'insertOnce' | 'dropWaitingOf'>
  interviewIdOf: (orgId: string, invitationId: string) => Promise<string | undefined>
  timeline: Timeline
  clock: Clock
  wake: (job: 'follow-invitations') => void
}

interface Decline {
  invitation: Invitation
  reason?: DeclineReason
  words?: string
}

/** @throws AppError invitation-over: the interview was begun, or it is over otherwise. */
export async function declineInvitation(deps: DeclineDeps, { invitation, reason, words }: Decline): Promise<void> {
  const begun = await deps.interviewIdOf(invitation.orgId, invitation.id)
  const declined = begun === undefined && (await deps.invitations.declineByCandidate(invitation, deps.clock.now()))
  if (!declined || !declined.declinedAt) throw conflict('invitation-over', { kind: invitation.status })
  deps.wake('follow-invitations')

  const { orgId, candidateId, applicationId, positionId, id: invitationId, declinedAt: at } = declined
  const key = `invitation-declined:${invitationId}:${at.getTime()}`
  const request = { orgId, candidateId, applicationId, positionId, invitationId, key, askedAt: at }
  await deps.candidateRequests.dropWaitingOf(orgId, invitationId)
  await deps.candidateRequests.insertOnce(
    { ...request, kind: 'declined', status: 'noted', ...(reason && { reason }) },
    words,
  )
  await deps.timeline.append({ orgId, candidateId, applicationId, invitationId, at, kind: 'invitation-declined', key })
}

/** @throws AppError invitation-over: the window has closed, or there is another invitation by now. */
export async function returnToInvitation(deps: DeclineDeps, invitation: Invitation): Promise<void> {
  const at = deps.clock.now()
  const returned = await deps.invitations.returnCandidate(invitation, at)
  if (!returned) throw conflict('invitation-over', { kind: invitation.status })
  deps.wake('follow-invitations')

  const { orgId, candidateId, applicationId, id: invitationId, declinedAt } = returned
  const key = `invitation-returned:${invitationId}:${declinedAt?.getTime() ?? 0}`
  await deps.timeline.append({ orgId, candidateId, applicationId, invitationId, at, kind: 'invitation-returned', key })
}
