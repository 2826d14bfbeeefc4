import { hoursAfter } from '../../durations.js'
import type { Assessment } from '../../../shared/contracts/assessment.js'
import type { Clock } from '../../ports/clock.js'
import type { ModelScorer } from '../../ports/model-scorer.js'
import { isGranted, type ConsentStore } from '../consent/index.js'
import { needsListeners, type Claim, type Interview, type InterviewStore } from '../interviews/index.js'
import type { Timeline } from '../timeline/index.js'
import type { ReportStatus } from '../../../shared/contracts/reports.js'
import type { ReportStore } from './report-store.js'
import { workThrough } from '../../jobs/work-through.js'

export interface ScoreDeps {
  interviews: Pick<InterviewStore, 'claimSubmitted' | 'settleScored' | 'giveUpScoring'>
  consents: Pick<ConsentStore, 'currentOf'>
  reports: Pick<ReportStore, 'insertOnce' | 'removeAssessment'>
  /** Scores what was answered. Pure apart from looking things up; the same interview gives the same bytes. */
  assess: (interview: Interview) => Promise<Assessment>
  promiseHours: (orgId: string) => Promise<number>
  /** Set up: it is asked before anything follows from a report. */
  modelScorer?: ModelScorer | undefined
  timeline: Timeline
  clock: Clock
  wake: (job: 'follow-reports' | 'ask-second-scorer') => void
}

/** Turns submitted interviews into reports, one claim at a time. No scorer runs without the candidate's consent (C2). */
export async function scoreInterviews(deps: ScoreDeps): Promise<void> {
  await workThrough({
    claim: () => deps.interviews.claimSubmitted(deps.clock.now()),
    work: (claim) => scoreOne(deps, claim),
    giveUp: (claim) => giveUp(deps, claim),
  })
}

async function scoreOne(deps: ScoreDeps, claim: Claim): Promise<void> {
  const { interview } = claim
  // What nobody wrote down is listened to: a score of the rest would not be one of the interview.
  const readable = !needsListeners(interview) && (await mayScore(deps, interview))
  const assessment = readable ? await deps.assess(interview) : undefined

  await saveReport(deps, interview, assessment ? { status: 'ready', assessment } : { status: 'awaiting-human' })
  // Taken back while it was being scored: the job for withdrawals may have looked before there was anything to remove.
  if (assessment && !(await mayScore(deps, interview)))
    await deps.reports.removeAssessment(interview.orgId, interview.invitationId)
  await deps.interviews.settleScored(claim)
  deps.wake(deps.modelScorer ? 'ask-second-scorer' : 'follow-reports')
}

async function giveUp(deps: ScoreDeps, claim: Claim): Promise<void> {
  await saveReport(deps, claim.interview, { status: 'failed' })
  await deps.interviews.giveUpScoring(claim)
  deps.wake('follow-reports')
}

async function saveReport(
  deps: ScoreDeps,
  interview: Interview,
  result: { status: Exclude<ReportStatus, 'queued' | 'reviewed'>; assessment?: Assessment },
): Promise<void> {
  const { id: interviewId, orgId, invitationId, applicationId, candidateId, positionId } = interview
  const readyAt = deps.clock.now()
  const questionIds = interview.questions.map(({ sourceId }) => sourceId)
  const dueAt = hoursAfter(readyAt, await deps.promiseHours(orgId))

  await Promise.all([
    deps.reports.insertOnce({
      orgId,
      interviewId,
      invitationId,
      applicationId,
      candidateId,
      positionId,
      questionIds,
      readyAt,
      dueAt,
      secondLook: deps.modelScorer !== undefined,
      ...result,
    }),
    deps.timeline.append({
      orgId,
      candidateId,
      applicationId,
      interviewId,
      at: readyAt,
      kind: `report-${result.status}`,
    }),
  ])
}

async function mayScore({ consents }: ScoreDeps, { orgId, invitationId }: Interview): Promise<boolean> {
  return isGranted(await consents.currentOf(orgId, invitationId), 'ai-scoring')
}
