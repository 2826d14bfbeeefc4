/** Who asked that a person looks again, and answering them. */
import type Router from '@koa/router'
import { AnswerAppeal } from '../../../../shared/contracts/appeals.js'
import { ById } from '../../../../shared/contracts/ids.js'
import { staffRouter } from '../../../http/staff-router.js'
import { validBody, validParams } from '../../../http/validate.js'
import type { AuditTrail } from '../../../ports/audit-trail.js'
import { flowPolicy } from '../policy.js'
import { answerAppeal, appealOf, listAppealsFor, type AnswerAppealDeps, type AppealListDeps } from './answer-appeal.js'
import type { AppealStore } from './appeal-store.js'

export type AppealRouteDeps = AnswerAppealDeps &
  AppealListDeps & {
    audit: AuditTrail
    appeals: AnswerAppealDeps['appeals'] & AppealListDeps['appeals'] & Pick<AppealStore, 'findById'>
    decisions: AnswerAppealDeps['decisions'] & AppealListDeps['decisions']
  }

export function appealRoutes(deps: AppealRouteDeps): Router {
  const { router, get, post } = staffRouter('/api/staff/appeals', deps)

  get('/', { action: 'appeal.list', may: flowPolicy.seeWaiting }, async (_ctx, { caller }) => {
    const appeals = await listAppealsFor(deps, caller)
    const ids = appeals.map(({ applicationId }) => applicationId)
    return { body: { appeals }, count: ids.length, ids }
  })

  post(
    '/:id/answer',
    {
      action: 'appeal.answer',
      may: flowPolicy.answerAppeal,
      subject: (ctx) => ({ kind: 'appeal', id: validParams(ctx, ById).id }),
    },
    async (ctx, call) => {
      const appeal = await appealOf(deps, call.caller.orgId, validParams(ctx, ById).id)
      call.within(appeal.positionId)
      const { answer } = validBody(ctx, AnswerAppeal)
      await answerAppeal(deps, { appeal, by: call.caller.memberId, text: answer })
      return { body: {} }
    },
  )

  return router
}
