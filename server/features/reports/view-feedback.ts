import type { FeedbackLevel } from '../../../shared/contracts/organisation.js'
import type { FeedbackForCandidate } from '../../../shared/contracts/reports.js'
import type { Clock } from '../../ports/clock.js'
import { notFound } from '../../errors.js'
import { refusesScoring, type ConsentStore } from '../consent/index.js'
import type { InterviewStore } from '../interviews/index.js'
import type { Timeline } from '../timeline/index.js'
import { presentFeedback } from './present-feedback.js'
import type { RatingStore } from './rating-store.js'
import type { ReportStore } from './report-store.js'

export interface FeedbackDeps {
  interviews: Pick<InterviewStore, 'find'>
  reports: Pick<ReportStore, 'findByInterview' | 'assessmentOf'>
  ratings: Pick<RatingStore, 'listOf'>
  consents: Pick<ConsentStore, 'currentOf'>
  feedbackLevel: (orgId: string) => Promise<FeedbackLevel>
  timeline: Timeline
  clock: Clock
}

/** Seeds promise ten minutes; ours takes seconds, the promise stays (M4). */
const machinePartMs = 10 * 60_000

/** The candidate's own feedback. Somebody else's interview does not exist for the caller. */
export async function viewFeedback(
  deps: FeedbackDeps,
  which: { orgId: string; openid: string; id: string },
): Promise<FeedbackForCandidate> {
  const interview = await deps.interviews.find(which)
  if (!interview?.submittedAt) throw notFound('interview')

  const { orgId, candidateId, applicationId, positionTitle, submittedAt } = interview
  const [report, consent, level] = await Promise.all([
    deps.reports.findByInterview(orgId, interview.id),
    deps.consents.currentOf(orgId, interview.invitationId),
    deps.feedbackLevel(orgId),
  ])
  const [assessment, ratings] = await Promise.all([
    report && deps.reports.assessmentOf(report),
    report ? deps.ratings.listOf(orgId, report.id) : [],
  ])
  const expectedAt = new Date(submittedAt.getTime() + machinePartMs)
  const feedback = presentFeedback({
    report,
    assessment,
    ratings,
    readByPeople: refusesScoring(consent),
    level,
    positionTitle,
    submittedAt,
    expectedAt,
  })

  if (feedback.kind === 'ready')
    await deps.timeline.append({
      orgId,
      candidateId,
      applicationId,
      interviewId: interview.id,
      at: deps.clock.now(),
      kind: 'feedback-read',
    })
  return feedback
}
