/** The code that proves that a phone is in somebody's hands. Pure. */
import type { Quota } from '../../../mongo/quota-store.js'

export const codeLifeMs = 5 * 60_000
export const mostWrongCodes = 5
const againAfterMs = 60_000
const digits = 6

/** From as many random bytes as make the remainder even enough: 2^32 over 10^6 leaves no bias that helps a guesser. */
export const codeFrom = (bytes: Uint8Array): string =>
  String(Buffer.from(bytes).readUInt32BE() % 10 ** digits).padStart(digits, '0')

export const mayAskAgainAt = (sentAt: Date): Date => new Date(sentAt.getTime() + againAfterMs)

const day = 86_400

/** Every code is an SMS that the bank pays for and somebody may not have asked for. */
export const codeQuotas = {
  ofOpenid: { name: 'phone-code-openid', count: 5, perSeconds: day },
  ofPhone: { name: 'phone-code-phone', count: 5, perSeconds: day },
  ofNetwork: { name: 'phone-code-network', count: 100, perSeconds: day },
} satisfies Record<string, Quota>
