/** Deletes who applied and whose applications all ended long ago, as the notice promises. What is held back stays, and is asked again. */
import { AppError } from '../../errors.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { Clock } from '../../ports/clock.js'
import type { Organisation } from '../accounts/index.js'
import { hasEnded, type StandingStore, type StoredStanding } from '../flow/index.js'
import { cardsKeptDays, usualRetentionDays } from './deletion.js'
import type { DeletionStore } from './deletion-store.js'
import { daysBefore, type PersonalDataStore } from './personal-data-store.js'
import { requestDeletion, type RequestDeletionDeps } from './request-deletion.js'

export interface SweepDeps extends RequestDeletionDeps {
  deletions: RequestDeletionDeps['deletions'] & Pick<DeletionStore, 'findOf'>
  standings: Pick<StandingStore, 'endedBefore' | 'findMany'>
  personalData: RequestDeletionDeps['personalData'] & Pick<PersonalDataStore, 'removeCards'>
  organisationOf: (orgId: string) => Promise<Organisation>
  audit: AuditTrail
  clock: Clock
  orgId: string
}

export async function sweepEnded(deps: SweepDeps): Promise<void> {
  const { orgId } = deps
  const now = deps.clock.now()
  const { defaults } = await deps.organisationOf(orgId)
  const before = daysBefore(now, defaults.retentionDays ?? usualRetentionDays)

  for await (const standing of deps.standings.endedBefore(orgId, before)) await sweepOne(deps, standing, before)
  await deps.personalData.removeCards(orgId, daysBefore(now, cardsKeptDays))
}

async function sweepOne(deps: SweepDeps, { orgId, candidateId }: StoredStanding, before: Date): Promise<void> {
  const isHeldBack = async () => {
    const { applicationIds } = await deps.personalData.tracesOf(orgId, candidateId)
    return !(await haveAllEnded(deps, { orgId, applicationIds, before }))
  }
  if ((await deps.deletions.findOf(orgId, candidateId)) ?? (await isHeldBack())) return
  try {
    await requestDeletion(deps, { orgId, candidateId, why: 'retention' })
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return // held by law, or a letter is on its way
    throw error
  }
  const subject = { kind: 'candidate', id: candidateId }
  await deps.audit.append({ orgId, actor: 'system', via: 'system', action: 'person.sweep', subject, result: 'allowed' })
}

async function haveAllEnded(
  { standings }: SweepDeps,
  { orgId, applicationIds, before }: { orgId: string; applicationIds: readonly string[]; before: Date },
): Promise<boolean> {
  const found = await standings.findMany(orgId, applicationIds)
  return applicationIds.every((id) => {
    const standing = found.get(id)
    return standing !== undefined && hasEnded(standing.state) && standing.since < before
  })
}
