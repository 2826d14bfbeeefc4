/** Candidate side: the phone reports what its owner tapped. */
import Router from '@koa/router'
import { RecordSubscriptions } from '../../../../../../shared/contracts/notifications.js'
import { candidateOf, signedIn } from '../../../../../http/session.js'
import { validBody } from '../../../../../http/validate.js'
import { recordSubscriptions } from './record-subscriptions.js'

export function subscriptionRoutes(deps: Parameters<typeof recordSubscriptions>[0]): Router {
  const router = new Router({ prefix: '/api/candidate/subscriptions' })
  router.use(signedIn('candidate'))

  router.post('/', async (ctx) => {
    const { choices } = validBody(ctx, RecordSubscriptions)
    const { orgId, openid } = candidateOf(ctx)

    await recordSubscriptions(deps, { orgId, openid, choices })

    ctx.body = {}
  })

  return router
}
