/** 等待决定: who waits within somebody's positions, the longest first, a page at a time. A handful of queries, however many wait. */
import type {
  WaitingDecision,
  WaitingList,
  WaitingQuery,
  WaitingShow,
} from '../../../../shared/contracts/staff-decisions.js'
import type { Clock } from '../../../ports/clock.js'
import { mayActOn, rolesOn, scopeOf, type Scope, type StaffCaller } from '../../../ports/staff.js'
import type { Sharing } from '../../invitations/index.js'
import { stageNameOf, type Position, type PositionOf } from '../../positions/index.js'
import type { Report, ReportStore } from '../../reports/index.js'
import type { Candidate, CandidateIdentity, CandidateStore } from '../../talent/index.js'
import { decidersOf } from './decide.js'
import { allowedAt, isOverdue, screeningStage, type Decision, type Verdict } from './decision.js'
import type { DecisionStore } from './decision-store.js'
import { flowPolicy } from '../policy.js'
import { unratedBy, type UnratedDeps } from './unrated.js'

export interface WaitingDeps extends UnratedDeps {
  decisions: Pick<DecisionStore, 'waitingPage' | 'countWaiting'>
  candidates: Pick<CandidateStore, 'findManyWithIdentity'>
  reports: Pick<ReportStore, 'findManyByApplication'>
  sharing: Sharing
  positionOf: PositionOf
  positions: { findAll(orgId: string): Promise<Position[]> }
  clock: Clock
}

const page = 200
/** Of a filter that no index knows: as many are looked through for one page, and it is enough once so many were found. */
const mostPagesRead = 5
const enough = 50

export async function listWaitingFor(
  deps: WaitingDeps,
  caller: StaffCaller,
  query: WaitingQuery = {},
): Promise<WaitingList> {
  const { orgId } = caller
  const now = deps.clock.now()
  const scope = scopeOf(caller, flowPolicy.seeWaiting)
  const [total, choices, { waiting, last }] = await Promise.all([
    deps.decisions.countWaiting(orgId, now, scope),
    choicesFor(deps, orgId, scope),
    filteredPage(deps, { caller, now, scope }, query),
  ])
  return { now: now.toISOString(), total, waiting, ...(last && { next: placeOf(last) }), choices }
}

export const countWaitingFor = (
  { decisions, clock }: Pick<WaitingDeps, 'clock'> & { decisions: Pick<DecisionStore, 'countWaiting'> },
  caller: StaffCaller,
): Promise<number> => decisions.countWaiting(caller.orgId, clock.now(), scopeOf(caller, flowPolicy.seeWaiting))

type Place = { raisedAt: Date; id: string }

async function filteredPage(
  deps: WaitingDeps,
  { caller, now, scope }: { caller: StaffCaller; now: Date; scope: Scope },
  { positionId, stage, show, after }: WaitingQuery,
): Promise<{ waiting: WaitingDecision[]; last: Place | undefined }> {
  const narrowed = { scope: within(scope, positionId), stage, limit: page }
  const waiting: WaitingDecision[] = []
  let from = after === undefined ? undefined : placeIn(after)
  for (let read = 0; read < mostPagesRead; read += 1) {
    const { decisions, last } = await deps.decisions.waitingPage(caller.orgId, now, { ...narrowed, after: from })
    const shown = decisions.filter((decision) => isShown(decision, show, now))
    const rows = await waitingRows(deps, { caller, now }, shown)
    waiting.push(...rows.filter((row) => show !== 'person' || row.toReview > 0 || row.unarranged === true))
    from = last
    if (!last || waiting.length >= enough) break
  }
  return { waiting, last: from }
}

function isShown(decision: Decision, show: WaitingShow | undefined, now: Date): boolean {
  if (show === 'overdue') return isOverdue(decision, now)
  return show !== 'held' || decision.heldAt !== undefined
}

const within = (scope: Scope, positionId: string | undefined): Scope =>
  positionId === undefined ? scope : scope === 'all' || scope.includes(positionId) ? [positionId] : []

async function choicesFor({ positions }: WaitingDeps, orgId: string, scope: Scope): Promise<WaitingList['choices']> {
  const mine = (await positions.findAll(orgId)).filter(({ id }) => scope === 'all' || scope.includes(id))
  const screening = mine.slice(0, 1).map((position) => ({
    stage: screeningStage,
    name: stageNameOf(position, screeningStage),
  }))
  const rounds = mine.flatMap(({ id: positionId, rounds: all }) =>
    all.map(({ id: stage, name }) => ({ stage, name, positionId })),
  )
  return { positions: mine.map(({ id, title }) => ({ id, name: title })), stages: [...screening, ...rounds] }
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
  const { orgId } = caller
  const [people, reports, positions, readable] = await Promise.all([
    deps.candidates.findManyWithIdentity(orgId, [...new Set(decisions.map(({ candidateId }) => candidateId))]),
    deps.reports.findManyByApplication(
      orgId,
      decisions.map(({ applicationId }) => applicationId),
    ),
    positionsOf(deps, orgId, decisions),
    deps.sharing.readableAmong(caller, decisions),
  ])
  const stored = [...reports.values()]
  const [unrated, open] = await Promise.all([unratedBy(deps, caller, stored), openSecondsOf(deps, orgId, stored)])
  return decisions.flatMap((decision) => {
    const [person, position] = [people.get(decision.candidateId), positions.get(decision.positionId)]
    const report = reports.get(decision.applicationId)
    const toReview = decision.stage === screeningStage || !report ? 0 : (unrated.get(report.id) ?? 0)
    const scored = report?.scored ?? false
    const mayRead = readable.has(decision.applicationId)
    if (!person || !position) return []
    const allowed = verdictsOf(caller, position, decision.stage)
    const openSecond = decision.stage === screeningStage || !report ? 0 : (open.get(report.id) ?? 0)
    return [presentWaiting({ decision, person, position, allowed, toReview, openSecond, scored, mayRead, now })]
  })
}

/** What whoever reads may decide there. */
function verdictsOf(caller: StaffCaller, position: Position, stage: string): readonly Verdict[] {
  const decides = rolesOn(caller, position.id).some((role) => decidersOf(position, stage).includes(role))
  return decides && mayActOn(caller, flowPolicy.decide, position.id) ? allowedAt(stage) : []
}

async function openSecondsOf(
  { secondRatings }: WaitingDeps,
  orgId: string,
  reports: readonly Report[],
): Promise<Map<string, number>> {
  const open = await secondRatings.openOf(
    orgId,
    reports.map(({ id }) => id),
  )
  return new Map(reports.map(({ id }) => [id, open.filter(({ reportId }) => reportId === id).length]))
}

interface Row {
  decision: Decision
  person: Candidate & CandidateIdentity
  position: Position
  allowed: readonly Verdict[]
  toReview: number
  openSecond: number
  scored: boolean
  mayRead: boolean
  now: Date
}

function presentWaiting({
  decision,
  person,
  position,
  allowed,
  toReview,
  openSecond,
  scored,
  mayRead,
  now,
}: Row): WaitingDecision {
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
    allowed: [...allowed],
    toReview: mayRead ? toReview : 0,
    ...(openSecond > 0 && { openSecond }),
    ...(!mayRead && { notShared: true as const }),
    ...(decision.unarranged && { unarranged: true as const }),
  }
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
