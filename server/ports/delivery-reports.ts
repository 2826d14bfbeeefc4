/** What became of a message that a platform had taken, as the platform tells afterwards. Nothing of it may be believed before `isFrom`. */
import type { ReportingChannel } from '../../shared/contracts/delivery-reports.js'

export interface DeliveryReport {
  /** What the platform, or we, called the message when it was taken. */
  platformId: string
  delivered: boolean
  /** Why not, in the platform's word; short, and no address in it. */
  code: string
}

export interface DeliveryReports {
  /** Whether the caller knows what only the platform was told. */
  isFrom(key: string): boolean
  /** Undefined when it is no report of this channel. */
  read(channel: ReportingChannel, body: string): DeliveryReport[] | undefined
  /** What the channel's platform wants to hear, or it tells the same again. */
  taken(channel: ReportingChannel): object
}
