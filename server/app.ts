/** The web application, from what it needs. Importing it does nothing; listening is somebody else's business. */
import type Router from '@koa/router'
import Koa from 'koa'
import { AppError } from './errors.js'
import { callerByAddress } from './http/client-address.js'
import { consolePages } from './http/console-pages.js'
import { domainProof, type DomainProof } from './http/domain-proof.js'
import { errorHandler } from './http/error-handler.js'
import { operationsRoutes } from './http/health.js'
import { jsonBody } from './http/json-body.js'
import { noStore } from './http/no-store.js'
import { fewAtOnce } from './http/few-at-once.js'
import { callsLimited, type CallsAMinute } from './http/rate-limit.js'
import { requestLog } from './http/request-log.js'
import { safeReplies } from './http/safe-replies.js'
import { resolveSession, type FindCandidateSession } from './http/session.js'
import { resolveStaffSession, type FindStaffSession } from './http/staff-session.js'
import { leaveUnread } from './http/unread-bodies.js'
import type { Logger } from './log.js'
import type { Metrics } from './metrics.js'

export interface AppDeps {
  log: Logger
  metrics: Metrics
  publicUrl: string
  /** Addresses and networks whose X-Forwarded-For counts. */
  trustedProxies?: string[]
  /** Lets who is not on this machine read the figures. */
  metricsToken?: string | undefined
  ready: () => Promise<Record<string, boolean>>
  /** Of one caller who is signed in. */
  callsAMinute?: CallsAMinute
  findCandidateSession: FindCandidateSession
  findStaffSession: FindStaffSession
  routers: Router[]
  /** Where HR's console was built to; absent: it is not served. */
  consoleDir?: string
  domainProof?: DomainProof | undefined
}

export function buildApp(deps: AppDeps): Koa {
  const app = new Koa()
  const operations = operationsRoutes(deps)

  app.on('error', tellBrokenReply(deps.log))
  app.use(leaveUnread())
  app.use(requestLog(deps))
  app.use(callerByAddress(deps.trustedProxies ?? []))
  app.use(errorHandler(deps.log))
  app.use(noStore)
  app.use(safeReplies)
  app.use(operations.routes())
  if (deps.domainProof) app.use(domainProof(deps.domainProof))
  if (deps.consoleDir) app.use(consolePages(deps.consoleDir))
  app.use(resolveSession(deps.findCandidateSession))
  app.use(resolveStaffSession(deps))
  app.use(callsLimited(deps.callsAMinute))
  app.use(fewAtOnce())
  app.use(jsonBody)
  for (const router of deps.routers)
    app.use(router.routes()).use(router.allowedMethods({ throw: true, notImplemented: refusedMethod }))

  return app
}

/** TRACE and the like: the caller's fault, and no reason for a line about an error of ours. */
const refusedMethod = () => new AppError('refused', 405, 'refused')

/** Of what is sent piece by piece: the reply had begun. Whoever hangs up in the middle of a recording is no fault of ours. */
const tellBrokenReply = (log: Logger) => (err: NodeJS.ErrnoException) => {
  if (err.code !== 'ERR_STREAM_PREMATURE_CLOSE' && err.code !== 'ECONNRESET') log.error({ err }, 'a reply broke off')
}
