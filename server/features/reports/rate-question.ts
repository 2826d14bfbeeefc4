/** A reviewer rates one question, before or after seeing the machine's score; both are kept (E5). */
import type { Clock } from '../../ports/clock.js'
import { conflict, forbidden, notFound } from '../../errors.js'
import type { Timeline } from '../timeline/index.js'
import { closeReview, type CloseReviewDeps } from './close-review.js'
import type { RatingStore } from './rating-store.js'
import type { ReportStore } from './report-store.js'
import type { Report } from './report.js'
import { askSecond } from './second-rater/ask-second-rater.js'
import { isApart, machineScore, statusAfter } from './second-rater/second-rating.js'
import type { SecondRatingStore } from './second-rater/second-rating-store.js'

export interface RateDeps extends CloseReviewDeps {
  reports: CloseReviewDeps['reports'] & Pick<ReportStore, 'assessmentOf'>
  ratings: CloseReviewDeps['ratings'] & Pick<RatingStore, 'insertOnce' | 'listOf'>
  secondRatings: CloseReviewDeps['secondRatings'] & Pick<SecondRatingStore, 'ask' | 'find' | 'move'>
  timeline: Timeline
  clock: Clock
}

export interface Rate {
  report: Report
  questionId: string
  score: number
  note?: string
  /** Member's id. */
  by: string
  /** Who declined them, while they wait for another look: somebody else takes it. */
  declinedBy?: string | undefined
}

/**
 * @throws AppError not-found (no such question in the interview), appeal-by-another, already-rated (the first rating of a reviewer
 * stands), second-by-another (it waits for somebody else).
 */
export async function rateQuestion(
  deps: RateDeps,
  { report, by, questionId, score, note, declinedBy }: Rate,
): Promise<void> {
  if (!report.questionIds.includes(questionId)) throw notFound('question')
  if (declinedBy === by) throw forbidden('appeal-by-another')
  const { id: reportId, orgId, candidateId, applicationId } = report
  const at = deps.clock.now()
  const rating = { orgId, reportId, candidateId, questionId, by, at, score, ...(note !== undefined && { note }) }
  const rated = await deps.ratings.insertOnce(rating)

  const entry = { orgId, candidateId, applicationId, reportId, at, by }
  const key = `question-rated:${reportId}:${questionId}:${by}`
  await deps.timeline.append({ ...entry, kind: 'question-rated', key })
  // Also of one that was kept before: the process may have died before what follows.
  const waits = await followRating(deps, { report, questionId, at })
  await closeReview(deps, { report, by, at })
  if (!rated) throw conflict(waits === 'second' ? 'second-by-another' : 'already-rated')
}

/** Whether somebody else has to rate it, or the two have to settle it. */
async function followRating(
  deps: RateDeps,
  { report, questionId, at }: { report: Report; questionId: string; at: Date },
): Promise<string | undefined> {
  const { orgId, id: reportId } = report
  const given = (await deps.ratings.listOf(orgId, reportId)).filter((one) => one.questionId === questionId)
  const machine = machineScore(await deps.reports.assessmentOf(report), questionId)
  const [only] = given
  if (only && given.length === 1 && machine !== undefined && isApart(only.score, machine))
    await askSecond(deps, report, { questionId, reason: 'from-machine' })

  const second = await deps.secondRatings.find(orgId, reportId, questionId)
  const next = statusAfter(given.map(({ score }) => score))
  if (second?.status === 'second' && next !== 'second') await deps.secondRatings.move(second, next, at)
  return second?.status === 'second' ? next : second?.status
}
