/** Where a platform tells what became of a message. Only who has the key is read at all. */
import Router from '@koa/router'
import { invalidInput, notFound } from '../../../errors.js'
import { rawBody } from '../../../http/raw-body.js'
import type { Clock } from '../../../ports/clock.js'
import { reportingChannels } from '../../../../shared/contracts/delivery-reports.js'
import type { DeliveryReports } from '../../../ports/delivery-reports.js'
import type { DeliveryReportStore } from './delivery-report-store.js'

export interface ReportRouteDeps {
  /** Absent: nobody may report. */
  platformReports?: DeliveryReports | undefined
  deliveryReports: Pick<DeliveryReportStore, 'keep'>
  clock: Clock
  wake: (job: 'note-deliveries') => void
}

/** A bounce brings the mail back with it. */
const mostBytes = 256 * 1024

export function deliveryReportRoutes({ platformReports, deliveryReports, clock, wake }: ReportRouteDeps): Router {
  const router = new Router({ prefix: '/api/delivery-reports' })

  router.post('/:channel/:key', async (ctx) => {
    const channel = reportingChannels.find((one) => one === ctx.params.channel)
    if (!channel || !platformReports?.isFrom(ctx.params.key!)) throw notFound('page')

    const reports = platformReports.read(channel, (await rawBody(ctx, mostBytes)).toString('utf8'))
    if (!reports) throw invalidInput([{ at: '', rule: 'delivery-report' }])
    for (const report of reports) await deliveryReports.keep(channel, report, clock.now())
    if (reports.length > 0) wake('note-deliveries')
    ctx.body = platformReports.taken(channel)
  })

  return router
}
