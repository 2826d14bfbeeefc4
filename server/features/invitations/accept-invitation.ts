/** Consent binds the invitation: from here on it belongs to this WeChat alone. Other applications of the same person are left as they are. */
import type { ConsentChoice, PrivacyNotice } from '../../../shared/contracts/consent.js'
import { conflict, forbidden } from '../../errors.js'
import { giveConsent, type ConsentDeps } from '../consent/index.js'
import type { ApplicationStore } from '../talent/index.js'
import type { Invitation } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'

export interface AcceptDeps extends ConsentDeps {
  invitations: Pick<InvitationStore, 'bind' | 'markOpened'>
  applications: Pick<ApplicationStore, 'addHolder'>
}

interface Accept {
  invitation: Invitation
  openid: string
  notice: PrivacyNotice
  noticeVersion: string
  choices: ConsentChoice[]
}

export async function acceptInvitation(
  deps: AcceptDeps,
  { invitation, openid, ...consent }: Accept,
): Promise<Invitation> {
  if (invitation.verifiedOpenid !== openid) throw forbidden('phone-not-verified')
  const { orgId, candidateId, applicationId, id: invitationId } = invitation
  if (consent.noticeVersion !== consent.notice.version)
    throw conflict('notice-outdated', { version: consent.notice.version })

  const bound = await deps.invitations.bind(invitation, openid)
  if (!bound) throw conflict('invitation-taken')
  await giveConsent(deps, { orgId, candidateId, invitationId, ...consent })
  const at = deps.clock.now()
  await deps.applications.addHolder({ orgId, id: applicationId }, { openid, by: 'invitation', at })
  await deps.invitations.markOpened(bound, at)

  return bound
}
