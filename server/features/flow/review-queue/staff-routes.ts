/** What waits to be rated, and taking it. */
import type Router from '@koa/router'
import { NextReview, TakeReview } from '../../../../shared/contracts/review-queue.js'
import { staffRouter } from '../../../http/staff-router.js'
import { validBody } from '../../../http/validate.js'
import type { AuditTrail } from '../../../ports/audit-trail.js'
import { reportsPolicy } from '../../reports/index.js'
import { countReviews, listReviews, type ReviewQueueDeps } from './review-queue.js'
import { releaseReview, takeNext, takeReview } from './take-review.js'

const may = reportsPolicy.rate

export function reviewRoutes(deps: ReviewQueueDeps & { audit: AuditTrail }): Router {
  const { router, get, post } = staffRouter('/api/staff/reviews', deps)

  get('/', { action: 'review.list', may }, async (_ctx, { caller }) => {
    const body = await listReviews(deps, caller)
    return { body, count: body.reviews.length, ids: body.reviews.map(({ applicationId }) => applicationId) }
  })

  get('/count', { action: 'review.count', may }, async (_ctx, { caller }) => ({
    body: await countReviews(deps, caller),
  }))

  post('/next', { action: 'review.take', may }, async (ctx, { caller }) => {
    const next = await takeNext(deps, caller, validBody(ctx, NextReview).kind)
    if (!next) return { body: {} }
    const { kind, report } = next
    return { body: { taken: { kind, reportId: report.id, applicationId: report.applicationId } } }
  })

  post('/take', { action: 'review.take', may }, async (ctx, { caller }) => {
    await takeReview(deps, caller, validBody(ctx, TakeReview))
    return { body: {} }
  })

  post('/release', { action: 'review.release', may }, async (ctx, { caller }) => {
    await releaseReview(deps, caller, validBody(ctx, TakeReview))
    return { body: {} }
  })

  return router
}
