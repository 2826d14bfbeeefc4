/**
 * Whose interview somebody else looks at again: declined after it, asked for it, and neither answered nor decided anew. While it is so,
 * whoever looks again rates without seeing what was there (E8).
 */
import type { AppealedReport } from '../../reports/index.js'
import { screeningStage, type Decision } from '../decisions/decision.js'
import type { DecisionStore } from '../decisions/decision-store.js'
import type { Appeal, AppealStore } from './appeal-store.js'
import { appealKeyOf } from './read-letter.js'

export interface OpenAppealDeps {
  appeals: Pick<AppealStore, 'waitingAmong'>
  decisions: Pick<DecisionStore, 'listOfMany'>
}

/** By application. */
export type OpenAppeals = (
  orgId: string,
  applicationIds: readonly string[],
) => Promise<ReadonlyMap<string, AppealedReport>>

export function openAppeals({ appeals, decisions }: OpenAppealDeps): OpenAppeals {
  return async (orgId, applicationIds) => {
    const waiting = applicationIds.length === 0 ? [] : await appeals.waitingAmong(orgId, applicationIds)
    if (waiting.length === 0) return new Map()
    const decided = await decisions.listOfMany(
      orgId,
      waiting.map(({ applicationId }) => applicationId),
    )
    return new Map(
      waiting.flatMap((appeal) => {
        const { applicationId, askedAt, decidedBy } = appeal
        const decision = decided.get(applicationId)?.find(({ id }) => id === appeal.decisionId)
        return decision && isLookedAt(decision, appeal) ? [[applicationId, { askedAt, decidedBy }] as const] : []
      }),
    )
  }
}

/** Taken back, it waits for the new decision. */
const isLookedAt = (decision: Decision, { key }: Appeal): boolean =>
  decision.stage !== screeningStage && (appealKeyOf(decision) === key || decision.status === 'waiting')
