/** My applications: send one in, see where each stands. */
import Router from '@koa/router'
import { ById } from '../../../shared/contracts/ids.js'
import type { PrivacyNotice } from '../../../shared/contracts/consent.js'
import { ApplyToPosition, ClaimApplication, ClaimByCode } from '../../../shared/contracts/talent.js'
import { networkOf } from '../../http/client-address.js'
import { languageOf } from '../../http/language-of.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { validBody, validParams } from '../../http/validate.js'
import { refuseUnlessAccepted } from '../consent/index.js'
import { applyToPosition, withPlainResume, type ApplyDeps } from '../talent/index.js'
import { claimApplication, type ClaimDeps } from './claim-application.js'
import { claimByCode, type ClaimByCodeDeps } from './claim-by-code.js'
import { findMyApplication, listMyApplications, viewApplication, type ViewDeps } from './view-application.js'

export type ApplicationRouteDeps = ViewDeps &
  ApplyDeps &
  ClaimDeps &
  ClaimByCodeDeps & {
    notice: PrivacyNotice
    applications: ViewDeps['applications'] &
      ApplyDeps['applications'] &
      ClaimDeps['applications'] &
      ClaimByCodeDeps['applications']
    candidates: ViewDeps['candidates'] &
      ApplyDeps['candidates'] &
      ClaimDeps['candidates'] &
      ClaimByCodeDeps['candidates']
  }

export function applicationRoutes(deps: ApplicationRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/applications' })
  router.use(signedIn('candidate'))

  router.post('/', async (ctx) => {
    const { positionId, submissionKey, resume, notice } = validBody(ctx, ApplyToPosition, withPlainResume)
    const { orgId, openid } = candidateOf(ctx)
    refuseUnlessAccepted(deps.notice, notice, resume)

    const application = await applyToPosition(deps, {
      orgId,
      positionId,
      resume,
      language: languageOf(ctx),
      source: 'mini-program',
      tap: { openid, submissionKey, notice },
    })
    ctx.body = await viewApplication(deps, application, openid)
  })

  router.post('/claim', async (ctx) => {
    await claimApplication(deps, { ...candidateOf(ctx), ...validBody(ctx, ClaimApplication) })
    ctx.body = {}
  })

  router.post('/claim-by-code', async (ctx) => {
    const caller = candidateOf(ctx)
    const claim = { ...caller, ...validBody(ctx, ClaimByCode), network: networkOf(ctx.ip) }
    ctx.body = await viewApplication(deps, await claimByCode(deps, claim), caller.openid)
  })

  router.get('/', async (ctx) => {
    ctx.body = { applications: await listMyApplications(deps, candidateOf(ctx)) }
  })

  router.get('/:id', async (ctx) => {
    ctx.body = await findMyApplication(deps, candidateOf(ctx), validParams(ctx, ById).id)
  })

  return router
}
