/** A reviewer rates one question, before or after seeing the machine's score; both are kept (E5). */
import type { Clock } from '../../ports/clock.js'
import { conflict, notFound } from '../../errors.js'
import type { Timeline } from '../timeline/index.js'
import type { RatingStore } from './rating-store.js'
import type { ReportStore } from './report-store.js'
import type { Report } from './report.js'

export interface RateDeps {
  reports: Pick<ReportStore, 'markReviewed'>
  ratings: Pick<RatingStore, 'insertOnce' | 'listRated'>
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
}

/** @throws AppError not-found (no such question in the interview), already-rated (the first rating of a reviewer stands). */
export async function rateQuestion(deps: RateDeps, { report, by, questionId, score, note }: Rate): Promise<void> {
  if (!report.questionIds.includes(questionId)) throw notFound('question')
  const { id: reportId, orgId, candidateId, applicationId } = report
  const at = deps.clock.now()
  const rated = await deps.ratings.insertOnce({
    orgId,
    reportId,
    candidateId,
    questionId,
    by,
    at,
    score,
    ...(note !== undefined && { note }),
  })
  if (!rated) throw conflict('already-rated')

  const entry = { orgId, candidateId, applicationId, reportId, at, by }
  await deps.timeline.append({
    ...entry,
    kind: 'question-rated',
    key: `question-rated:${reportId}:${questionId}:${by}`,
  })
  if (!(await allRated(deps, report))) return
  await deps.reports.markReviewed(report)
  await deps.timeline.append({ ...entry, kind: 'report-reviewed' })
}

/** Whoever rated them: the report is reviewed once every item was rated by somebody. */
async function allRated({ ratings }: RateDeps, { orgId, id, reviewItems }: Report): Promise<boolean> {
  if (reviewItems.length === 0) return false
  const rated = new Set((await ratings.listRated(orgId, [id])).map(({ questionId }) => questionId))
  return reviewItems.every((item) => rated.has(item))
}
