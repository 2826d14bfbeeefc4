/** Where platforms report what became of a message. */
import { Type } from 'typebox'

export const reportingChannels = ['sms', 'email'] as const
export type ReportingChannel = (typeof reportingChannels)[number]

export const DeliveryReportAddress = Type.Object(
  { channel: Type.String({ maxLength: 20 }), key: Type.String({ maxLength: 100 }) },
  { additionalProperties: false },
)
