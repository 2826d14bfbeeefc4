/** Tencent Cloud SMS, API 3.0: one path, the action stands in a header. */
import { randomUUID } from 'node:crypto'
import Router from '@koa/router'
import { PlatformError } from '../core/platform-error.js'
import type { Reporter } from '../delivery-reports/reporter.js'
import type { World } from '../core/world.js'
import type { Dialect } from '../http/platform-call.js'
import { sendSms } from './send-sms.js'
import { templateStatuses } from './template-statuses.js'
import { requireSignature } from './signature.js'

const version = '2021-01-11'

export const smsDialect: Dialect = {
  busy: new PlatformError('InternalError', 'An internal error has occurred.'),
  rateLimited: () => new PlatformError('RequestLimitExceeded', 'The number of requests exceeds the frequency limit.'),
  present: ({ errcode, errmsg }) => ({
    Response: { Error: { Code: errcode, Message: errmsg }, RequestId: randomUUID() },
  }),
}

export function smsRoutes(world: World, reports: Reporter): Router {
  const router = new Router({ prefix: '/sms' })

  router.all('/', (ctx) => {
    const body = (ctx.request as { rawBody?: string }).rawBody ?? ''
    const header = (name: string) => ctx.get(name)
    if (ctx.method !== 'POST') throw new PlatformError('UnsupportedProtocol', 'The HTTP method is not supported.')
    requireSignature({ method: 'POST', path: ctx.path, querystring: ctx.querystring, header, body }, world.realNow())
    if (header('x-tc-version') !== version) throw new PlatformError('NoSuchVersion', 'The version does not exist.')
    if (header('x-tc-region') === '')
      throw new PlatformError('MissingParameter', 'The request is missing the parameter `Region`.')

    if (header('x-tc-action') === 'DescribeSmsTemplateList') {
      ctx.body = { Response: { DescribeTemplateStatusSet: templateStatuses(body), RequestId: randomUUID() } }
      return
    }
    if (header('x-tc-action') !== 'SendSms') throw new PlatformError('InvalidAction', 'The request action is invalid.')
    const statuses = sendSms(world, reports, body)
    ctx.state.errcode = statuses.find(({ Code }) => Code !== 'Ok')?.Code ?? 'Ok'
    ctx.body = { Response: { SendStatusSet: statuses, RequestId: randomUUID() } }
  })

  return router
}
