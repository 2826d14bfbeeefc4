/** Following the link: who is this to the invitation, and what may they see. */
import type { Clock } from '../../ports/clock.js'
import { notFound } from '../../errors.js'
import { isHeldBy, type ApplicationStore } from '../talent/index.js'
import type { Timeline } from '../timeline/index.js'
import { whatOpens, type Invitation, type Opening } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'

export interface OpenDeps {
  invitations: Pick<InvitationStore, 'findByToken' | 'markOpened'>
  applications: Pick<ApplicationStore, 'findById'>
  timeline: Timeline
  clock: Clock
}

export interface Opened {
  invitation: Invitation
  opening: Opening
  /** The caller is the person: bound, or applied with the very same WeChat. Everybody else only previews. */
  isOwner: boolean
}

export async function openInvitation(
  deps: OpenDeps,
  { orgId, openid, token }: { orgId: string; openid: string; token: string },
): Promise<Opened> {
  const invitation = await deps.invitations.findByToken(orgId, token)
  if (!invitation) throw notFound('invitation')

  const now = deps.clock.now()
  const opening = whatOpens(invitation, openid, now)
  const isOwner = await owns(deps, invitation, openid)
  if (opening.kind === 'open' && opening.firstTime && isOwner) await markFirstRead(deps, invitation, now)

  return { invitation, opening, isOwner }
}

/** Bound, applied with this very WeChat, or passed the phone check of an invitation that is nobody's yet. */
export const isTheirs = ({ isOwner, invitation }: Opened, openid: string): boolean =>
  isOwner || (invitation.boundOpenid === undefined && invitation.verifiedOpenid === openid)

async function owns(
  deps: OpenDeps,
  { orgId, applicationId, boundOpenid }: Invitation,
  openid: string,
): Promise<boolean> {
  if (boundOpenid) return boundOpenid === openid
  const application = await deps.applications.findById(orgId, applicationId)
  return application !== undefined && isHeldBy(application, openid)
}

async function markFirstRead(deps: OpenDeps, invitation: Invitation, at: Date): Promise<void> {
  const { orgId, candidateId, applicationId, id: invitationId } = invitation
  await deps.invitations.markOpened(invitation, at)
  await deps.timeline.append({ orgId, candidateId, applicationId, invitationId, at, kind: 'invitation-opened' })
}
