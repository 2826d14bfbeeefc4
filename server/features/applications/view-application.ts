import type { FeedbackLevel } from '../../../shared/contracts/organisation.js'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { notFound } from '../../errors.js'
import { refusesScoring, type ConsentStore } from '../consent/index.js'
import type { InterviewStore } from '../interviews/index.js'
import type { Invitation, LinkTokens } from '../invitations/index.js'
import type { Screening, ScreeningStore } from '../screening/index.js'
import { isHeldBy, type Application, type ApplicationStore } from '../talent/index.js'
import { applicationSteps, endOf, outcomeOf, roundToCome, type ApplicationParts } from './application-steps.js'
import { unprovedContacts, type UnprovedDeps } from './unproved-contacts.js'
import { gatherApplications, type Gathered, type GatherDeps } from './gather-application.js'

export interface ViewDeps extends GatherDeps, Omit<UnprovedDeps, 'applications'> {
  applications: Pick<ApplicationStore, 'findById' | 'listHeldBy'> & UnprovedDeps['applications']
  interviews: GatherDeps['interviews'] & Pick<InterviewStore, 'wasWrittenDown'>
  screenings: Pick<ScreeningStore, 'findManyByApplication'>
  consents: Pick<ConsentStore, 'currentOfEach'>
  tokens: Pick<LinkTokens, 'tokenOf'>
  feedbackLevel: (orgId: string) => Promise<FeedbackLevel>
}

const mostListed = 20

export interface Caller {
  orgId: string
  openid: string
}

export async function listMyApplications(
  deps: ViewDeps,
  { orgId, openid }: Caller,
): Promise<ApplicationForCandidate[]> {
  const applications = await deps.applications.listHeldBy(orgId, openid, mostListed)
  return (await viewApplications(deps, { orgId, openid }, applications)).filter((view) => view !== undefined)
}

/** Somebody else's application does not exist for the caller. */
export async function findMyApplication(
  deps: ViewDeps,
  { orgId, openid }: Caller,
  id: string,
): Promise<ApplicationForCandidate> {
  const application = await deps.applications.findById(orgId, id)
  if (!application || !isHeldBy(application, openid)) throw notFound('application')
  const [view, unproved, hasTranscripts] = await Promise.all([
    viewApplication(deps, application, openid),
    unprovedContacts(deps, application, openid),
    deps.interviews.wasWrittenDown(orgId, { applicationId: id, openid }),
  ])
  return { ...view, ...unproved, ...(hasTranscripts && { transcriptsReady: true as const }) }
}

export async function viewApplication(
  deps: ViewDeps,
  application: Application,
  openid: string,
): Promise<ApplicationForCandidate> {
  const [view] = await viewApplications(deps, { orgId: application.orgId, openid }, [application])
  if (!view) throw notFound('position')
  return view
}

/** One look at each store, however many they are. Undefined where the position is not there any more. */
async function viewApplications(
  deps: ViewDeps,
  { orgId, openid }: Caller,
  applications: readonly Application[],
): Promise<(ApplicationForCandidate | undefined)[]> {
  const ids = applications.map(({ id }) => id)
  const [gathered, screenings, level] = await Promise.all([
    gatherApplications(deps, orgId, applications),
    deps.screenings.findManyByApplication(orgId, ids),
    deps.feedbackLevel(orgId),
  ])
  const invitationIds = gathered.flatMap(({ invitation }) => (invitation ? [invitation.id] : []))
  const consents = await deps.consents.currentOfEach(orgId, invitationIds)
  return gathered.map((one) =>
    toView(deps, one, {
      screening: screenings.get(one.application.id),
      readByPeople: refusesScoring(one.invitation && consents.get(one.invitation.id)),
      level,
      openid,
    }),
  )
}

interface Besides {
  screening: Screening | undefined
  readByPeople: boolean
  level: FeedbackLevel
  openid: string
}

function toView(
  { tokens }: Pick<ViewDeps, 'tokens'>,
  { position, ...gathered }: Gathered,
  { screening, readByPeople, level, openid }: Besides,
): ApplicationForCandidate | undefined {
  if (!position) return undefined
  const { id, positionId, appliedAt } = gathered.application
  const parts: ApplicationParts = {
    ...gathered,
    rounds: position.rounds,
    readByPeople,
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
    ...(invitation && !ended && mayOpen(invitation, openid) && { invitationToken: tokens.tokenOf(invitation) }),
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
