/** What staff may do to an invitation as it stands, whoever they are. Pure. */
import type { InvitationActName } from '../../../shared/contracts/invitation-acts.js'
import { isLocked, overStatuses, unstartedStatuses, type Invitation } from './invitation.js'
import type { invitationsPolicy } from './policy.js'
import { isOpenAt } from './staff-act.js'

/** The rule that each act is under. */
export const ruleOfAct: Record<InvitationActName, keyof typeof invitationsPolicy> = {
  resend: 'resend',
  remind: 'remind',
  extend: 'extend',
  reopen: 'extend',
  unlock: 'unlock',
  unbind: 'unbind',
  revoke: 'revoke',
}

/** `begun`: its interview was, also one that was left undone. */
export function actsNow(invitation: Invitation, { now, begun }: { now: Date; begun: boolean }): InvitationActName[] {
  const { status, boundOpenid, verifiedOpenid } = invitation
  if (overStatuses.includes(status)) return begun ? [] : ['reopen']
  if (!unstartedStatuses.includes(status)) return []
  const acts: InvitationActName[] = isOpenAt(invitation, now) ? ['resend', 'remind', 'extend'] : ['extend']
  if (isLocked(invitation)) acts.push('unlock')
  if (boundOpenid ?? verifiedOpenid) acts.push('unbind')
  return [...acts, 'revoke']
}
