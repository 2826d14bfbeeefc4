/** Gathers what the invitation page shows around one opened invitation. */
import type { InvitationForCandidate } from '../../../shared/contracts/invitations.js'
import { notFound } from '../../errors.js'
import type { Organisation } from '../accounts/index.js'
import type { ConsentStore } from '../consent/index.js'
import type { AnswerModesOf, PositionOf } from '../positions/index.js'
import type { CandidateStore } from '../talent/index.js'
import { isTheirs, openInvitation, type OpenDeps, type Opened } from './open-invitation.js'
import { changesFor, type ShowChangesDeps } from './requests/show-changes.js'
import { presentInvitation } from './present-invitation.js'

export interface LookDeps extends OpenDeps, ShowChangesDeps {
  candidates: Pick<CandidateStore, 'identityOf'>
  consents: Pick<ConsentStore, 'currentOf'>
  positionOf: PositionOf
  answerModesOf: AnswerModesOf
  organisationOf: (orgId: string) => Promise<Organisation>
  interviewIdOf: (orgId: string, invitationId: string) => Promise<string | undefined>
}

export interface Follow {
  orgId: string
  openid: string
  token: string
}

export async function lookAtInvitation(deps: LookDeps, follow: Follow): Promise<InvitationForCandidate> {
  return showOpened(deps, await openInvitation(deps, follow), follow.openid)
}

async function showOpened(deps: LookDeps, opened: Opened, openid: string): Promise<InvitationForCandidate> {
  const { orgId, candidateId, positionId, id } = opened.invitation
  const [identity, position, organisation, consent, interviewId] = await Promise.all([
    deps.candidates.identityOf(orgId, candidateId),
    deps.positionOf(orgId, positionId),
    deps.organisationOf(orgId),
    deps.consents.currentOf(orgId, id),
    deps.interviewIdOf(orgId, id),
  ])
  if (!identity || !position) throw notFound('invitation')
  const theirs = isTheirs(opened, openid)
  const begun = interviewId !== undefined
  const now = deps.clock.now()

  return presentInvitation(opened, {
    openid,
    position,
    organisation,
    answerModes: await deps.answerModesOf(orgId, position),
    name: identity.name,
    consented: consent !== undefined,
    theirs,
    ...(theirs && { changes: await changesFor(deps, opened.invitation, { organisation, begun, now }) }),
    ...(interviewId && { interviewId }),
  })
}
