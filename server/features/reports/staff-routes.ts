import type Router from '@koa/router'
import type { Context } from 'koa'
import { ById } from '../../../shared/contracts/ids.js'
import { AskSecondRating, SettleRating } from '../../../shared/contracts/second-ratings.js'
import { RateQuestion } from '../../../shared/contracts/staff-reports.js'
import { forbidden, notFound } from '../../errors.js'
import { staffRouter, type StaffCall } from '../../http/staff-router.js'
import { validBody, validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import { rolesOn } from '../../ports/staff.js'
import type { Sharing } from '../invitations/index.js'
import { reportsPolicy } from './policy.js'
import { rateQuestion, type RateDeps } from './rate-question.js'
import type { ReportStore } from './report-store.js'
import type { Report } from './report.js'
import { askByHand } from './second-rater/ask-second-rater.js'
import type { AppealedReport } from './second-rater/blind-items.js'
import { settleRating, type SettleDeps } from './second-rater/settle-rating.js'

export interface RatingRouteDeps extends RateDeps, SettleDeps {
  audit: AuditTrail
  sharing: Sharing
  reports: RateDeps['reports'] & Pick<ReportStore, 'findById'>
  ratings: RateDeps['ratings']
  secondRatings: RateDeps['secondRatings'] & SettleDeps['secondRatings']
  /** By application, who waits for another look. */
  appealsOpen: (orgId: string, applicationIds: readonly string[]) => Promise<ReadonlyMap<string, AppealedReport>>
}

const subject = (ctx: Context) => ({ kind: 'report', id: validParams(ctx, ById).id })

export function ratingRoutes(deps: RatingRouteDeps): Router {
  const { router, post } = staffRouter('/api/staff/reports', deps)

  post('/:id/ratings', { action: 'report.rate', may: reportsPolicy.rate, subject }, async (ctx, call) => {
    const report = await reportFor(deps, ctx, call)
    const { orgId, memberId: by } = call.caller
    const appeal = (await deps.appealsOpen(orgId, [report.applicationId])).get(report.applicationId)
    await rateQuestion(deps, { report, by, declinedBy: appeal?.decidedBy, ...validBody(ctx, RateQuestion) })
    return { body: {} }
  })

  post('/:id/second-ratings', { action: 'report.ask-second', may: reportsPolicy.rate, subject }, async (ctx, call) => {
    const report = await reportFor(deps, ctx, call)
    await askByHand(deps, { report, by: call.caller.memberId, ...validBody(ctx, AskSecondRating) })
    return { body: {} }
  })

  post('/:id/settlements', { action: 'report.settle', may: reportsPolicy.rate, subject }, async (ctx, call) => {
    const report = await reportFor(deps, ctx, call)
    const roles = rolesOn(call.caller, report.positionId)
    await settleRating(deps, { report, by: call.caller.memberId, roles, ...validBody(ctx, SettleRating) })
    return { body: {} }
  })

  return router
}

async function reportFor(deps: RatingRouteDeps, ctx: Context, call: StaffCall): Promise<Report> {
  const { caller } = call
  const report = await deps.reports.findById(caller.orgId, validParams(ctx, ById).id)
  if (!report) throw notFound('report')
  call.within(report.positionId)
  if (!(await deps.sharing.mayRead(caller, report))) throw forbidden('not-shared')
  return report
}
