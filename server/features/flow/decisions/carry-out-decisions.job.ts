import type { Clock } from '../../../ports/clock.js'
import type { Organisation } from '../../accounts/index.js'
import { createInvitation, type CreateDeps } from '../../invitations/index.js'
import type { Notifications } from '../../notifications/index.js'
import type { ClaimedDecision, DecisionStore } from './decision-store.js'
import { advance, type AdvanceDeps } from './carry-out-advance.js'
import type { Decision } from './decision.js'
import { keepLetter, type DraftLetterDeps } from '../letters/keep-letter.js'
import { moveApplication, type MoveApplicationDeps } from '../states/move-application.js'
import { workThrough } from '../../../jobs/work-through.js'

export interface CarryOutDeps extends CreateDeps, AdvanceDeps, DraftLetterDeps, MoveApplicationDeps {
  decisions: Pick<DecisionStore, 'claimDecided' | 'settleDone' | 'raise' | 'keepLetter'>
  notifications: Pick<Notifications, 'enqueue' | 'tellGroup'>
  organisationOf: (orgId: string) => Promise<Organisation>
  clock: Clock
}

/** Does what was decided: invites, tells the candidate, raises the next decision. Safe to do twice. */
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
    key: `flow-stuck:decision:${id}`,
    kind: 'flow-stuck',
    at: clock.now(),
  })
  await decisions.settleDone(decision, 'failed')
}

async function carryOut(deps: CarryOutDeps, decision: Decision): Promise<void> {
  switch (decision.verdict) {
    case 'invite':
      return invite(deps, decision)
    case 'advance':
      return advance(deps, decision)
    case 'decline':
      return decline(deps, decision)
    default:
      return undefined
  }
}

async function invite(deps: CarryOutDeps, decision: Decision): Promise<void> {
  const { orgId, candidateId, applicationId, positionId } = decision
  const { defaults } = await deps.organisationOf(orgId)
  await moveApplication(deps, {
    orgId,
    candidateId,
    applicationId,
    positionId,
    event: 'invite',
    stage: decision.stage,
    at: decidedAt(deps, decision),
  })
  await createInvitation(deps, { orgId, candidateId, applicationId, positionId, windowHours: defaults.windowHours })
}

/** The letter is kept before anybody is told that there is one. */
async function decline(deps: CarryOutDeps, decision: Decision): Promise<void> {
  const { orgId, candidateId, applicationId, positionId, stage, id } = decision
  const at = decidedAt(deps, decision)
  await keepLetter(deps, decision, at)
  await moveApplication(deps, { orgId, candidateId, applicationId, positionId, event: 'decline', stage, at })
  await deps.notifications.enqueue({
    orgId,
    candidateId,
    template: 'result',
    variables: { state: 'letter', expectedBy: at, applicationId },
    dedupeKey: `decided:${id}`,
  })
}

const decidedAt = ({ clock }: Pick<CarryOutDeps, 'clock'>, decision: Decision): Date =>
  decision.decidedAt ?? clock.now()
