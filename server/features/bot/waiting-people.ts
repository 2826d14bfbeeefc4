/** Who waits for a decision within somebody's positions, the longest first. */
import { scopeOf, type StaffCaller } from '../../ports/staff.js'
import { flowPolicy, type Decision } from '../flow/index.js'
import type { BotDeps } from './bot-deps.js'
import { toPerson, type Person } from './find-person.js'

type Deps = Pick<BotDeps, 'candidates' | 'positionOf' | 'applications'>

export interface WaitingPerson extends Person {
  decision: Decision
}

interface Waiting {
  count: number
  overdue: number
  /** The first of them. */
  longest: Decision[]
}

export async function waitingFor(
  { decisions, clock }: Pick<BotDeps, 'decisions' | 'clock'>,
  member: StaffCaller,
  limit: number,
): Promise<Waiting> {
  const [{ orgId }, now, scope] = [member, clock.now(), scopeOf(member, flowPolicy.seeWaiting)]
  const [count, overdue, longest] = await Promise.all([
    decisions.countWaiting(orgId, now, scope),
    decisions.countOverdue(orgId, now, scope),
    decisions.listWaiting(orgId, now, { scope, limit }),
  ])
  return { count, overdue, longest }
}

/** Two queries, however many they are. */
export async function withPeople(deps: Deps, orgId: string, decisions: Decision[]): Promise<WaitingPerson[]> {
  const ids = decisions.map(({ applicationId }) => applicationId)
  const [candidates, applications] = await Promise.all([
    deps.candidates.findManyWithIdentity(
      orgId,
      decisions.map(({ candidateId }) => candidateId),
    ),
    deps.applications.listRecent(orgId, { scope: 'all', ids, limit: ids.length }),
  ])
  const byId = new Map(applications.map((application) => [application.id, application]))
  const people = await Promise.all(
    decisions.map(async (decision): Promise<WaitingPerson | undefined> => {
      const [candidate, application] = [candidates.get(decision.candidateId), byId.get(decision.applicationId)]
      return candidate && application ? { ...(await toPerson(deps, candidate, application)), decision } : undefined
    }),
  )
  return people.filter((person) => person !== undefined)
}
