/** Somebody goes on: into the round after, or past the last one. */
import type { Round } from '../../../../shared/contracts/positions.js'
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import type { Clock } from '../../../ports/clock.js'
import type { Notifications } from '../../notifications/index.js'
import { roundAfter, type Position } from '../../positions/index.js'
import type { Timeline } from '../../timeline/index.js'
import type { Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'
import { moveApplication, type MoveApplicationDeps } from '../states/move-application.js'

export interface AdvanceDeps extends MoveApplicationDeps {
  decisions: Pick<DecisionStore, 'raise'>
  positionOf: (orgId: string, positionId: string) => Promise<Position | undefined>
  promiseHours: (orgId: string) => Promise<number>
  notifications: Pick<Notifications, 'enqueue' | 'tellGroup'>
  timeline: Timeline
  clock: Clock
}

interface Entered {
  position: Position
  round: Round
  slot: RoundSlot | undefined
  at: Date
}

export async function advance(deps: AdvanceDeps, decision: Decision): Promise<void> {
  const { orgId, candidateId, applicationId, positionId, stage } = decision
  const position = await deps.positionOf(orgId, positionId)
  if (!position) throw new Error(`position ${positionId} is gone`)
  const at = decision.decidedAt ?? deps.clock.now()
  const round = roundAfter(position, stage)
  const event = decision.decidedBy === 'rule' ? 'advance-by-rule' : 'advance'
  await moveApplication(deps, {
    orgId,
    candidateId,
    applicationId,
    positionId,
    event,
    stage,
    at,
    ...(round && { enters: round.id }),
  })

  if (!round) return finish(deps, decision, { position, at })
  const entered = { position, round, slot: slotFor(decision, round, at), at }
  await raiseNext(deps, decision, entered)
  await tell(deps, decision, entered)
}

/** The one that was chosen, else the position's own while it lies ahead. */
function slotFor({ slot }: Decision, round: Round, at: Date): RoundSlot | undefined {
  if (slot) return slot
  return round.slot && new Date(round.slot.startsAt) > at ? round.slot : undefined
}

/** Whoever holds the round decides about it: from its start on, or at once when nobody has set a time. */
async function raiseNext(
  deps: AdvanceDeps,
  { orgId, candidateId, applicationId, positionId }: Decision,
  { round, slot, at }: Entered,
): Promise<void> {
  const raisedAt = slot ? new Date(slot.startsAt) : at
  const dueAt = new Date(raisedAt.getTime() + (await deps.promiseHours(orgId)) * 3_600_000)
  const next = await deps.decisions.raise({
    orgId,
    candidateId,
    applicationId,
    positionId,
    stage: round.id,
    raisedAt,
    dueAt,
    ...(!slot && { unarranged: true as const }),
  })
  await deps.timeline.append({ orgId, candidateId, applicationId, decisionId: next.id, at, kind: 'round-entered' })
}

/** Without a slot there is nothing to promise: HR has the task to set one. */
async function tell(deps: AdvanceDeps, decision: Decision, { position, round, slot, at }: Entered): Promise<void> {
  const { orgId, candidateId, id } = decision
  if (slot) return sendNextRound(deps, decision, { round, slot })
  await deps.notifications.tellGroup({
    orgId,
    candidateId,
    key: `slot:${id}`,
    about: { kind: 'decision', id },
    kind: 'next-round-unset',
    positionTitle: position.title,
    at,
  })
}

export async function sendNextRound(
  deps: Pick<AdvanceDeps, 'notifications'>,
  { orgId, candidateId, applicationId, id }: Decision,
  { round, slot }: { round: Round; slot: RoundSlot },
): Promise<void> {
  if (round.sends.entered === 'nothing') return
  await deps.notifications.enqueue({
    orgId,
    candidateId,
    template: 'next-round',
    variables: { round: round.name, startsAt: slot.startsAt, place: slot.place, contact: slot.contact, applicationId },
    dedupeKey: `next-round:${id}`,
    about: { kind: 'decision', id },
    notAfter: new Date(slot.startsAt),
  })
}

async function finish(
  deps: AdvanceDeps,
  { orgId, candidateId, applicationId, id }: Decision,
  { position, at }: Pick<Entered, 'position' | 'at'>,
): Promise<void> {
  await deps.notifications.tellGroup({
    orgId,
    candidateId,
    key: `passed:${id}`,
    about: { kind: 'decision', id },
    kind: 'all-rounds-passed',
    positionTitle: position.title,
    at,
  })
  await deps.timeline.append({ orgId, candidateId, applicationId, decisionId: id, at, kind: 'all-rounds-passed' })
  await deps.notifications.enqueue({
    orgId,
    candidateId,
    template: 'result',
    variables: { state: 'decided', expectedBy: at, applicationId },
    dedupeKey: `decided:${id}`,
    about: { kind: 'decision', id },
  })
}
