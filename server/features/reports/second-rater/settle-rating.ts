/** Two who rated a question a band apart settle it: one of them, or a lead, records what they agreed on and why. All versions are kept. */
import type { Role } from '../../../../shared/contracts/staff.js'
import { conflict, forbidden } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import type { Timeline } from '../../timeline/index.js'
import { closeReview, type CloseReviewDeps } from '../close-review.js'
import type { RatingStore } from '../rating-store.js'
import type { Report } from '../report.js'
import type { Settlement } from './second-rating.js'
import type { SecondRatingStore } from './second-rating-store.js'

export interface SettleDeps extends CloseReviewDeps {
  ratings: CloseReviewDeps['ratings'] & Pick<RatingStore, 'listOf'>
  secondRatings: CloseReviewDeps['secondRatings'] & Pick<SecondRatingStore, 'find' | 'settle'>
  timeline: Timeline
  clock: Clock
}

const leads: readonly Role[] = ['hr-admin', 'department-manager']

export const isLead = (roles: readonly Role[]): boolean => roles.some((role) => leads.includes(role))

/** @throws AppError nothing-to-settle (not asked for, not apart, or settled already), settle-by-raters. */
export async function settleRating(
  deps: SettleDeps,
  given: { report: Report; questionId: string; by: string; roles: readonly Role[] } & Settlement,
): Promise<void> {
  const { report, questionId, by, roles, score, reason } = given
  const { orgId, id: reportId, candidateId, applicationId } = report
  const second = await deps.secondRatings.find(orgId, reportId, questionId)
  if (second?.status !== 'settle') throw conflict('nothing-to-settle')
  const ratings = await deps.ratings.listOf(orgId, reportId)
  const rated = ratings.some((one) => one.questionId === questionId && one.by === by)
  if (!rated && !isLead(roles)) throw forbidden('settle-by-raters')

  const at = deps.clock.now()
  if (!(await deps.secondRatings.settle(second, { score, reason }, { by, at }))) throw conflict('nothing-to-settle')
  const key = `rating-settled:${reportId}:${questionId}`
  await deps.timeline.append({ orgId, candidateId, applicationId, reportId, at, by, kind: 'rating-settled', key })
  await closeReview(deps, { report, by, at })
}
