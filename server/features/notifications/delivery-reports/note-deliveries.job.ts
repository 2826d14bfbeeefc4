/**
 * What became of messages that a platform had taken. One that did not arrive goes on by the next channel, under the same checks as before
 * its first attempt, and where there is none HR has to do with it. Each step may be done twice.
 */
import { workThrough } from '../../../jobs/work-through.js'
import type { NotificationDeps } from '../notification-deps.js'
import { afterReport } from '../outbox/message.js'
import type { ClaimedReport, DeliveryReportStore } from './delivery-report-store.js'

export interface NoteDeliveriesDeps extends Pick<NotificationDeps, 'messages' | 'clock' | 'wake'> {
  deliveryReports: Pick<DeliveryReportStore, 'claimDue' | 'settle'>
}

/** Our note that it was taken is written right after the platform's reply; a process that died there never writes it. */
const unknownForMs = 10 * 60_000
const againMs = 30_000

export const noteDeliveries = (deps: NoteDeliveriesDeps): Promise<void> =>
  workThrough({
    claim: () => deps.deliveryReports.claimDue(deps.clock.now()),
    work: (report) => note(deps, report),
  })

async function note({ messages, clock, wake, deliveryReports }: NoteDeliveriesDeps, report: ClaimedReport) {
  const now = clock.now()
  const message = await messages.findTaken(report.platformId)
  if (!message) {
    const isRecent = now.getTime() - report.at.getTime() < unknownForMs
    return deliveryReports.settle(report, isRecent ? new Date(now.getTime() + againMs) : undefined)
  }
  const next = afterReport(message, report)
  if (next.kind !== 'unchanged') {
    await messages.noteReport(message, next.ledger, next.kind === 'go-on' ? now : undefined)
    if (next.kind === 'go-on') wake('deliver-messages')
  }
  await deliveryReports.settle(report)
}
