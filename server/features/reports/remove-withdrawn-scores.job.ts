import type { Clock } from '../../ports/clock.js'
import type { ConsentStore } from '../consent/index.js'
import type { ModelScoreStore } from '../model-scoring/index.js'
import type { Timeline } from '../timeline/index.js'
import type { ReportStore } from './report-store.js'
import { workThrough } from '../../jobs/work-through.js'

export interface WithdrawDeps {
  consents: Pick<ConsentStore, 'claimWithdrawal' | 'settleWithdrawal'>
  reports: Pick<ReportStore, 'removeAssessment'>
  modelScores: Pick<ModelScoreStore, 'removeOf'>
  timeline: Timeline
  clock: Clock
}

/**
 * Somebody took back the consent to AI scoring: what the machine wrote is removed, a person reads the answers. It never gives up: to
 * take back a consent is a right, so it is tried at every lease until it is done.
 */
export async function removeWithdrawnScores(deps: WithdrawDeps): Promise<void> {
  await workThrough({
    claim: () => deps.consents.claimWithdrawal('ai-scoring', deps.clock.now()),
    work: (withdrawal) => removeOne(deps, withdrawal),
  })
}

type Withdrawal = NonNullable<Awaited<ReturnType<WithdrawDeps['consents']['claimWithdrawal']>>>

async function removeOne(
  { consents, reports, modelScores, timeline, clock }: WithdrawDeps,
  withdrawal: Withdrawal,
): Promise<void> {
  const { orgId, invitationId, candidateId, id } = withdrawal
  await reports.removeAssessment(orgId, invitationId)
  await modelScores.removeOf(orgId, candidateId)
  await timeline.append({
    orgId,
    candidateId,
    invitationId,
    at: clock.now(),
    kind: 'scores-removed',
    key: `scores-removed:${id}`,
  })
  await consents.settleWithdrawal('ai-scoring', withdrawal)
}
