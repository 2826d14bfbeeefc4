/** My applications: send one in, see where each stands. */
import Router from '@koa/router'
import { ById } from '../../../shared/contracts/ids.js'
import { ApplyToPosition, ClaimApplication } from '../../../shared/contracts/talent.js'
import { languageOf } from '../../http/language-of.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { validBody, validParams } from '../../http/validate.js'
import { applyToPosition, withPlainResume, type ApplyDeps } from '../talent/index.js'
import { claimApplication, type ClaimDeps } from './claim-application.js'
import { findMyApplication, listMyApplications, viewApplication, type ViewDeps } from './view-application.js'

export type ApplicationRouteDeps = ViewDeps &
  ApplyDeps &
  ClaimDeps & {
    applications: ViewDeps['applications'] & ApplyDeps['applications'] & ClaimDeps['applications']
    candidates: ApplyDeps['candidates'] & ClaimDeps['candidates']
  }

export function applicationRoutes(deps: ApplicationRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/applications' })
  router.use(signedIn('candidate'))

  router.post('/', async (ctx) => {
    const { positionId, submissionKey, resume } = validBody(ctx, ApplyToPosition, withPlainResume)
    const { orgId, openid } = candidateOf(ctx)

    const application = await applyToPosition(deps, {
      orgId,
      positionId,
      resume,
      language: languageOf(ctx),
      source: 'mini-program',
      tap: { openid, submissionKey },
    })
    ctx.body = await viewApplication(deps, application, openid)
  })

  router.post('/claim', async (ctx) => {
    await claimApplication(deps, { ...candidateOf(ctx), ...validBody(ctx, ClaimApplication) })
    ctx.body = {}
  })

  router.get('/', async (ctx) => {
    ctx.body = { applications: await listMyApplications(deps, candidateOf(ctx)) }
  })

  router.get('/:id', async (ctx) => {
    ctx.body = await findMyApplication(deps, candidateOf(ctx), validParams(ctx, ById).id)
  })

  return router
}
