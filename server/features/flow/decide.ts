/** A person decides. A decline carries a reviewer and a reason; what was decided first stands (C3). */
import type { Clock } from '../../ports/clock.js'
import { conflict, invalidInput } from '../../errors.js'
import type { Timeline } from '../timeline/index.js'
import { isAllowed, type Decision, type Verdict } from './decision.js'
import type { DecisionStore } from './decision-store.js'

export interface DecideDeps {
  decisions: Pick<DecisionStore, 'decide'>
  timeline: Timeline
  clock: Clock
  wake: (job: 'carry-out-decisions') => void
}

interface Decide {
  decision: Decision
  verdict: Verdict
  /** Id of the reviewer. */
  by: string
  reason: string
}

const shortestReason = 2

export async function decide(deps: DecideDeps, { decision, verdict, by, reason }: Decide): Promise<Decision> {
  if (!isAllowed(decision.stage, verdict)) throw conflict('verdict-not-allowed', { stage: decision.stage, verdict })
  if (by.trim() === '') throw invalidInput([{ at: 'by', rule: 'required' }])
  if ([...reason.trim()].length < shortestReason) throw invalidInput([{ at: 'reason', rule: 'minLength', allowed: shortestReason }])

  const at = deps.clock.now()
  const decided = await deps.decisions.decide(decision, { verdict, reason, by, at })
  if (!decided) throw conflict('already-decided')

  const { orgId, candidateId, applicationId, id } = decided
  await deps.timeline.append({ orgId, candidateId, applicationId, decisionId: id, at, kind: `decided-${verdict}`, by })
  deps.wake('carry-out-decisions')
  return decided
}
