/**
 * Tells the person, then destroys the key, then removes every recording and row. Once more a quarter of an hour later: a process that was at work on the person may have written
 * under a key that it had opened before. Each step does nothing the second time, so it may die between any two.
 */
import { workThrough } from '../../jobs/work-through.js'
import type { Owner } from '../../mongo/vault.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { MediaStore } from '../../ports/media-store.js'
import { mediaOfPerson } from '../recordings/index.js'
import { passesInAll, untilSecondPassMs } from './deletion.js'
import type { ClaimedDeletion, DeletionStore } from './deletion-store.js'
import type { PersonalDataStore } from './personal-data-store.js'
import { tellPerson, type TellPersonDeps } from './tell-person.js'

export interface CarryOutDeletionsDeps extends TellPersonDeps {
  deletions: Pick<DeletionStore, 'claimDue' | 'settlePass' | 'markTold' | 'waitUntil'>
  personalData: Pick<PersonalDataStore, 'tracesOf' | 'remove'>
  destroyKey: (owner: Owner, at: Date) => Promise<void>
  mediaStore: Pick<MediaStore, 'remove'>
  audit: AuditTrail
}

export const carryOutDeletions = (deps: CarryOutDeletionsDeps): Promise<void> =>
  workThrough({
    claim: () => deps.deletions.claimDue(deps.clock.now()),
    work: (claimed) => carryOut(deps, claimed),
  })

async function carryOut(deps: CarryOutDeletionsDeps, claimed: ClaimedDeletion): Promise<void> {
  const telling = await tellPerson(deps, claimed)
  if (telling.kind === 'later') return deps.deletions.waitUntil(claimed, telling.at)
  if (telling.kind === 'ended' && !(await deps.deletions.markTold(claimed, telling.told))) return

  const { orgId, candidateId, applicationIds, passes, at } = claimed
  await deps.destroyKey({ orgId, ownerId: candidateId }, at)
  await deps.mediaStore.remove(mediaOfPerson({ orgId, candidateId }))
  const removed = await deps.personalData.remove(await deps.personalData.tracesOf(orgId, candidateId, applicationIds))
  const isLast = passes + 1 >= passesInAll
  const now = deps.clock.now()
  if (isLast) await written(deps, claimed, claimed.rows + removed)
  const next = isLast ? { doneAt: now } : { dueAt: new Date(now.getTime() + untilSecondPassMs) }
  await deps.deletions.settlePass(claimed, { removed, ...next })
}

const written = ({ audit }: CarryOutDeletionsDeps, { orgId, candidateId }: ClaimedDeletion, count: number) =>
  audit.append({
    orgId,
    actor: 'system',
    via: 'system',
    action: 'person.deleted',
    subject: { kind: 'candidate', id: candidateId },
    result: 'done',
    count,
  })
