import type { Clock } from '../../../ports/clock.js'
import type { ClaimedDecision, DecisionStore } from './decision-store.js'
import { carryOutConsequence, type ConsequenceDeps } from './carry-out-consequence.js'
import { consequencesOf, consequencesOfTakingBack, verdictKey } from './consequences.js'
import type { Decision } from './decision.js'
import { workThrough } from '../../../jobs/work-through.js'

export interface CarryOutDeps extends ConsequenceDeps {
  decisions: Pick<DecisionStore, 'claimDecided' | 'settleDone' | 'raise' | 'keepLetter'>
  clock: Clock
}

/**
 * Does what was decided: invites, tells the candidate, raises the next decision. One in the queue without a verdict was taken back: its
 * application goes back to where it stood. Safe to do twice.
 */
export async function carryOutDecisions(deps: CarryOutDeps): Promise<void> {
  await workThrough({
    claim: () => deps.decisions.claimDecided(deps.clock.now()),
    async work(decision) {
      await carryOut(deps, decision)
      await deps.decisions.settleDone(decision)
    },
    giveUp: (decision) => giveUp(deps, decision),
  })
}

/** Five failures: a person is told; the decision stands. */
async function giveUp({ decisions, notifications, clock }: CarryOutDeps, decision: ClaimedDecision): Promise<void> {
  const { orgId, candidateId, id } = decision
  await notifications.tellGroup({
    orgId,
    candidateId,
    key: `flow-stuck:decision:${verdictKey(decision)}`,
    kind: 'flow-stuck',
    about: { kind: 'decision', id },
    at: clock.now(),
  })
  await decisions.settleDone(decision, 'failed')
}

async function carryOut(deps: CarryOutDeps, decision: Decision): Promise<void> {
  const { orgId, positionId, verdict } = decision
  const [position, { defaults }] = await Promise.all([deps.positionOf(orgId, positionId), deps.organisationOf(orgId)])
  if (!position) throw new Error(`position ${positionId} is gone`)
  const at = decision.decidedAt ?? deps.clock.now()
  const consequences = verdict
    ? consequencesOf({ ...decision, verdict }, { position, defaults, at })
    : consequencesOfTakingBack(decision, { position })
  for (const one of consequences) await carryOutConsequence(deps, one, { decision, at })
}
