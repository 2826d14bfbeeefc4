/** What has happened to one application, gathered once for everybody who tells where somebody stands: candidate, staff, the bot. */
import { type Decision, type DecisionStore } from '../flow/index.js'
import type { InterviewStore, InterviewSummary } from '../interviews/index.js'
import type { Invitation, InvitationStore } from '../invitations/index.js'
import type { Position, PositionOf } from '../positions/index.js'
import type { Report, ReportStore } from '../reports/index.js'
import type { Application } from '../talent/index.js'

export interface GatherDeps {
  invitations: Pick<InvitationStore, 'latestOfMany'>
  interviews: Pick<InterviewStore, 'findSummaries'>
  reports: Pick<ReportStore, 'findManyByApplication'>
  decisions: Pick<DecisionStore, 'listOfMany'>
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
  return (await gatherApplications(deps, application.orgId, [application]))[0]!
}

/** Of as many as a page shows: one look at each store. */
export async function gatherApplications(
  deps: GatherDeps,
  orgId: string,
  applications: readonly Application[],
): Promise<Gathered[]> {
  const ids = applications.map(({ id }) => id)
  const [invitations, interviews, reports, decisions] = await Promise.all([
    deps.invitations.latestOfMany(orgId, ids),
    deps.interviews.findSummaries(orgId, ids),
    deps.reports.findManyByApplication(orgId, ids),
    deps.decisions.listOfMany(orgId, ids),
  ])
  const positions = await positionsIn(deps, orgId, applications)
  return applications.map((application) => {
    const { id, positionId } = application
    const [position, invitation] = [positions.get(positionId), invitations.get(id)]
    const [interview, report] = [interviews.get(id), reports.get(id)]
    return {
      application,
      decisions: decisions.get(id) ?? [],
      ...(position && { position }),
      ...(invitation && { invitation }),
      ...(interview && { interview }),
      ...(report && { report }),
    }
  })
}

async function positionsIn(
  { positionOf }: Pick<GatherDeps, 'positionOf'>,
  orgId: string,
  applications: readonly Application[],
): Promise<Map<string, Position | undefined>> {
  const ids = [...new Set(applications.map(({ positionId }) => positionId))]
  return new Map(await Promise.all(ids.map(async (id) => [id, await positionOf(orgId, id)] as const)))
}

/** What waits for a person. */
export const waitingIn = ({ decisions }: Pick<Gathered, 'decisions'>): Decision | undefined =>
  decisions.find(({ status }) => status === 'waiting')
