/** A person decides. A decline carries a reviewer and a reason; what was decided first stands (C3). */
import type { Role } from '../../../../shared/contracts/staff.js'
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import type { Clock } from '../../../ports/clock.js'
import { conflict, forbidden, invalidInput, notFound } from '../../../errors.js'
import { roundAfter, roundOf, slotAhead, type Position, type PositionOf } from '../../positions/index.js'
import type { Timeline } from '../../timeline/index.js'
import type { SecondRatingStore } from '../../reports/index.js'
import { isAllowed, isFinal, screeningStage, type Decision, type Verdict } from './decision.js'
import type { AppealStore } from '../letters/appeal-store.js'
import type { DecisionStore } from './decision-store.js'
import { canMove } from '../states/move-application.js'
import { flowPolicy } from '../policy.js'
import type { StandingStore } from '../states/standing-store.js'

export interface DecideDeps {
  decisions: Pick<DecisionStore, 'decide' | 'hold'>
  standings: Pick<StandingStore, 'find'>
  appeals: Pick<AppealStore, 'listOf'>
  secondRatings: Pick<SecondRatingStore, 'countOpenOf'>
  positionOf: PositionOf
  timeline: Timeline
  clock: Clock
  wake: (job: 'carry-out-decisions') => void
}

export interface Decide {
  decision: Decision
  verdict: Verdict
  /** Id of the reviewer. */
  by: string
  reason: string
  /** Of an advance: when and where the round that is entered takes place. Goes before the position's own. */
  slot?: RoundSlot
  /** The reviewer's roles for this position; absent for whoever runs commands on the machine itself. */
  roles?: readonly Role[]
  /** Decided although a second rating is asked for, or two have to settle theirs: the history says so. */
  despiteSecond?: boolean
  /** Of one act, such as a message's: done again after a crash, a hold is noted once. Any other verdict stands once anyway. */
  key?: string
}

const shortestReason = 2

/**
 * @throws AppError invalid-input (reviewer, reason or slot), verdict-not-allowed, not-your-round, slot-in-the-past,
 * not-at-this-stage, already-decided, appeal-by-another, second-rating-open (it waits, or is decided in spite of it).
 */
export async function decide(
  deps: DecideDeps,
  { decision, verdict, by, reason, slot, roles, despiteSecond, key }: Decide,
): Promise<Decision> {
  refuseIncomplete({ by, reason })
  const position = await deps.positionOf(decision.orgId, decision.positionId)
  if (!position) throw notFound('position')
  refuseVerdict(decision, verdict, { position, roles })
  if (slot) refuseSlot({ decision, verdict, slot, position, now: deps.clock.now() })
  if (await isOwnAppealed(deps, { decision, verdict, by })) throw forbidden('appeal-by-another')
  if (!(await mayMove(deps, { decision, verdict, position }))) throw conflict('not-at-this-stage')

  const open = isFinal(verdict) ? await openSeconds(deps, decision) : 0
  if (open > 0 && despiteSecond !== true) throw conflict('second-rating-open', { open })

  const at = deps.clock.now()
  const decided =
    verdict === 'hold'
      ? await deps.decisions.hold(decision, { reason, by, at, ...(key !== undefined && { key }) })
      : await deps.decisions.decide(decision, { verdict, reason, by, at, ...(slot && { slot }) })
  if (!decided) throw conflict('already-decided')

  await note(deps.timeline, decided, { verdict, by, at, act: key ?? `${at.getTime()}` })
  if (open > 0) await noteDespite(deps.timeline, decided, { by, at })
  if (verdict !== 'hold') deps.wake('carry-out-decisions')
  return decided
}

function refuseIncomplete({ by, reason }: Pick<Decide, 'by' | 'reason'>): void {
  if (by.trim() === '') throw invalidInput([{ at: 'by', rule: 'required' }])
  if ([...reason.trim()].length < shortestReason)
    throw invalidInput([{ at: 'reason', rule: 'minLength', allowed: shortestReason }])
}

/** Who may decide how a stage ended: the round says so; a résumé is for recruiters and HR administrators. */
export const decidersOf = (position: Position, stage: string): readonly Role[] =>
  roundOf(position, stage)?.decides.roles ?? flowPolicy.decideScreening.roles

/** @throws AppError not-your-round */
export function refuseOthers(position: Position, { stage, roles }: { stage: string; roles: readonly Role[] }): void {
  if (!roles.some((role) => decidersOf(position, stage).includes(role))) throw forbidden('not-your-round')
}

function refuseVerdict(
  { stage }: Decision,
  verdict: Verdict,
  { position, roles }: { position: Position; roles: readonly Role[] | undefined },
): void {
  if (roles) refuseOthers(position, { stage, roles })
  if (!isAllowed(stage, verdict)) throw conflict('verdict-not-allowed', { stage, verdict })
}

function refuseSlot({
  decision,
  verdict,
  slot,
  position,
  now,
}: {
  decision: Decision
  verdict: Verdict
  slot: RoundSlot
  position: Position
  now: Date
}): void {
  if (verdict !== 'advance' || !roundAfter(position, decision.stage))
    throw invalidInput([{ at: 'slot', rule: 'only-when-advancing' }])
  if (!slotAhead(slot, now)) throw conflict('slot-in-the-past')
}

/** A decline that was taken back after its candidate asked for another look: the letter promised that somebody else takes it. */
async function isOwnAppealed(
  { appeals }: Pick<DecideDeps, 'appeals'>,
  { decision, verdict, by }: Pick<Decide, 'decision' | 'verdict' | 'by'>,
): Promise<boolean> {
  if (verdict === 'hold' || decision.takenBack === undefined) return false
  const asked = await appeals.listOf(decision.orgId, decision.applicationId)
  return asked.some((one) => one.status === 'waiting' && one.decisionId === decision.id && one.decidedBy === by)
}

/** Of a résumé nobody is rated. */
const openSeconds = async (
  { secondRatings }: Pick<DecideDeps, 'secondRatings'>,
  { orgId, applicationId, stage }: Decision,
): Promise<number> => (stage === screeningStage ? 0 : secondRatings.countOpenOf(orgId, applicationId))

async function mayMove(
  deps: DecideDeps,
  { decision, verdict, position }: { decision: Decision; verdict: Verdict; position: Position },
): Promise<boolean> {
  const { orgId, applicationId, stage } = decision
  const enters = roundAfter(position, stage)?.id
  return canMove(deps, {
    orgId,
    applicationId,
    event: verdict,
    stage,
    ...(verdict === 'advance' && enters !== undefined && { enters }),
  })
}

/** A decision may be put on hold more than once, and decided anew once it was taken back. */
async function note(
  timeline: Timeline,
  { orgId, candidateId, applicationId, id, takenBack }: Decision,
  { verdict, by, at, act }: { verdict: Verdict; by: string; at: Date; act: string },
): Promise<void> {
  const kind = `decided-${verdict}` as const
  await timeline.append({
    orgId,
    candidateId,
    applicationId,
    decisionId: id,
    at,
    kind,
    by,
    ...(verdict === 'hold' && { key: `${kind}:${id}:${act}` }),
    ...(verdict !== 'hold' && takenBack !== undefined && { key: `${kind}:${id}:${takenBack}` }),
  })
}

async function noteDespite(
  timeline: Timeline,
  { orgId, candidateId, applicationId, id, takenBack }: Decision,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const kind = 'decided-before-second'
  const key = `${kind}:${id}:${takenBack ?? 0}`
  await timeline.append({ orgId, candidateId, applicationId, decisionId: id, at, kind, by, key })
}
