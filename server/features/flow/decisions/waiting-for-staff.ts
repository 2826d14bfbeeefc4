/** 等待决定: who waits within somebody's positions, the longest first, a page at a time. A handful of queries, however many wait. */
import type { Static } from 'typebox'
import type { WaitingDecision, WaitingList, WaitingQuery } from '../../../../shared/contracts/staff-decisions.js'
import type { Clock } from '../../../ports/clock.js'
import { scopeOf, type StaffCaller } from '../../../ports/staff.js'
import type { Sharing } from '../../invitations/index.js'
import { stageNameOf, type Position, type PositionOf } from '../../positions/index.js'
import type { RatingStore, Report, ReportStore } from '../../reports/index.js'
import type { Candidate, CandidateIdentity, CandidateStore } from '../../talent/index.js'
import { allowedAt, isOverdue, screeningStage, type Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'
import { flowPolicy } from '../policy.js'

export interface WaitingDeps {
  decisions: Pick<DecisionStore, 'waitingPage' | 'countWaiting'>
  candidates: Pick<CandidateStore, 'findManyWithIdentity'>
  reports: Pick<ReportStore, 'findManyByApplication'>
  ratings: Pick<RatingStore, 'listRated'>
  sharing: Sharing
  positionOf: PositionOf
  clock: Clock
}

const page = 200

export async function listWaitingFor(
  deps: WaitingDeps,
  caller: StaffCaller,
  { after }: Static<typeof WaitingQuery> = {},
): Promise<WaitingList> {
  const { orgId } = caller
  const now = deps.clock.now()
  const scope = scopeOf(caller, flowPolicy.seeWaiting)
  const [total, { decisions, last }] = await Promise.all([
    deps.decisions.countWaiting(orgId, now, scope),
    deps.decisions.waitingPage(orgId, now, {
      scope,
      limit: page,
      after: after === undefined ? undefined : placeIn(after),
    }),
  ])
  const waiting = await waitingRows(deps, { caller, now }, decisions)
  return { now: now.toISOString(), total, waiting, ...(last && { next: placeOf(last) }) }
}

const placeOf = ({ raisedAt, id }: { raisedAt: Date; id: string }): string => `${raisedAt.getTime()}-${id}`

function placeIn(text: string): { raisedAt: Date; id: string } {
  const [at, id] = text.split('-') as [string, string]
  return { raisedAt: new Date(Number(at)), id }
}

export async function waitingRows(
  deps: WaitingDeps,
  { caller, now }: { caller: StaffCaller; now: Date },
  decisions: readonly Decision[],
): Promise<WaitingDecision[]> {
  const { orgId, memberId } = caller
  const [people, reports, positions, readable] = await Promise.all([
    deps.candidates.findManyWithIdentity(orgId, [...new Set(decisions.map(({ candidateId }) => candidateId))]),
    deps.reports.findManyByApplication(
      orgId,
      decisions.map(({ applicationId }) => applicationId),
    ),
    positionsOf(deps, orgId, decisions),
    deps.sharing.readableAmong(caller, decisions),
  ])
  const unrated = await unratedBy(deps, { orgId, memberId }, [...reports.values()])
  return decisions.flatMap((decision) => {
    const [person, position] = [people.get(decision.candidateId), positions.get(decision.positionId)]
    const report = reports.get(decision.applicationId)
    const toReview = decision.stage === screeningStage || !report ? 0 : (unrated.get(report.id) ?? 0)
    const scored = report?.scored ?? false
    const mayRead = readable.has(decision.applicationId)
    return person && position ? [presentWaiting({ decision, person, position, toReview, scored, mayRead, now })] : []
  })
}

/** How many answers behind one decision this reader may read and has not rated. */
export async function toReviewBy(
  deps: Pick<WaitingDeps, 'reports' | 'ratings' | 'sharing'>,
  decision: Decision,
  caller: StaffCaller,
): Promise<number> {
  const { orgId, applicationId, stage } = decision
  if (stage === screeningStage || !(await deps.sharing.mayRead(caller, decision))) return 0
  const { memberId } = caller
  const report = (await deps.reports.findManyByApplication(orgId, [applicationId])).get(applicationId)
  return report ? ((await unratedBy(deps, { orgId, memberId }, [report])).get(report.id) ?? 0) : 0
}

interface Row {
  decision: Decision
  person: Candidate & CandidateIdentity
  position: Position
  toReview: number
  scored: boolean
  mayRead: boolean
  now: Date
}

function presentWaiting({ decision, person, position, toReview, scored, mayRead, now }: Row): WaitingDecision {
  const { id: decisionId, applicationId, positionId, stage, proposal, raisedAt, dueAt, heldAt } = decision
  return {
    decisionId,
    applicationId,
    name: person.name,
    shortCode: person.shortCode,
    positionId,
    positionTitle: position.title,
    stage,
    stageName: stageNameOf(position, stage),
    ...(proposal && mayRead && !(scored && toReview > 0) && { proposal }),
    raisedAt: raisedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    overdue: isOverdue(decision, now),
    held: heldAt !== undefined,
    allowed: [...allowedAt(stage)],
    toReview: mayRead ? toReview : 0,
    ...(!mayRead && { notShared: true as const }),
    ...(decision.unarranged && { unarranged: true as const }),
  }
}

/** By report, the items that this reader has not rated. */
export async function unratedBy(
  { ratings }: Pick<WaitingDeps, 'ratings'>,
  { orgId, memberId }: { orgId: string; memberId: string },
  reports: readonly Report[],
): Promise<Map<string, number>> {
  const rated = await ratings.listRated(
    orgId,
    reports.map(({ id }) => id),
  )
  const mine = new Set(
    rated.filter(({ by }) => by === memberId).map(({ reportId, questionId }) => `${reportId} ${questionId}`),
  )
  return new Map(
    reports.map(({ id, reviewItems }) => [id, reviewItems.filter((item) => !mine.has(`${id} ${item}`)).length]),
  )
}

async function positionsOf(
  { positionOf }: WaitingDeps,
  orgId: string,
  decisions: readonly Decision[],
): Promise<Map<string, Position>> {
  const ids = [...new Set(decisions.map(({ positionId }) => positionId))]
  const found = await Promise.all(ids.map(async (id) => [id, await positionOf(orgId, id)] as const))
  return new Map(found.flatMap(([id, position]) => (position ? [[id, position] as const] : [])))
}
