/**
 * An invitation that the wrong WeChat accepted, or whose WeChat is lost: it belongs to nobody again, under a new link that is sent at
 * once; the old one opens nothing any more. An interview that was begun is not cut off.
 */
import type { ApplicationStore } from '../talent/index.js'
import type { InvitationStore } from './invitation-store.js'
import { sendInvitationAgain, type SendAgainDeps, type SentAgain } from './send-invitation-again.js'
import { unstartedStatuses, type Invitation } from './invitation.js'
import { noteAct, notOpen, type NotOpen, type StaffAct } from './staff-act.js'

export interface UnbindDeps extends SendAgainDeps {
  invitations: SendAgainDeps['invitations'] & Pick<InvitationStore, 'unbind'>
  applications: Pick<ApplicationStore, 'removeHolder' | 'addHolder'>
}

export type Unbound = { kind: 'unbound'; sent: SentAgain } | NotOpen

export async function unbindInvitation(deps: UnbindDeps, act: StaffAct): Promise<Unbound> {
  const { invitation, key } = act
  const { orgId, applicationId: id } = invitation
  if (!canUnbind(invitation)) return notOpen(invitation)
  // First: once it is unbound nothing says any more whose the application was, and this may die between any two lines.
  for (const openid of [invitation.boundOpenid, invitation.verifiedOpenid])
    if (openid) await deps.applications.removeHolder({ orgId, id }, openid)
  const unbound = await deps.invitations.unbind(invitation, key)
  if (!unbound) return begunMeanwhile(deps, invitation)

  await noteAct(deps, act, 'invitation-unbound')
  return { kind: 'unbound', sent: await sendInvitationAgain(deps, { ...act, invitation: unbound, as: 'resent' }) }
}

const canUnbind = ({ status }: Invitation): boolean => unstartedStatuses.includes(status)

/** The interview that runs keeps its WeChat. */
async function begunMeanwhile({ applications, clock }: UnbindDeps, invitation: Invitation): Promise<NotOpen> {
  const { orgId, applicationId: id, boundOpenid: openid } = invitation
  if (openid) await applications.addHolder({ orgId, id }, { openid, by: 'invitation', at: clock.now() })
  return notOpen(invitation)
}
