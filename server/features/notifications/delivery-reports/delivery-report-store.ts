/**
 * Reports that came in, a queue: a report may be there before our own note that the message was taken, twice, and in any order. No address
 * is in them, and they go after three days.
 */
import { Schema, type Connection } from 'mongoose'
import { claimOne, dueIn, leaseFields, type Leased } from '../../../mongo/claim-one.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import { plainRows, type Plain } from '../../../mongo/plain-rows.js'
import { reportingChannels, type ReportingChannel } from '../../../../shared/contracts/delivery-reports.js'
import type { DeliveryReport } from '../../../ports/delivery-reports.js'

interface Row extends DeliveryReport, Leased {
  _id: string
  channel: ReportingChannel
  at: Date
  dueAt?: Date
}

const keptSeconds = 3 * 24 * 3_600

const schema = new Schema<Row>(
  {
    _id: String,
    channel: { type: String, enum: reportingChannels, required: true },
    platformId: { type: String, required: true },
    delivered: { type: Boolean, required: true },
    code: { type: String, required: true },
    at: { type: Date, required: true },
    dueAt: Date,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ dueAt: 1, _id: 1 })
schema.index({ at: 1 }, { expireAfterSeconds: keptSeconds })

export type ClaimedReport = DeliveryReport & { id: string; channel: ReportingChannel; at: Date; leaseUntil: Date }
export type DeliveryReportStore = ReturnType<typeof deliveryReportStore>

export function deliveryReportStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'DeliveryReport', schema)

  return {
    ready: () => rows.init(),

    /** That it arrived is final; whatever is told after that changes nothing, and the same again is the same. */
    async keep(channel: ReportingChannel, { platformId, delivered, code }: DeliveryReport, now: Date): Promise<void> {
      const _id = `${channel}:${platformId}`
      const others = { _id, delivered: { $ne: true }, ...(!delivered && { code: { $ne: code } }) }
      const set = { $set: { channel, platformId, delivered, code, at: now, dueAt: now } }
      try {
        await rows.updateOne(others, set, { upsert: true })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    due: (now: Date) => dueIn(rows, { dueAt: { $lte: now } }),

    async claimDue(now: Date): Promise<ClaimedReport | undefined> {
      const row = await claimOne(rows, { filter: { dueAt: { $lte: now } }, sort: { dueAt: 1, _id: 1 }, now })
      return row ? toClaimed(row) : undefined
    },

    /** `dueAt`: the message is not known yet. Does nothing when the report was told anew meanwhile, or another process has it. */
    async settle({ id, at, leaseUntil }: ClaimedReport, dueAt?: Date): Promise<void> {
      await rows.updateOne(
        { _id: id, at, leaseUntil },
        {
          $set: { attempts: 0, ...(dueAt && { dueAt }) },
          $unset: { leaseUntil: 1, ...(!dueAt && { dueAt: 1 }) },
        },
      )
    },
  }
}

const toClaimed = ({ _id: id, channel, platformId, delivered, code, at, leaseUntil }: Plain<Row>): ClaimedReport => ({
  id,
  channel,
  platformId,
  delivered,
  code,
  at,
  leaseUntil: leaseUntil!,
})
