import type { FeedbackLevel } from '../../../shared/contracts/organisation.js'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { notFound } from '../../errors.js'
import type { Invitation, LinkTokens } from '../invitations/index.js'
import type { ScreeningStore } from '../screening/index.js'
import type { Application, ApplicationStore, Candidate, CandidateStore } from '../talent/index.js'
import { applicationSteps, outcomeOf, roundToCome, type ApplicationParts } from './application-steps.js'
import { gatherApplication, type GatherDeps } from './gather-application.js'

export interface ViewDeps extends GatherDeps {
  applications: Pick<ApplicationStore, 'findById' | 'listOf'>
  candidates: Pick<CandidateStore, 'findByOpenid' | 'findById'>
  screenings: Pick<ScreeningStore, 'findByApplication'>
  tokens: Pick<LinkTokens, 'tokenOf'>
  feedbackLevel: (orgId: string) => Promise<FeedbackLevel>
}

export interface Caller {
  orgId: string
  openid: string
}

export async function listMyApplications(
  deps: ViewDeps,
  { orgId, openid }: Caller,
): Promise<ApplicationForCandidate[]> {
  const mine = await deps.candidates.findByOpenid(orgId, openid)
  const applications = await deps.applications.listOf(
    orgId,
    mine.map(({ id }) => id),
  )
  return Promise.all(applications.map((application) => viewApplication(deps, application, openid)))
}

/** Somebody else's application does not exist for the caller. */
export async function findMyApplication(
  deps: ViewDeps,
  { orgId, openid }: Caller,
  id: string,
): Promise<ApplicationForCandidate> {
  const application = await deps.applications.findById(orgId, id)
  const candidate = application && (await deps.candidates.findById(orgId, application.candidateId))
  if (!application || candidate?.openid !== openid) throw notFound('application')
  return viewApplication(deps, application, openid)
}

export async function viewApplication(
  deps: ViewDeps,
  application: Application,
  openid: string,
): Promise<ApplicationForCandidate> {
  const { id, orgId, positionId, appliedAt } = application
  const [{ position, ...gathered }, screening, candidate, level] = await Promise.all([
    gatherApplication(deps, application),
    deps.screenings.findByApplication(orgId, id),
    deps.candidates.findById(orgId, application.candidateId),
    deps.feedbackLevel(orgId),
  ])
  if (!position) throw notFound('position')
  const parts: ApplicationParts = { ...gathered, rounds: position.rounds, ...(screening && { screening }) }
  const { invitation, interview, report } = parts
  const outcome = outcomeOf(parts)
  const nextRound = roundToCome(parts)

  return {
    id,
    positionId,
    positionTitle: position.title,
    appliedAt: appliedAt.toISOString(),
    ...(invitation && mayOpen(invitation, candidate, openid) && { invitationToken: deps.tokens.tokenOf(invitation) }),
    ...(invitation?.boundOpenid === openid && { invitationId: invitation.id }),
    ...(interview && { interviewId: interview.id }),
    feedbackReady: report?.scored === true && level !== 'off',
    ...(outcome && { outcome }),
    ...(parts.decisions.some(({ hasLetter }) => hasLetter) && { letterReady: true }),
    ...(nextRound && { nextRound }),
    steps: applicationSteps(parts),
  }
}

/** Who typed somebody else's name and phone gets an application, but not that person's link. */
function mayOpen({ boundOpenid }: Invitation, candidate: Candidate | undefined, openid: string): boolean {
  return boundOpenid ? boundOpenid === openid : candidate?.openid === openid
}
