import type { FeedbackLevel } from '../../../shared/contracts/organisation.js'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { notFound } from '../../errors.js'
import { refusesScoring, type ConsentStore } from '../consent/index.js'
import type { Invitation, LinkTokens } from '../invitations/index.js'
import type { ScreeningStore } from '../screening/index.js'
import { isHeldBy, type Application, type ApplicationStore } from '../talent/index.js'
import { applicationSteps, endOf, outcomeOf, roundToCome, type ApplicationParts } from './application-steps.js'
import { gatherApplication, type GatherDeps } from './gather-application.js'

export interface ViewDeps extends GatherDeps {
  applications: Pick<ApplicationStore, 'findById' | 'listHeldBy'>
  screenings: Pick<ScreeningStore, 'findByApplication'>
  consents: Pick<ConsentStore, 'currentOf'>
  tokens: Pick<LinkTokens, 'tokenOf'>
  feedbackLevel: (orgId: string) => Promise<FeedbackLevel>
}

/** Each takes several reads: who sent in many keeps nobody else waiting. */
const mostListed = 20
const sideBySide = 4

export interface Caller {
  orgId: string
  openid: string
}

export async function listMyApplications(
  deps: ViewDeps,
  { orgId, openid }: Caller,
): Promise<ApplicationForCandidate[]> {
  const applications = await deps.applications.listHeldBy(orgId, openid, mostListed)
  const views: ApplicationForCandidate[] = []
  for (let at = 0; at < applications.length; at += sideBySide) {
    const some = applications.slice(at, at + sideBySide)
    views.push(...(await Promise.all(some.map((application) => viewApplication(deps, application, openid)))))
  }
  return views
}

/** Somebody else's application does not exist for the caller. */
export async function findMyApplication(
  deps: ViewDeps,
  { orgId, openid }: Caller,
  id: string,
): Promise<ApplicationForCandidate> {
  const application = await deps.applications.findById(orgId, id)
  if (!application || !isHeldBy(application, openid)) throw notFound('application')
  return viewApplication(deps, application, openid)
}

export async function viewApplication(
  deps: ViewDeps,
  application: Application,
  openid: string,
): Promise<ApplicationForCandidate> {
  const { id, orgId, positionId, appliedAt } = application
  const [{ position, ...gathered }, screening, level] = await Promise.all([
    gatherApplication(deps, application),
    deps.screenings.findByApplication(orgId, id),
    deps.feedbackLevel(orgId),
  ])
  if (!position) throw notFound('position')
  const consent = gathered.invitation && (await deps.consents.currentOf(orgId, gathered.invitation.id))
  const parts: ApplicationParts = {
    ...gathered,
    rounds: position.rounds,
    readByPeople: refusesScoring(consent),
    ...(screening && { screening }),
  }
  const { invitation, interview, report } = parts
  const outcome = outcomeOf(parts)
  const nextRound = roundToCome(parts)
  const ended = endOf(parts)

  return {
    id,
    positionId,
    positionTitle: position.title,
    appliedAt: appliedAt.toISOString(),
    ...(invitation && !ended && mayOpen(invitation, openid) && { invitationToken: deps.tokens.tokenOf(invitation) }),
    ...(invitation?.boundOpenid === openid && { invitationId: invitation.id }),
    ...(interview && { interviewId: interview.id }),
    ...(ended && { ended }),
    feedbackReady: report?.scored === true && level !== 'off',
    ...(outcome && { outcome }),
    ...(parts.decisions.some(({ hasLetter }) => hasLetter) && { letterReady: true }),
    ...(nextRound && { nextRound }),
    steps: applicationSteps(parts),
  }
}

/** It may have been accepted in another WeChat of the same person. */
const mayOpen = ({ boundOpenid }: Invitation, openid: string): boolean =>
  boundOpenid === undefined || boundOpenid === openid
