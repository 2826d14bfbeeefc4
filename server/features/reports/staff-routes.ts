import type Router from '@koa/router'
import { ById } from '../../../shared/contracts/ids.js'
import { RateQuestion } from '../../../shared/contracts/staff-reports.js'
import { forbidden, notFound } from '../../errors.js'
import { staffRouter } from '../../http/staff-router.js'
import { validBody, validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { Sharing } from '../invitations/index.js'
import { reportsPolicy } from './policy.js'
import { rateQuestion, type RateDeps } from './rate-question.js'
import type { ReportStore } from './report-store.js'

export interface RatingRouteDeps extends RateDeps {
  audit: AuditTrail
  sharing: Sharing
  reports: RateDeps['reports'] & Pick<ReportStore, 'findById'>
}

export function ratingRoutes(deps: RatingRouteDeps): Router {
  const { router, post } = staffRouter('/api/staff/reports', deps)

  post(
    '/:id/ratings',
    {
      action: 'report.rate',
      may: reportsPolicy.rate,
      subject: (ctx) => ({ kind: 'report', id: validParams(ctx, ById).id }),
    },
    async (ctx, call) => {
      const { caller } = call
      const report = await deps.reports.findById(caller.orgId, validParams(ctx, ById).id)
      if (!report) throw notFound('report')
      call.within(report.positionId)
      if (!(await deps.sharing.mayRead(caller, report))) throw forbidden('not-shared')

      await rateQuestion(deps, { report, by: caller.memberId, ...validBody(ctx, RateQuestion) })
      return { body: {} }
    },
  )

  return router
}
