import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { Clock } from '../../../ports/clock.js'
import type { InterviewStore } from '../../interviews/index.js'
import type { Notifications } from '../../notifications/index.js'
import { aiRoundOf, roundAfter, slotAhead, type Position, type PositionOf } from '../../positions/index.js'
import { askForReport, type AskSecondDeps, type Report, type ReportStore } from '../../reports/index.js'
import { applicationRef } from '../../talent/index.js'
import type { Timeline } from '../../timeline/index.js'
import type { DecisionStore, NewDecision } from './decision-store.js'
import { moveThrough, type MoveApplicationDeps } from '../states/move-application.js'
import { nextAfterReport, type Rules } from './next-after-report.js'
import { workThrough } from '../../../jobs/work-through.js'

export interface FollowDeps extends MoveApplicationDeps, AskSecondDeps {
  reports: Pick<ReportStore, 'claimPending' | 'settleDone'>
  interviews: Pick<InterviewStore, 'findSummary'>
  positionOf: PositionOf
  decisions: Pick<DecisionStore, 'raise' | 'propose'>
  notifications: Pick<Notifications, 'enqueue' | 'tellGroup'>
  timeline: Timeline
  clock: Clock
  wake: (job: 'carry-out-decisions') => void
}

type ClaimedReport = NonNullable<Awaited<ReturnType<FollowDeps['reports']['claimPending']>>>

/** The candidate has the phone in hand: they may be about to accept messages (settled: reaching a candidate). */
const tapWaitMs = 20_000

/**
 * Draws the conclusions of a report: who decides next, what the candidate and the group are told. Drawn again when the candidate
 * took back the consent to scoring: nothing that the machine proposed is left (C2).
 */
export async function followReports(deps: FollowDeps): Promise<void> {
  await workThrough({
    claim: () => deps.reports.claimPending(deps.clock.now()),
    async work(report) {
      await followOne(deps, report)
      await deps.reports.settleDone(report)
    },
    giveUp: (report) => giveUp(deps, report),
  })
}

/** Five failures: a person is told; the report itself can be read. */
async function giveUp({ reports, notifications, clock }: FollowDeps, report: ClaimedReport): Promise<void> {
  const { orgId, candidateId, id } = report
  await notifications.tellGroup({
    orgId,
    candidateId,
    key: `flow-stuck:report:${id}`,
    kind: 'flow-stuck',
    about: { kind: 'report', id },
    at: clock.now(),
  })
  await reports.settleDone(report, 'failed')
}

async function followOne(deps: FollowDeps, report: ClaimedReport): Promise<void> {
  const position = await deps.positionOf(report.orgId, report.positionId)
  if (!position) throw new Error(`position ${report.positionId} is gone`)

  await reachDeciding(deps, report, aiRoundOf(position).id)
  // Before anybody can decide.
  await askForReport(deps, report, position.review?.secondRaterShare ?? 0)
  await Promise.all([tellCandidate(deps, report), decideNext(deps, report, position)])
}

/** The report may be faster than the news of the interview it is about; what was moved already stays. */
async function reachDeciding(deps: FollowDeps, report: Report, enters: string): Promise<void> {
  const ids = { ...applicationRef(report), at: report.readyAt }
  await moveThrough(deps, ids, [{ event: 'start' }, { event: 'submit' }, { event: 'report', enters }])
}

/** The group hears after the decision was raised: its card counts who waits. */
async function decideNext(deps: FollowDeps, report: ClaimedReport, position: Position): Promise<void> {
  const slotMissing = await raiseDecision(deps, report, position)
  await tellGroup(deps, report, { position, slotMissing })
}

async function raiseDecision(deps: FollowDeps, report: ClaimedReport, position: Position): Promise<boolean> {
  const { orgId, applicationId, candidateId, readyAt, dueAt } = report
  const next = nextAfterReport(report.assessment, rulesOf(position, deps.clock.now()))
  const plain = {
    ...applicationRef(report),
    stage: aiRoundOf(position).id,
    raisedAt: readyAt,
    dueAt,
  } as const
  const fresh: NewDecision =
    next.kind === 'advance'
      ? { ...plain, proposal: 'advance', verdict: 'advance', decidedBy: 'rule', decidedAt: readyAt, slot: next.slot }
      : { ...plain, proposal: next.proposal }

  const decision = await deps.decisions.raise(fresh)
  if (fresh.proposal && decision.proposal !== fresh.proposal) await deps.decisions.propose(decision, fresh.proposal)
  await deps.timeline.append({
    orgId,
    candidateId,
    applicationId,
    decisionId: decision.id,
    at: readyAt,
    kind: decision.status === 'waiting' ? 'decision-waiting' : 'decision-by-rule',
  })
  if (next.kind === 'advance') deps.wake('carry-out-decisions')
  return next.kind === 'ask-person' && next.slotMissing
}

function rulesOf(position: Position, now: Date): Rules {
  const ai = aiRoundOf(position)
  const next = roundAfter(position, ai.id)
  const slot = slotAhead(next?.slot, now)
  return {
    byRule: ai.decides.by === 'rule-or-person',
    ...(next?.entry && { entry: next.entry }),
    ...(slot && { slot }),
  }
}

async function tellCandidate(
  deps: FollowDeps,
  { orgId, candidateId, applicationId, interviewId, status, dueAt }: Report,
): Promise<void> {
  const interview = await deps.interviews.findSummary({ orgId, id: interviewId })
  const submittedAt = interview?.submittedAt ?? deps.clock.now()
  const ready = status === 'ready'
  await deps.notifications.enqueue({
    orgId,
    candidateId,
    applicationId,
    template: 'result',
    variables: {
      state: ready ? 'feedback-ready' : 'awaiting-human',
      expectedBy: dueAt,
      applicationId,
      ...(ready && { interviewId }),
    },
    dedupeKey: `result:${interviewId}:${status}`, // a consent taken back makes another result of it
    about: { kind: 'interview', id: interviewId, announces: status },
    quiet: 'exempt',
    actedAt: submittedAt,
    tapUntil: new Date(submittedAt.getTime() + tapWaitMs),
  })
}

async function tellGroup(
  deps: FollowDeps,
  report: Report,
  { position, slotMissing }: { position: Position; slotMissing: boolean },
): Promise<void> {
  const { orgId, candidateId, applicationId, id, status, readyAt: at } = report
  const positionTitle: Bilingual = position.title
  const kind = status === 'ready' ? 'report-ready' : status === 'failed' ? 'report-failed' : 'awaiting-human'

  await deps.notifications.tellGroup({
    orgId,
    candidateId,
    applicationId,
    key: `report:${id}:${status}`,
    about: { kind: 'report', id },
    kind,
    positionTitle,
    at,
  })
  if (slotMissing)
    await deps.notifications.tellGroup({
      orgId,
      candidateId,
      key: `slot:${id}`,
      about: { kind: 'report', id },
      kind: 'next-round-unset',
      positionTitle,
      at,
    })
}
