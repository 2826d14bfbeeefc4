/** What a phone sends before it records, to see how fast it sends. Read, counted against a limit, and forgotten. */
import Router from '@koa/router'
import { maxTrialBytes } from '../../../shared/contracts/device-check.js'
import { rateLimited } from '../../http/rate-limit.js'
import { rawBody } from '../../http/raw-body.js'
import { candidateOf, signedIn } from '../../http/session.js'

/** Some five checks: one takes six of them, of which one is long. */
const trialsAMinute = { points: 30, perSeconds: 60 }

export function deviceCheckRoutes(): Router {
  const router = new Router({ prefix: '/api/candidate/device-check' })
  router.use(signedIn('candidate'))

  const limited = rateLimited({ ...trialsAMinute, keyOf: (ctx) => candidateOf(ctx).openid })

  router.post('/upload', limited, async (ctx) => {
    await rawBody(ctx, maxTrialBytes)
    ctx.status = 204
  })

  return router
}
