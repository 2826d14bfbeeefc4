/** A person who applied. Pure: how a code or the tail of a phone is written. */
import type { Language } from '../../../shared/contracts/text.js'

export interface Candidate {
  id: string
  orgId: string
  /** Four characters, unique among the organisation's open candidates; every command of the bot accepts it. */
  shortCode: string
  language: Language
  /** Who opened this file: the bank, or a WeChat for itself. */
  owner: string
  /** The number is the bank's word, or a code to it was given back. Until then nothing is sent to it. */
  phoneProved: boolean
}

/** Files of people that the bank knows by import. The number in them is the bank's word; in all others it is a claim. */
export const ownedByBank = 'bank'

export interface CandidateIdentity {
  name: string
  phone: string
}

/** Crockford's base 32: no I, L, O, U, so that nobody misreads a code aloud. */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A sign for each byte. */
export const readableCode = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => codeAlphabet[byte % codeAlphabet.length]).join('')

export const shortCodeFrom = (bytes: Uint8Array): string => readableCode(bytes.subarray(0, 4))

export const phoneTail = (phone: string): string => phone.slice(-4)

/** How names are compared, and looked up. */
export { comparedName as plainName } from '../../../miniprogram/resume/plain-text.js'
