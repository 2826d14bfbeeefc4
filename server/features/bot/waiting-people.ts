/** Who waits for a decision within somebody's positions, the longest first. */
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import { flowPolicy, type Decision } from '../flow/index.js'
import type { BotDeps } from './bot-deps.js'
import { toPerson, type Person } from './find-person.js'

type Deps = Pick<BotDeps, 'candidates' | 'positionOf' | 'applications'>

export interface WaitingPerson extends Person {
  decision: Decision
}

export async function waitingDecisions(
  { decisions, clock }: Pick<BotDeps, 'decisions' | 'clock'>,
  member: StaffCaller,
): Promise<Decision[]> {
  return (await decisions.listWaiting(member.orgId, clock.now())).filter(({ positionId }) =>
    mayActOn(member, flowPolicy.seeWaiting, positionId),
  )
}

export async function withPeople(deps: Deps, orgId: string, decisions: Decision[]): Promise<WaitingPerson[]> {
  const [candidates, applications] = await Promise.all([
    deps.candidates.findManyWithIdentity(
      orgId,
      decisions.map(({ candidateId }) => candidateId),
    ),
    Promise.all(decisions.map(({ applicationId }) => deps.applications.findById(orgId, applicationId))),
  ])
  const people = await Promise.all(
    decisions.map(async (decision, index): Promise<WaitingPerson | undefined> => {
      const [candidate, application] = [candidates.get(decision.candidateId), applications[index]]
      return candidate && application ? { ...(await toPerson(deps, candidate, application)), decision } : undefined
    }),
  )
  return people.filter((person) => person !== undefined)
}
