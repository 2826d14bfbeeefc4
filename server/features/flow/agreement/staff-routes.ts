/** How far raters agree, for whoever answers for the positions. */
import type Router from '@koa/router'
import { AgreementQuery } from '../../../../shared/contracts/agreement.js'
import { staffRouter } from '../../../http/staff-router.js'
import { validQuery } from '../../../http/validate.js'
import type { AuditTrail } from '../../../ports/audit-trail.js'
import { scopeOf } from '../../../ports/staff.js'
import { flowPolicy } from '../policy.js'
import { agreementFor, type AgreementDeps } from './agreement-report.js'

const may = flowPolicy.seeAgreement

export function agreementRoutes(deps: AgreementDeps & { audit: AuditTrail }): Router {
  const { router, get } = staffRouter('/api/staff/agreement', deps)

  get('/', { action: 'agreement.read', may }, async (ctx, { caller }) => {
    const scope = scopeOf(caller, may)
    return { body: await agreementFor(deps, { orgId: caller.orgId, scope, ...validQuery(ctx, AgreementQuery) }) }
  })

  return router
}
