/** Five wrong tries of the phone's digits locked it; a person who asked the candidate gives five new ones. */
import type { Clock } from '../../ports/clock.js'
import type { Timeline } from '../timeline/index.js'
import type { InvitationStore } from './invitation-store.js'
import { noteAct, type StaffAct } from './staff-act.js'

export interface UnlockDeps {
  invitations: Pick<InvitationStore, 'unlock'>
  timeline: Timeline
  clock: Clock
}

export async function unlockInvitation(deps: UnlockDeps, act: StaffAct): Promise<'unlocked' | 'was-not-locked'> {
  if (!(await deps.invitations.unlock(act.invitation, act.key))) return 'was-not-locked'
  await noteAct(deps, act, 'invitation-unlocked')
  return 'unlocked'
}
