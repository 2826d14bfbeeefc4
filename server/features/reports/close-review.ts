/** A report is reviewed once every item was rated by somebody, and nobody has to rate it a second time or to settle anything. */
import type { Timeline } from '../timeline/index.js'
import type { RatingStore } from './rating-store.js'
import type { ReportStore } from './report-store.js'
import type { Report } from './report.js'
import type { SecondRatingStore } from './second-rater/second-rating-store.js'

export interface CloseReviewDeps {
  reports: Pick<ReportStore, 'markReviewed'>
  ratings: Pick<RatingStore, 'listRated'>
  secondRatings: Pick<SecondRatingStore, 'openOf'>
  timeline: Timeline
}

export async function closeReview(
  deps: CloseReviewDeps,
  { report, by, at }: { report: Report; by: string; at: Date },
): Promise<void> {
  if (!(await isReviewed(deps, report))) return
  const { id: reportId, orgId, candidateId, applicationId } = report
  await deps.reports.markReviewed(report)
  await deps.timeline.append({ orgId, candidateId, applicationId, reportId, at, by, kind: 'report-reviewed' })
}

async function isReviewed(
  { ratings, secondRatings }: CloseReviewDeps,
  { orgId, id, reviewItems }: Report,
): Promise<boolean> {
  if (reviewItems.length === 0) return false
  const [rated, open] = await Promise.all([ratings.listRated(orgId, [id]), secondRatings.openOf(orgId, [id])])
  const items = new Set(rated.map(({ questionId }) => questionId))
  return open.length === 0 && reviewItems.every((item) => items.has(item))
}
