import { hoursAfter } from '../../durations.js'
import type { Clock } from '../../ports/clock.js'
import type { ApplicationRef } from '../talent/index.js'
import type { Timeline } from '../timeline/index.js'
import type { Invitation } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'

export interface CreateDeps {
  invitations: Pick<InvitationStore, 'insertUnlessInvited'>
  timeline: Timeline
  clock: Clock
  wake: (job: 'deliver-invitations') => void
}

interface CreateInvitation extends ApplicationRef {
  windowHours: number
}

/**
 * Invites to the interview of one application. Asked again, it returns the same invitation, whatever became of it: the flow runs
 * again after a crash, and by then a quick candidate may have finished. Staff open one again by extending it.
 */
export async function createInvitation(deps: CreateDeps, input: CreateInvitation): Promise<Invitation> {
  const { windowHours, ...who } = input
  const queuedAt = deps.clock.now()
  const closesAt = hoursAfter(queuedAt, windowHours)

  const { invitation } = await deps.invitations.insertUnlessInvited({
    ...who,
    linkVersion: 1,
    status: 'queued',
    queuedAt,
    closesAt,
    wrongTails: 0,
  })
  const { orgId, candidateId, applicationId } = who
  await deps.timeline.append({
    orgId,
    candidateId,
    applicationId,
    at: invitation.queuedAt,
    kind: 'invitation-queued',
    invitationId: invitation.id,
  })
  deps.wake('deliver-invitations')

  return invitation
}
