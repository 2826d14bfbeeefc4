/** Asks that somebody else rates a question as well: by what a new report says, or by hand of whoever rated it. Safe to do twice. */
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import type { SecondReason } from '../../../../shared/contracts/second-ratings.js'
import { conflict, notFound } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import type { Timeline } from '../../timeline/index.js'
import type { RatingStore } from '../rating-store.js'
import type { Report } from '../report.js'
import { asksOfReport, statusAfter } from './second-rating.js'
import type { SecondRatingStore } from './second-rating-store.js'

export interface AskSecondDeps {
  ratings: Pick<RatingStore, 'listOf'>
  secondRatings: Pick<SecondRatingStore, 'ask'>
  timeline: Timeline
  clock: Clock
}

interface Asking {
  questionId: string
  reason: SecondReason
  /** Member's id. */
  askedBy?: string
}

/** What a report asks for by itself. `share` of the reports of its position are rated by two people, whoever is in them. */
export async function askForReport(
  deps: AskSecondDeps,
  report: Report & { assessment?: Assessment },
  share: number,
): Promise<void> {
  for (const asking of asksOfReport(report, report.assessment, share)) await askSecond(deps, report, asking)
}

/** @throws AppError not-found (no such question in the interview), rate-first (only whoever rated it asks). */
export async function askByHand(
  deps: AskSecondDeps,
  { report, questionId, by }: { report: Report; questionId: string; by: string },
): Promise<void> {
  if (!report.questionIds.includes(questionId)) throw notFound('question')
  const ratings = await deps.ratings.listOf(report.orgId, report.id)
  if (!ratings.some((one) => one.questionId === questionId && one.by === by)) throw conflict('rate-first')
  await askSecond(deps, report, { questionId, reason: 'by-hand', askedBy: by })
}

/** Where two have rated it already, there is only left to settle, or nothing. */
export async function askSecond(
  { ratings, secondRatings, timeline, clock }: AskSecondDeps,
  report: Report,
  { questionId, reason, askedBy }: Asking,
): Promise<void> {
  const { orgId, id: reportId, applicationId, candidateId, positionId } = report
  const given = (await ratings.listOf(orgId, reportId)).filter((one) => one.questionId === questionId)
  const at = clock.now()
  await secondRatings.ask({
    orgId,
    reportId,
    applicationId,
    candidateId,
    positionId,
    questionId,
    reason,
    ...(askedBy !== undefined && { askedBy }),
    status: statusAfter(given.map(({ score }) => score)),
    since: at,
  })
  await timeline.append({
    orgId,
    candidateId,
    applicationId,
    reportId,
    at,
    ...(askedBy !== undefined && { by: askedBy }),
    kind: 'second-rating-asked',
    key: `second-rating-asked:${reportId}:${questionId}`,
  })
}
