import type { Clock } from '../../ports/clock.js'
import type { ConsentStore } from '../consent/index.js'
import type { Timeline } from '../timeline/index.js'
import type { ReportStore } from './report-store.js'

export interface WithdrawDeps {
  consents: Pick<ConsentStore, 'claimWithdrawal' | 'settleWithdrawal'>
  reports: Pick<ReportStore, 'removeAssessment'>
  timeline: Timeline
  clock: Clock
}

/** Somebody took back the consent to AI scoring: what the machine wrote is removed, a person reads the answers. */
export async function removeWithdrawnScores(deps: WithdrawDeps): Promise<void> {
  for (;;) {
    const withdrawal = await deps.consents.claimWithdrawal(deps.clock.now())
    if (!withdrawal) return

    const { orgId, invitationId, candidateId } = withdrawal
    await deps.reports.removeAssessment(orgId, invitationId)
    await deps.timeline.append({
      orgId,
      candidateId,
      invitationId,
      at: deps.clock.now(),
      kind: 'scores-removed',
      key: `scores-removed:${withdrawal.id}`,
    })
    await deps.consents.settleWithdrawal(withdrawal)
  }
}
