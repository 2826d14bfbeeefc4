/** Signing in. The only candidate route without a session. */
import Router from '@koa/router'
import {
  OpenCandidateSession,
  type CandidateSession,
  type OrganisationForCandidate,
} from '../../../shared/contracts/sessions.js'
import { anonymousJsonBody } from '../../http/json-body.js'
import { quotaLimited } from '../../http/rate-limit.js'
import { validBody } from '../../http/validate.js'
import type { Quotas } from '../../mongo/quota-store.js'
import { openCandidateSession, type SessionDeps } from './candidate-session.js'

export interface SessionRouteDeps extends SessionDeps {
  orgId: string
  quotas: Quotas
  organisationForCandidate: () => Promise<OrganisationForCandidate>
  templateIds: CandidateSession['templateIds']
  contactProofs: CandidateSession['contactProofs']
}

/** Many candidates share one network; the platform's codes guard each of them. */
const signIns = { name: 'candidate-sign-in', count: 600, perSeconds: 60 }

export function candidateSessionRoutes(deps: SessionRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/sessions' })
  router.use(quotaLimited({ quotas: deps.quotas, quota: signIns }), anonymousJsonBody)

  router.post('/', async (ctx) => {
    const { code } = validBody(ctx, OpenCandidateSession)

    const { token, expiresAt } = await openCandidateSession(deps, { orgId: deps.orgId, code })
    const organisation = await deps.organisationForCandidate()

    ctx.body = {
      token,
      expiresAt: expiresAt.toISOString(),
      organisation,
      templateIds: deps.templateIds,
      contactProofs: deps.contactProofs,
    } satisfies CandidateSession
  })

  return router
}
