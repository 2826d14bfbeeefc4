/** Carries out what nobody did although the person asked for it, and deletes who applied and whose applications all ended long ago, as the notice promises; recordings go sooner. What is held back stays, and is asked again. */
import { AppError } from '../../errors.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { Clock } from '../../ports/clock.js'
import type { Organisation } from '../accounts/index.js'
import { removeRecording, type RecordingStore, type RemoveRecordingDeps } from '../recordings/index.js'
import { hasEnded, type StandingStore, type StoredStanding } from '../flow/index.js'
import { cardsKeptDays, daysToCarryOut, usualRetentionDays } from './deletion.js'
import type { DeletionRequestStore } from './deletion-request-store.js'
import type { DeletionStore } from './deletion-store.js'
import { daysBefore, type PersonalDataStore } from './personal-data-store.js'
import { requestDeletion, type DeletionRequest, type RequestDeletionDeps } from './request-deletion.js'

export interface SweepDeps extends RequestDeletionDeps, Pick<RemoveRecordingDeps, 'mediaStore'> {
  recordings: RemoveRecordingDeps['recordings'] & Pick<RecordingStore, 'outlived'>
  deletions: RequestDeletionDeps['deletions'] & Pick<DeletionStore, 'findOf'>
  standings: Pick<StandingStore, 'endedBefore' | 'findMany'>
  personalData: RequestDeletionDeps['personalData'] & Pick<PersonalDataStore, 'removeCards'>
  deletionRequests: Pick<DeletionRequestStore, 'askedBefore'>
  organisationOf: (orgId: string) => Promise<Organisation>
  audit: AuditTrail
  clock: Clock
  orgId: string
}

/** The rest an hour later. */
const mostAtOnce = 500

export async function sweepEnded(deps: SweepDeps): Promise<void> {
  const { orgId } = deps
  const now = deps.clock.now()
  const { defaults } = await deps.organisationOf(orgId)
  const before = daysBefore(now, defaults.retentionDays ?? usualRetentionDays)

  for (const asked of await deps.deletionRequests.askedBefore(orgId, daysBefore(now, daysToCarryOut), mostAtOnce))
    await deleteOne(deps, { ...asked, why: 'request', reason: 'asked-by-person' })
  for await (const standing of deps.standings.endedBefore(orgId, before)) await sweepOne(deps, standing, before)
  await sweepRecordings(deps, now)
  await deps.personalData.removeCards(orgId, daysBefore(now, cardsKeptDays))
}

async function sweepRecordings(deps: SweepDeps, now: Date): Promise<void> {
  const { orgId, audit } = deps
  let count = 0
  for await (const recording of deps.recordings.outlived(orgId, now)) {
    if (await deps.legalHolds.isHeld(orgId, recording.candidateId)) continue
    await removeRecording(deps, recording)
    count += 1
  }
  if (count > 0)
    await audit.append({ orgId, actor: 'system', via: 'system', action: 'recording.sweep', result: 'done', count })
}

async function sweepOne(deps: SweepDeps, { orgId, candidateId }: StoredStanding, before: Date): Promise<void> {
  const isHeldBack = async () => {
    const { applicationIds } = await deps.personalData.tracesOf(orgId, candidateId)
    return !(await haveAllEnded(deps, { orgId, applicationIds, before }))
  }
  if ((await deps.deletions.findOf(orgId, candidateId)) ?? (await isHeldBack())) return
  await deleteOne(deps, { orgId, candidateId, why: 'retention' })
}

async function deleteOne(deps: SweepDeps, request: DeletionRequest): Promise<void> {
  const { orgId, candidateId } = request
  if (await deps.deletions.findOf(orgId, candidateId)) return
  try {
    await requestDeletion(deps, request)
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
