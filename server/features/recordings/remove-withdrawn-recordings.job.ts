import type { Clock } from '../../ports/clock.js'
import { workThrough } from '../../jobs/work-through.js'
import type { ConsentStore, Withdrawal } from '../consent/index.js'
import type { InterviewStore } from '../interviews/index.js'
import type { Timeline } from '../timeline/index.js'
import type { RecordingStore } from './recording-store.js'
import { removeRecording, type RemoveRecordingDeps } from './remove-recording.js'

export interface WithdrawnDeps extends Pick<RemoveRecordingDeps, 'mediaStore'> {
  consents: Pick<ConsentStore, 'claimWithdrawal' | 'settleWithdrawal'>
  interviews: Pick<InterviewStore, 'findSummary'>
  recordings: RemoveRecordingDeps['recordings'] & Pick<RecordingStore, 'listOf'>
  timeline: Timeline
  clock: Clock
}

/**
 * Somebody took back the consent to be recorded: every take goes, with its transcript's times. What was written down stays as their
 * answer. It never gives up, as with scores: to take back a consent is a right.
 */
export async function removeWithdrawnRecordings(deps: WithdrawnDeps): Promise<void> {
  await workThrough({
    claim: () => deps.consents.claimWithdrawal('recording', deps.clock.now()),
    work: (withdrawal) => removeAll(deps, withdrawal),
  })
}

async function removeAll(deps: WithdrawnDeps, withdrawal: Withdrawal): Promise<void> {
  const { orgId, invitationId, candidateId, id } = withdrawal
  const interview = await deps.interviews.findSummary({ orgId, invitationId })
  const all = interview ? await deps.recordings.listOf(orgId, interview.id) : []
  for (const recording of all) await removeRecording(deps, recording)
  if (all.length > 0)
    await deps.timeline.append({
      orgId,
      candidateId,
      invitationId,
      at: deps.clock.now(),
      kind: 'recordings-removed',
      key: `recordings-removed:${id}`,
    })
  await deps.consents.settleWithdrawal('recording', withdrawal)
}
