/**
 * An invitation that the wrong WeChat accepted, or whose WeChat is lost: it belongs to nobody again, under a new link that is sent at
 * once; the old one opens nothing any more. An interview that was begun is not cut off.
 */
import type { ApplicationStore } from '../talent/index.js'
import type { InvitationStore } from './invitation-store.js'
import { sendInvitationAgain, type SendAgainDeps, type SentAgain } from './send-invitation-again.js'
import { noteAct, notOpen, type NotOpen, type StaffAct } from './staff-act.js'

export interface UnbindDeps extends SendAgainDeps {
  invitations: SendAgainDeps['invitations'] & Pick<InvitationStore, 'unbind'>
  applications: Pick<ApplicationStore, 'removeHolder'>
}

export type Unbound = { kind: 'unbound'; sent: SentAgain } | NotOpen

export async function unbindInvitation(deps: UnbindDeps, act: StaffAct): Promise<Unbound> {
  const { invitation, key } = act
  const { orgId, applicationId: id } = invitation
  const unbound = await deps.invitations.unbind(invitation, key)
  if (!unbound) return notOpen(invitation)

  for (const openid of [invitation.boundOpenid, invitation.verifiedOpenid])
    if (openid) await deps.applications.removeHolder({ orgId, id }, openid)
  await noteAct(deps, act, 'invitation-unbound')
  return { kind: 'unbound', sent: await sendInvitationAgain(deps, { ...act, invitation: unbound, as: 'resent' }) }
}
