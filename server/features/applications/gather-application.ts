/** What has happened to one application, gathered once for everybody who tells where somebody stands: candidate, staff, the bot. */
import { type Decision, type DecisionStore } from '../flow/index.js'
import type { InterviewStore, InterviewSummary } from '../interviews/index.js'
import type { Invitation, InvitationStore } from '../invitations/index.js'
import type { Position, PositionOf } from '../positions/index.js'
import type { Report, ReportStore } from '../reports/index.js'
import type { Application } from '../talent/index.js'

export interface GatherDeps {
  invitations: Pick<InvitationStore, 'latestOf'>
  interviews: Pick<InterviewStore, 'findSummary'>
  reports: Pick<ReportStore, 'findByApplication'>
  decisions: Pick<DecisionStore, 'listOf'>
  positionOf: PositionOf
}

export interface Gathered {
  application: Application
  /** Absent when it is not there any more. */
  position?: Position
  invitation?: Invitation
  interview?: InterviewSummary
  report?: Report
  /** In the order in which they were raised. */
  decisions: Decision[]
}

export async function gatherApplication(deps: GatherDeps, application: Application): Promise<Gathered> {
  const { orgId, id: applicationId, positionId } = application
  const [position, invitation, interview, report, decisions] = await Promise.all([
    deps.positionOf(orgId, positionId),
    deps.invitations.latestOf(orgId, applicationId),
    deps.interviews.findSummary({ orgId, applicationId }),
    deps.reports.findByApplication(orgId, applicationId),
    deps.decisions.listOf(orgId, applicationId),
  ])
  return {
    application,
    decisions,
    ...(position && { position }),
    ...(invitation && { invitation }),
    ...(interview && { interview }),
    ...(report && { report }),
  }
}

/** What waits for a person. */
export const waitingIn = ({ decisions }: Pick<Gathered, 'decisions'>): Decision | undefined =>
  decisions.find(({ status }) => status === 'waiting')
