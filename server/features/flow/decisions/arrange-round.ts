/** HR sets time and place of a round that somebody entered without (settled: no slot set, a task for HR). Now the notice goes out. */
import { isDeepStrictEqual } from 'node:util'
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import type { Role } from '../../../../shared/contracts/staff.js'
import type { Clock } from '../../../ports/clock.js'
import { conflict, notFound } from '../../../errors.js'
import type { Notifications } from '../../notifications/index.js'
import { roundAfter, slotAhead, type Position, type PositionOf } from '../../positions/index.js'
import { nextRoundMessage, waitsFrom } from './consequences.js'
import type { Timeline } from '../../timeline/index.js'
import { refuseOthers } from './decide.js'
import type { Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'

export interface ArrangeDeps {
  decisions: Pick<DecisionStore, 'listOf' | 'keepSlot' | 'settleArranged'>
  positionOf: PositionOf
  promiseHours: (orgId: string) => Promise<number>
  notifications: Pick<Notifications, 'enqueue'>
  timeline: Timeline
  clock: Clock
}

export interface Arrange {
  /** Of the round that was entered; still waiting. */
  decision: Decision
  slot: RoundSlot
  by: string
  roles: readonly Role[]
}

/**
 * Each step may be done again after a stop in between: the slot that was kept first stands, and its notice goes out once.
 *
 * @throws AppError not-your-round, slot-in-the-past, nothing-to-arrange (not a round of people, or its time is set).
 */
export async function arrangeRound(deps: ArrangeDeps, { decision, slot, by, roles }: Arrange): Promise<void> {
  const { orgId, applicationId, candidateId, positionId, stage } = decision
  const position = await deps.positionOf(orgId, positionId)
  if (!position) throw notFound('position')
  refuseOthers(position, { stage, roles })
  const now = deps.clock.now()
  if (!slotAhead(slot, now)) throw conflict('slot-in-the-past')

  const entered = await enteredBy(deps, decision, position)
  if (!entered) throw conflict('nothing-to-arrange')
  const stands = await deps.decisions.keepSlot(entered.decision, slot)
  const notice = nextRoundMessage(entered.decision, { round: entered.round, slot: stands })
  if (notice) await deps.notifications.enqueue(notice)
  await deps.timeline.append({
    orgId,
    candidateId,
    applicationId,
    decisionId: decision.id,
    at: now,
    kind: 'round-arranged',
    by,
  })

  const waits = waitsFrom(new Date(stands.startsAt), await deps.promiseHours(orgId))
  const settled = await deps.decisions.settleArranged(decision, waits)
  if (!settled || !isDeepStrictEqual(stands, slot)) throw conflict('nothing-to-arrange')
}

/** The decision that led into this round. */
async function enteredBy(
  { decisions }: ArrangeDeps,
  { orgId, applicationId, stage, status, unarranged }: Decision,
  position: Position,
) {
  if (status !== 'waiting' || !unarranged) return undefined
  const all = await decisions.listOf(orgId, applicationId)
  const decision = all.find((one) => one.verdict === 'advance' && roundAfter(position, one.stage)?.id === stage)
  const round = decision && roundAfter(position, decision.stage)
  return decision && round ? { decision, round } : undefined
}
