import Router from '@koa/router'
import { ById } from '../../../shared/contracts/ids.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { validParams } from '../../http/validate.js'
import { viewFeedback, type FeedbackDeps } from './view-feedback.js'

export function candidateFeedbackRoutes(deps: FeedbackDeps): Router {
  const router = new Router({ prefix: '/api/candidate/interviews' })
  router.use(signedIn('candidate'))

  router.get('/:id/feedback', async (ctx) => {
    ctx.body = await viewFeedback(deps, { ...candidateOf(ctx), ...validParams(ctx, ById) })
  })

  return router
}
