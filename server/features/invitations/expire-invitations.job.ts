import type { Clock } from '../../ports/clock.js'
import type { Timeline } from '../timeline/index.js'
import type { InvitationStore } from './invitation-store.js'

export interface ExpireDeps {
  invitations: Pick<InvitationStore, 'expireOne'>
  timeline: Timeline
  clock: Clock
  wake: (job: 'follow-invitations') => void
}

/** Closes invitations whose window is over and that nobody began. */
export async function expireInvitations(deps: ExpireDeps): Promise<void> {
  for (;;) {
    const expired = await deps.invitations.expireOne(deps.clock.now())
    if (!expired) return
    deps.wake('follow-invitations')
    const { orgId, candidateId, applicationId, closesAt, id: invitationId } = expired
    await deps.timeline.append({
      orgId,
      candidateId,
      applicationId,
      invitationId,
      at: closesAt,
      kind: 'invitation-expired',
    })
  }
}
