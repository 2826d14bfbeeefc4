/**
 * Staff routes. Each names its action and the rule of its feature's policy.ts; who may not is refused and that is written down.
 * A read is sent only after its entry is in the audit trail; a change begins only after its entry is (C21).
 */
import Router from '@koa/router'
import type { Context } from 'koa'
import { forbidden, type AppError } from '../errors.js'
import { auditedChange, failureAudited, type AuditedAct, type AuditTrail } from '../ports/audit-trail.js'
import { mayAct, mayActOn, mayDownload, type Rule, type StaffCaller } from '../ports/staff.js'
import { refuseForeignPages, staffOf } from './staff-session.js'

interface Subject {
  kind: string
  id: string
}

export interface StaffRoute {
  /** Feature and verb, for example `report.read`. */
  action: string
  may: Rule
  /** It gives something to take along: beside the rule, the right to download is asked for. */
  download?: true
  /** A look whose question belongs in no address. */
  reads?: boolean
  /** What it is about, as far as the address says. */
  subject?: (ctx: Context) => Subject
}

export interface StaffAnswer {
  body: unknown
  /** How many people's data are in it, where it is a list. */
  count?: number
  /** Whose: of each row. */
  ids?: string[]
  /** What was looked for. */
  searched?: string
  /** Asked for part by part: what an entry of a little while ago already says to have been given is not written down again. */
  once?: { wasWritten: boolean; written: () => void }
}

export interface StaffCall {
  caller: StaffCaller
  /** Call it as soon as the position is known: throws a refusal when the rule does not reach that position. */
  within(positionId: string): void
}

type Handler = (ctx: Context, call: StaffCall) => Promise<StaffAnswer>

export function staffRouter(prefix: string, { audit }: { audit: AuditTrail }) {
  const router = new Router({ prefix })
  router.use(refuseForeignPages)

  const add =
    (method: 'get' | 'post' | 'put' | 'delete') =>
    (path: string, route: StaffRoute, handle: Handler): void => {
      router[method](path, async (ctx) => {
        const caller = staffOf(ctx)
        const subject = route.subject?.(ctx)
        const entry = {
          orgId: caller.orgId,
          actor: caller.memberId,
          via: 'console' as const,
          action: route.action,
          ...(subject && { subject }),
        }
        const within = (positionId: string) => {
          if (!mayActOn(caller, route.may, positionId)) throw forbidden('not-allowed')
        }

        const refusal = refusalOf(caller, route)
        if (refusal) throw await refused(audit, entry, refusal)
        const isRead = method === 'get' || route.reads === true
        const answer = await (isRead ? failureAudited : auditedChange)(audit, entry, () =>
          handle(ctx, { caller, within }),
        )
        const { body, once, ...read } = answer
        if (isRead && !once?.wasWritten) {
          await audit.append({ ...entry, result: 'done', ...read })
          once?.written()
        }
        ctx.body = body
      })
    }

  return { router, get: add('get'), post: add('post'), put: add('put'), delete: add('delete') }
}

function refusalOf(caller: StaffCaller, { may, download }: StaffRoute): AppError | undefined {
  if (!mayAct(caller, may)) return forbidden('not-allowed')
  return download && !mayDownload(caller) ? forbidden('download-not-granted') : undefined
}

async function refused(audit: AuditTrail, entry: AuditedAct, error: AppError): Promise<AppError> {
  await audit.append({ ...entry, result: 'refused', code: error.code })
  return error
}
