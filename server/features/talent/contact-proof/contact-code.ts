/** The code that proves that a phone or an e-mail address is in somebody's hands. Pure. */
import type { Quota } from '../../../mongo/quota-store.js'

export const contactKinds = ['phone', 'email'] as const
export type ContactKind = (typeof contactKinds)[number]

export const codeLifeMs = 5 * 60_000
export const mostWrongCodes = 5
const againAfterMs = 60_000
const digits = 6

/** From as many random bytes as make the remainder even enough: 2^32 over 10^6 leaves no bias that helps a guesser. */
export const codeFrom = (bytes: Uint8Array): string =>
  String(Buffer.from(bytes).readUInt32BE() % 10 ** digits).padStart(digits, '0')

export const mayAskAgainAt = (sentAt: Date): Date => new Date(sentAt.getTime() + againAfterMs)

const day = 86_400

/** Every code is a message that the bank pays for or answers for, and that somebody may not have asked for. */
export const codeQuotas = (kind: ContactKind) =>
  ({
    ofOpenid: { name: `${kind}-code-openid`, count: 5, perSeconds: day },
    ofContact: { name: `${kind}-code-${kind}`, count: 5, perSeconds: day },
    ofNetwork: { name: `${kind}-code-network`, count: 100, perSeconds: day },
  }) satisfies Record<string, Quota>

/** How addresses are compared; mail goes to the address as it was typed. */
export const comparedEmail = (email: string): string => email.toLowerCase()
