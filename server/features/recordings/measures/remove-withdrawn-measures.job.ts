/** Somebody took back the consent to be measured: what was measured goes, and the recording stays. It never gives up (C2). */
import { workThrough } from '../../../jobs/work-through.js'
import type { Clock } from '../../../ports/clock.js'
import type { ConsentStore, Withdrawal } from '../../consent/index.js'
import type { InterviewStore } from '../../interviews/index.js'
import type { RecordingStore } from '../recording-store.js'

export interface WithdrawnMeasuresDeps {
  consents: Pick<ConsentStore, 'claimWithdrawal' | 'settleWithdrawal'>
  interviews: Pick<InterviewStore, 'findSummary'>
  recordings: Pick<RecordingStore, 'dropMeasures'>
  clock: Clock
}

export const removeWithdrawnMeasures = (deps: WithdrawnMeasuresDeps): Promise<void> =>
  workThrough({
    claim: () => deps.consents.claimWithdrawal('tone-analysis', deps.clock.now()),
    work: (withdrawal) => removeAll(deps, withdrawal),
  })

async function removeAll(
  { interviews, recordings, consents }: WithdrawnMeasuresDeps,
  withdrawal: Withdrawal,
): Promise<void> {
  const { orgId, invitationId } = withdrawal
  const interview = await interviews.findSummary({ orgId, invitationId })
  if (interview) await recordings.dropMeasures(orgId, interview.id)
  await consents.settleWithdrawal('tone-analysis', withdrawal)
}
