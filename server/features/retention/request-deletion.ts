/** Begins the deletion of one person's file; a job carries it out. Asked for twice, it is one. */
import type { DeletionReason } from '../../../shared/contracts/retention.js'
import { conflict, notFound } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { DecisionStore } from '../flow/index.js'
import { tellWithinMs, type Deletion, type Refusal } from './deletion.js'
import type { DeletionStore } from './deletion-store.js'
import type { LegalHoldStore } from './legal-hold-store.js'
import type { PersonalDataStore } from './personal-data-store.js'

export interface RequestDeletionDeps {
  deletions: Pick<DeletionStore, 'begin' | 'findOf'>
  legalHolds: Pick<LegalHoldStore, 'isHeld'>
  personalData: Pick<PersonalDataStore, 'tracesOf'>
  decisions: Pick<DecisionStore, 'isBeingCarriedOut'>
  clock: Clock
  wake: (job: 'carry-out-deletions') => void
}

export type DeletionRequest = { orgId: string; candidateId: string } &
  /** `by`: absent when the person asked and nobody answered. */
  ({ why: 'request'; reason: DeletionReason; by?: string } | { why: 'retention' })

export async function requestDeletion(deps: RequestDeletionDeps, request: DeletionRequest): Promise<Deletion> {
  const { orgId, candidateId } = request
  const before = await deps.deletions.findOf(orgId, candidateId)
  if (before) return before

  const { applicationIds, openids } = await deps.personalData.tracesOf(orgId, candidateId)
  if (applicationIds.length === 0) throw notFound('application')
  const refusal = await refusalOf(deps, { orgId, candidateId, applicationIds })
  if (refusal) throw conflict(refusal)
  const at = deps.clock.now()
  const tellBy = isTold(request) && { tellBy: new Date(at.getTime() + tellWithinMs) }
  const deletion = await deps.deletions.begin({ ...request, applicationIds, openids, at, ...tellBy })
  deps.wake('carry-out-deletions')
  return deletion
}

/** Of a file that should never have been, the address may be somebody else's; when the time is up, the notice has said so long before. */
const isTold = (request: DeletionRequest): boolean => request.why === 'request' && request.reason !== 'filed-by-mistake'

/** A letter or a notice on its way is finished first; what the law keeps is kept. */
export async function refusalOf(
  { legalHolds, decisions }: Pick<RequestDeletionDeps, 'legalHolds' | 'decisions'>,
  { orgId, candidateId, applicationIds }: { orgId: string; candidateId: string; applicationIds: readonly string[] },
): Promise<Refusal | undefined> {
  if (await legalHolds.isHeld(orgId, candidateId)) return 'legal-hold'
  return (await decisions.isBeingCarriedOut(orgId, applicationIds)) ? 'decision-being-carried-out' : undefined
}
