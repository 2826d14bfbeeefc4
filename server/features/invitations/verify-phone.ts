/** The last four digits of the phone open the invitation. Five wrong tries lock it until a person unlocks it. */
import { forbidden, locked } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { Notifications } from '../notifications/index.js'
import { phoneTail, type CandidateStore } from '../talent/index.js'
import { isLocked, maxWrongTails, type Invitation } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'

export interface VerifyDeps {
  invitations: Pick<InvitationStore, 'takeTry' | 'markVerified'>
  candidates: Pick<CandidateStore, 'identityOf'>
  notifications: Pick<Notifications, 'tellGroup'>
  clock: Clock
}

export async function verifyPhone(
  deps: VerifyDeps,
  { invitation, openid, tail }: { invitation: Invitation; openid: string; tail: string },
): Promise<Invitation> {
  const tried = await deps.invitations.takeTry(invitation)
  if (!tried) throw locked('invitation-locked')

  const identity = await deps.candidates.identityOf(invitation.orgId, invitation.candidateId)
  if (identity && phoneTail(identity.phone) === tail)
    return (await deps.invitations.markVerified(invitation, openid)) ?? tried

  if (isLocked(tried)) await tellGroup(deps, tried)
  throw forbidden('wrong-phone-tail', { triesLeft: maxWrongTails - tried.wrongTails })
}

async function tellGroup({ notifications, clock }: VerifyDeps, { orgId, candidateId, id }: Invitation): Promise<void> {
  const event = { key: `locked:${id}`, kind: 'invitation-locked', about: { kind: 'invitation', id } } as const
  await notifications.tellGroup({ orgId, candidateId, ...event, at: clock.now() })
}
