import type { Clock } from '../../ports/clock.js'
import type { Organisation } from '../accounts/index.js'
import { createInvitation, type CreateDeps } from '../invitations/index.js'
import type { Notifications } from '../notifications/index.js'
import { roundAfter, type PositionStore } from '../positions/index.js'
import type { Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'

export interface CarryOutDeps extends CreateDeps {
  decisions: Pick<DecisionStore, 'claimDecided' | 'settleDone'>
  positions: Pick<PositionStore, 'findById'>
  notifications: Pick<Notifications, 'enqueue'>
  organisationOf: (orgId: string) => Promise<Organisation>
  clock: Clock
}

/** Does what was decided: invites, tells the candidate, or leaves them where they are. Safe to do twice. */
export async function carryOutDecisions(deps: CarryOutDeps): Promise<void> {
  for (;;) {
    const decision = await deps.decisions.claimDecided(deps.clock.now())
    if (!decision) return

    await carryOut(deps, decision)
    await deps.decisions.settleDone(decision)
  }
}

async function carryOut(deps: CarryOutDeps, decision: Decision): Promise<void> {
  switch (decision.verdict) {
    case 'invite': return invite(deps, decision)
    case 'advance': return advance(deps, decision)
    case 'decline': return tellDecided(deps, decision)
    default: return undefined // on hold: nothing has changed for the candidate
  }
}

async function invite(deps: CarryOutDeps, { orgId, candidateId, applicationId, positionId }: Decision): Promise<void> {
  const { defaults } = await deps.organisationOf(orgId)
  await createInvitation(deps, { orgId, candidateId, applicationId, positionId, windowHours: defaults.windowHours })
}

/** Without a slot there is nothing to promise: HR has the task to set one. */
async function advance(deps: CarryOutDeps, decision: Decision): Promise<void> {
  const { orgId, candidateId, applicationId, positionId, id, stage } = decision
  const position = await deps.positions.findById(orgId, positionId)
  const round = position && roundAfter(position, stage)
  if (!round?.slot) return
  const { name, slot } = round
  await deps.notifications.enqueue({
    orgId, candidateId,
    template: 'next-round',
    variables: { round: name, startsAt: slot.startsAt, place: slot.place, applicationId },
    dedupeKey: `next-round:${id}`,
    notAfter: new Date(slot.startsAt),
  })
}

async function tellDecided(deps: CarryOutDeps, { orgId, candidateId, applicationId, id, decidedAt }: Decision): Promise<void> {
  await deps.notifications.enqueue({
    orgId, candidateId,
    template: 'result',
    variables: { state: 'decided', expectedBy: decidedAt ?? deps.clock.now(), applicationId },
    dedupeKey: `decided:${id}`,
  })
}
