/** A code by SMS proves that a phone is in the candidate's hands. */
import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'
import { MobileNumber } from './talent.js'

export const RequestPhoneCode = Type.Object({ phone: MobileNumber }, { additionalProperties: false })
export type RequestPhoneCode = Static<typeof RequestPhoneCode>

export const PhoneCodeRequested = Type.Object(
  { /** From then on another code may be asked for. */ againAt: Timestamp },
  { additionalProperties: false },
)
export type PhoneCodeRequested = Static<typeof PhoneCodeRequested>

export const ProvePhone = Type.Object(
  { phone: MobileNumber, code: Type.String({ pattern: '^\\d{6}$' }) },
  { additionalProperties: false },
)
export type ProvePhone = Static<typeof ProvePhone>
