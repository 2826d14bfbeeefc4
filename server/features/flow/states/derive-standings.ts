/**
 * Gives a standing to every application that has none, or was left at the first one: data from before standings were kept. Once when
 * the product opens, before its jobs: a page at a time, and only what is missing is looked at closer. Two processes may do it at once:
 * a standing is inserted once, and moved only from where it was read.
 */
import type { InterviewStore } from '../../interviews/index.js'
import type { InvitationStore } from '../../invitations/index.js'
import type { PositionOf } from '../../positions/index.js'
import type { ReportStore } from '../../reports/index.js'
import type { Application, ApplicationStore } from '../../talent/index.js'
import type { DecisionStore } from '../decisions/decision-store.js'
import { deriveStanding, type Derived } from './derive-standing.js'
import type { StandingStore, StoredStanding } from './standing-store.js'

export interface DeriveDeps {
  applications: Pick<ApplicationStore, 'listAfter'>
  standings: Pick<StandingStore, 'findMany' | 'insertOnce' | 'move'>
  decisions: Pick<DecisionStore, 'listOf'>
  reports: Pick<ReportStore, 'findByApplication'>
  interviews: Pick<InterviewStore, 'findSummary'>
  invitations: Pick<InvitationStore, 'latestOf'>
  positionOf: PositionOf
}

const perPage = 200

/** Answers how many were given or mended. */
export async function deriveStandings(deps: DeriveDeps, orgId: string): Promise<number> {
  let derived = 0
  for (let after: string | undefined; ;) {
    const page = await deps.applications.listAfter(orgId, after, perPage)
    const last = page.at(-1)
    if (!last) return derived
    const known = await deps.standings.findMany(
      orgId,
      page.map(({ id }) => id),
    )
    for (const application of page) if (await deriveOne(deps, application, known.get(application.id))) derived += 1
    after = last.id
  }
}

async function deriveOne(
  deps: DeriveDeps,
  application: Application,
  known: StoredStanding | undefined,
): Promise<boolean> {
  if (known && known.state !== 'received') return false
  const standing = await standingOf(deps, application)
  if (!standing || standing.state === known?.state) return false

  const { orgId, id: applicationId, candidateId, positionId } = application
  if (known) return deps.standings.move(known, standing)
  await deps.standings.insertOnce({ orgId, applicationId, candidateId, positionId, ...standing })
  return true
}

/** Undefined: its position is gone, so nobody decides about it any more. */
async function standingOf(
  deps: DeriveDeps,
  { orgId, id: applicationId, positionId, appliedAt }: Application,
): Promise<Derived | undefined> {
  const [position, decisions, report, interview, invitation] = await Promise.all([
    deps.positionOf(orgId, positionId),
    deps.decisions.listOf(orgId, applicationId),
    deps.reports.findByApplication(orgId, applicationId),
    deps.interviews.findSummary({ orgId, applicationId }),
    deps.invitations.latestOf(orgId, applicationId),
  ])
  return (
    position &&
    deriveStanding({
      appliedAt,
      position,
      decisions,
      ...(report && { report }),
      ...(interview && { interview }),
      ...(invitation && { invitation }),
    })
  )
}
