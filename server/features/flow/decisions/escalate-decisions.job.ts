import { hours } from '../../../durations.js'
import type { Clock } from '../../../ports/clock.js'
import type { GroupEventKind, Notifications } from '../../notifications/index.js'
import { stageNameOf, type PositionOf } from '../../positions/index.js'
import type { Timeline } from '../../timeline/index.js'
import type { Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'

export interface EscalateDeps {
  decisions: Pick<DecisionStore, 'findDue' | 'markTold'>
  positionOf: PositionOf
  notifications: Pick<Notifications, 'tellGroup' | 'tellMembers'>
  timeline: Timeline
  clock: Clock
}

/** How long before the end of the promise the group is warned. */
const warningMs = hours(2)

/**
 * The candidate was promised an answer (settled: decisions). The group hears once two hours before the end and once at the end, when
 * those who look after the position are told one to one as well; also while the decision is on hold; the timeline keeps both. What is told is unique by its key, so a crash tells nothing twice.
 */
export async function escalateDecisions(deps: EscalateDeps): Promise<void> {
  const now = deps.clock.now()
  await tellEach(deps, { by: now, told: 'escalatedAt', kind: 'decision-overdue' })
  await tellEach(deps, { by: new Date(now.getTime() + warningMs), told: 'warnedAt', kind: 'decision-due' })
}

interface Step {
  by: Date
  told: 'warnedAt' | 'escalatedAt'
  kind: GroupEventKind & `decision-${string}`
}

async function tellEach(deps: EscalateDeps, { by, told, kind }: Step): Promise<void> {
  for (;;) {
    const decision = await deps.decisions.findDue(by, told)
    if (!decision) return
    if (worthTelling(decision, { told, now: deps.clock.now() })) await tellOne(deps, decision, kind)
    await deps.decisions.markTold(decision, told, deps.clock.now())
  }
}

/** A warning that comes after the end, or before anybody could decide, says nothing. */
const worthTelling = ({ dueAt, raisedAt }: Decision, { told, now }: { told: Step['told']; now: Date }): boolean =>
  told === 'escalatedAt' || (dueAt > now && raisedAt <= now)

async function tellOne(deps: EscalateDeps, decision: Decision, kind: Step['kind']): Promise<void> {
  const { orgId, candidateId, applicationId, positionId, id, stage } = decision
  const at = deps.clock.now()
  const position = await deps.positionOf(orgId, positionId)
  await deps.notifications.tellGroup({
    orgId,
    candidateId,
    key: `${kind}:${id}`,
    kind,
    about: { kind: 'decision', id },
    at,
    ...(position && { positionTitle: position.title, details: stageNameOf(position, stage) }),
  })
  if (position && kind === 'decision-overdue') {
    await deps.notifications.tellMembers({
      orgId,
      kind,
      key: id,
      decisionId: id,
      candidateId,
      applicationId,
      positionId,
      positionTitle: position.title,
      stageName: stageNameOf(position, stage),
      dueAt: decision.dueAt,
    })
  }
  await deps.timeline.append({ orgId, candidateId, applicationId, decisionId: id, at, kind })
}
