/** Who asked in the app that everything about them is deleted, for whoever carries it out: the longest first, with how long is left. */
import type { DeletionsAsked } from '../../../shared/contracts/retention.js'
import type { PositionOf } from '../positions/index.js'
import type { Application, ApplicationStore, CandidateStore } from '../talent/index.js'
import { daysToCarryOut } from './deletion.js'
import type { AskedDeletion, DeletionRequestStore } from './deletion-request-store.js'
import { daysAfter } from './personal-data-store.js'
import { refusalOf, type RequestDeletionDeps } from './request-deletion.js'

export interface ListAskedDeps extends Pick<RequestDeletionDeps, 'deletions' | 'legalHolds' | 'decisions' | 'clock'> {
  deletionRequests: Pick<DeletionRequestStore, 'askedBefore'>
  candidates: Pick<CandidateStore, 'findManyWithIdentity'>
  applications: Pick<ApplicationStore, 'listOf'>
  positionOf: PositionOf
}

const mostShown = 200

export async function listAsked(deps: ListAskedDeps, orgId: string): Promise<DeletionsAsked> {
  const now = deps.clock.now()
  const asked = await deps.deletionRequests.askedBefore(orgId, new Date(now.getTime() + 1), mostShown)
  const ids = asked.map(({ candidateId }) => candidateId)
  const [people, applications] = await Promise.all([
    deps.candidates.findManyWithIdentity(orgId, ids),
    deps.applications.listOf(orgId, ids),
  ])
  const rows = await Promise.all(
    asked.map(async (one) => {
      const theirs = applications.filter(({ candidateId }) => candidateId === one.candidateId)
      const person = people.get(one.candidateId)
      return person && theirs.length > 0 ? rowOf(deps, one, { person, theirs }) : undefined
    }),
  )
  return { now: now.toISOString(), asked: rows.filter((row) => row !== undefined) }
}

type Row = DeletionsAsked['asked'][number]

/** Nothing of somebody whose deletion has begun. */
async function rowOf(
  deps: ListAskedDeps,
  { orgId, candidateId, at }: AskedDeletion,
  { person, theirs }: { person: { name: string; shortCode: string }; theirs: readonly Application[] },
): Promise<Row | undefined> {
  const newest = theirs.reduce((one, other) => (other.appliedAt > one.appliedAt ? other : one))
  const applicationIds = theirs.map(({ id }) => id)
  const [begun, position, refused] = await Promise.all([
    deps.deletions.findOf(orgId, candidateId),
    deps.positionOf(orgId, newest.positionId),
    refusalOf(deps, { orgId, candidateId, applicationIds }),
  ])
  if (begun || !position) return undefined
  return {
    applicationId: newest.id,
    name: person.name,
    shortCode: person.shortCode,
    positionTitle: position.title,
    applications: theirs.length,
    at: at.toISOString(),
    until: daysAfter(at, daysToCarryOut).toISOString(),
    ...(refused && { refused }),
  }
}
