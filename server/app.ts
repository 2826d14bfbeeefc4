/** The web application, from what it needs. Importing it does nothing; listening is somebody else's business. */
import { bodyParser } from '@koa/bodyparser'
import type Router from '@koa/router'
import Koa from 'koa'
import helmet from 'koa-helmet'
import { consolePages } from './http/console-pages.js'
import { domainProof, type DomainProof } from './http/domain-proof.js'
import { errorHandler } from './http/error-handler.js'
import { operationsRoutes } from './http/health.js'
import { requestLog } from './http/request-log.js'
import { resolveSession, type FindCandidateSession } from './http/session.js'
import { resolveStaffSession, type FindStaffSession } from './http/staff-session.js'
import type { Logger } from './log.js'
import type { Metrics } from './metrics.js'

export interface AppDeps {
  log: Logger
  metrics: Metrics
  publicUrl: string
  ready: () => Promise<Record<string, boolean>>
  findCandidateSession: FindCandidateSession
  findStaffSession: FindStaffSession
  routers: Router[]
  /** Where HR's console was built to; absent: it is not served. */
  consoleDir?: string
  domainProof?: DomainProof | undefined
}

const bodyLimit = '64kb'
/** A résumé may be longer than any other body (settled: limits). */
const resumeLimit = '256kb'
const resumePath = '/api/candidate/applications'
/** A question bank is the longest text that people edit here. */
const fileLimit = '1200kb'
const filesPath = '/api/staff/files/'

export function buildApp(deps: AppDeps): Koa {
  const app = new Koa()
  const operations = operationsRoutes(deps)

  app.use(requestLog(deps))
  app.use(errorHandler(deps.log))
  app.use(helmet())
  app.use(operations.routes())
  if (deps.domainProof) app.use(domainProof(deps.domainProof))
  if (deps.consoleDir) app.use(consolePages(deps.consoleDir))
  app.use(jsonBody())
  app.use(resolveSession(deps.findCandidateSession))
  app.use(resolveStaffSession(deps.findStaffSession))
  for (const router of deps.routers) app.use(router.routes()).use(router.allowedMethods({ throw: true }))

  return app
}

function jsonBody(): Koa.Middleware {
  const options = { enableTypes: ['json' as const] }
  const small = bodyParser({ ...options, jsonLimit: bodyLimit })
  const large = bodyParser({ ...options, jsonLimit: resumeLimit })
  const files = bodyParser({ ...options, jsonLimit: fileLimit })
  return (ctx, next) => {
    if (ctx.path.startsWith(filesPath)) return files(ctx, next)
    return (ctx.path === resumePath ? large : small)(ctx, next)
  }
}
