/**
 * A verdict is taken back by somebody who may decide there (findings B9): before it was carried out any, and nobody hears of it;
 * afterwards one that ended the application, and the candidate is told that people look again. An advance or an invitation that
 * went out is followed by a new decision or a revocation instead.
 */
import type { Role } from '../../../../shared/contracts/staff.js'
import { conflict, invalidInput, notFound } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import { roundAfter, type Position, type PositionOf } from '../../positions/index.js'
import type { Timeline } from '../../timeline/index.js'
import { waitsFrom } from './consequences.js'
import { refuseOthers } from './decide.js'
import type { Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'

export interface TakeBackDeps {
  decisions: Pick<DecisionStore, 'takeBackPending' | 'takeBackCarriedOut' | 'findById'>
  positionOf: PositionOf
  promiseHours: (orgId: string) => Promise<number>
  timeline: Timeline
  clock: Clock
  wake: (job: 'carry-out-decisions') => void
}

export interface TakeBack {
  decision: Decision
  /** Id of the reviewer. */
  by: string
  roles: readonly Role[]
  reason: string
}

const shortestReason = 2

/** @throws AppError invalid-input (reason), not-your-round, not-decided, goes-on-elsewhere, being-carried-out. */
export async function takeBack(deps: TakeBackDeps, { decision, by, roles, reason }: TakeBack): Promise<Decision> {
  if ([...reason.trim()].length < shortestReason)
    throw invalidInput([{ at: 'reason', rule: 'minLength', allowed: shortestReason }])
  const position = await deps.positionOf(decision.orgId, decision.positionId)
  if (!position) throw notFound('position')
  refuseOthers(position, { stage: decision.stage, roles })
  if (decision.status !== 'decided') throw conflict('not-decided')

  const at = deps.clock.now()
  const { dueAt } = waitsFrom(at, await deps.promiseHours(decision.orgId))
  const given = { by, why: reason, at, dueAt }
  const waiting =
    (await deps.decisions.takeBackPending(decision, given)) ??
    (endsApplication(decision, position) ? await deps.decisions.takeBackCarriedOut(decision, given) : undefined)
  if (!waiting) throw await whyNot(deps, decision, position)

  const { orgId, candidateId, applicationId, id } = waiting
  const key = `decision-taken-back:${id}:${waiting.takenBack}`
  const event = { orgId, candidateId, applicationId, decisionId: id, at, by, key }
  await deps.timeline.append({ ...event, kind: 'decision-taken-back' })
  deps.wake('carry-out-decisions')
  return waiting
}

/** Declined, or past the last round: nothing else decides about this application any more. */
export const endsApplication = ({ verdict, stage }: Decision, position: Position): boolean =>
  verdict === 'decline' || (verdict === 'advance' && !roundAfter(position, stage))

async function whyNot({ decisions }: TakeBackDeps, { orgId, id }: Decision, position: Position) {
  const now = await decisions.findById(orgId, id)
  if (now?.status !== 'decided') return conflict('not-decided')
  return conflict(endsApplication(now, position) ? 'being-carried-out' : 'goes-on-elsewhere')
}
