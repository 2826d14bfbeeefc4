import type Router from '@koa/router'
import { AuditQuery } from '../../../shared/contracts/audit.js'
import { staffRouter } from '../../http/staff-router.js'
import { validQuery } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import { inIds, type AboutDeps } from './about-whom.js'
import { auditPolicy } from './policy.js'
import { readAuditCsv, readAuditPage, type ReadAuditDeps } from './read-audit.js'

interface Deps extends ReadAuditDeps, AboutDeps {
  audit: AuditTrail
}

export function auditRoutes(deps: Deps): Router {
  const { router, get } = staffRouter('/api/audit', deps)

  get('/', { action: 'audit.read', may: auditPolicy.read }, async (ctx, { caller }) => {
    const { format, ...filter } = validQuery(ctx, AuditQuery)
    if (format !== 'csv') {
      const page = await readAuditPage(deps, caller.orgId, await inIds(deps, caller.orgId, filter))
      return { body: page, count: page.entries.length }
    }
    const { csv, count, next } = await readAuditCsv(deps, caller.orgId, await inIds(deps, caller.orgId, filter))
    ctx.attachment('audit.csv')
    ctx.type = 'text/csv; charset=utf-8'
    if (next) ctx.set('x-next-before', next)
    return { body: csv, count }
  })

  return router
}
