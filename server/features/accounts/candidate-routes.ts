/** Signing in. The only candidate route without a session. */
import Router from '@koa/router'
import {
  OpenCandidateSession,
  type CandidateSession,
  type OrganisationForCandidate,
} from '../../../shared/contracts/sessions.js'
import { anonymousJsonBody } from '../../http/json-body.js'
import { rateLimited } from '../../http/rate-limit.js'
import { validBody } from '../../http/validate.js'
import { openCandidateSession, type SessionDeps } from './candidate-session.js'

export interface SessionRouteDeps extends SessionDeps {
  orgId: string
  organisationForCandidate: () => Promise<OrganisationForCandidate>
  templateIds: CandidateSession['templateIds']
}

const signInsAMinute = 600 // many candidates share one address; the platform's codes guard each of them

export function candidateSessionRoutes(deps: SessionRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/sessions' })
  router.use(rateLimited({ points: signInsAMinute, perSeconds: 60, keyOf: (ctx) => ctx.ip }), anonymousJsonBody)

  router.post('/', async (ctx) => {
    const { code } = validBody(ctx, OpenCandidateSession)

    const { token, expiresAt } = await openCandidateSession(deps, { orgId: deps.orgId, code })
    const organisation = await deps.organisationForCandidate()

    ctx.body = {
      token,
      expiresAt: expiresAt.toISOString(),
      organisation,
      templateIds: deps.templateIds,
    } satisfies CandidateSession
  })

  return router
}
