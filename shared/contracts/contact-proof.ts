/** A code by SMS or e-mail proves that a phone or an address is in the candidate's hands. */
import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'
import { MobileNumber } from './talent.js'

const closed = { additionalProperties: false }

/** Written without letters that look like others or are folded into them: nobody gets the code of an address that is not theirs. */
const EmailAddress = Type.String({ format: 'email', pattern: '^[\\x21-\\x7e]+$', maxLength: 120 })
const Code = Type.String({ pattern: '^\\d{6}$' })

export const RequestPhoneCode = Type.Object({ phone: MobileNumber }, closed)
export const RequestEmailCode = Type.Object({ email: EmailAddress }, closed)

export const CodeRequested = Type.Object(
  { /** From then on another code may be asked for. */ againAt: Timestamp },
  closed,
)
export type CodeRequested = Static<typeof CodeRequested>

export const ProvePhone = Type.Object({ phone: MobileNumber, code: Code }, closed)
/** What the getPhoneNumber button gave. */
export const ProveByWechat = Type.Object({ code: Type.String({ minLength: 1, maxLength: 128 }) }, closed)
export const ProvedByWechat = Type.Object({ phone: MobileNumber }, closed)
export type ProvedByWechat = Static<typeof ProvedByWechat>

export const ProveEmail = Type.Object({ email: EmailAddress, code: Code }, closed)
