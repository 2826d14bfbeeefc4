/** Takes an invitation back that nobody has begun: its link then says so. An interview that runs is not cut off. */
import type { Clock } from '../../ports/clock.js'
import type { Timeline } from '../timeline/index.js'
import type { Invitation } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'
import { noteAct, notOpen, type NotOpen, type StaffAct } from './staff-act.js'

export interface RevokeDeps {
  invitations: Pick<InvitationStore, 'revoke'>
  timeline: Timeline
  clock: Clock
  wake: (job: 'follow-invitations') => void
}

export type Revoked = { kind: 'revoked'; invitation: Invitation } | NotOpen

export async function revokeInvitation(deps: RevokeDeps, act: StaffAct): Promise<Revoked> {
  const revoked = await deps.invitations.revoke(act.invitation, { key: act.key, at: deps.clock.now() })
  if (!revoked) return notOpen(act.invitation)
  deps.wake('follow-invitations')
  await noteAct(deps, act, 'invitation-revoked')
  return { kind: 'revoked', invitation: revoked }
}
