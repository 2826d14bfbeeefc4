/** One application of a candidate to a position. */
import type { AcceptedNotice } from '../../../shared/contracts/consent.js'

export const applicationStatuses = ['received', 'screened', 'failed'] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

export interface Application {
  id: string
  orgId: string
  candidateId: string
  positionId: string
  source: 'mini-program' | 'import'
  status: ApplicationStatus
  appliedAt: Date
  /** What was accepted with it; absent of an import, whose person reads the notice with the invitation, and of what is older. */
  notice?: AcceptedWith
  /** In the order in which they came to it; without any it is known by import only. */
  holders: readonly Holder[]
}

export interface AcceptedWith extends AcceptedNotice {
  at: Date
}

export const holdings = ['applied', 'invitation', 'phone', 'email', 'link', 'merge'] as const

/** A WeChat that an application belongs to. Name and phone are claims: what makes a holder is an own act or a proof. */
export interface Holder {
  openid: string
  /**
   * `applied`: sent it in · `invitation`: accepted the invitation after the digits of the phone · `phone`, `email`:
   * proved the number or address that stands in it ·
   * `link`: followed a link that went to the phone, and gave its last digits · `merge`: staff say that it is the same person.
   */
  by: (typeof holdings)[number]
  at: Date
}

export const isHeldBy = ({ holders }: Pick<Application, 'holders'>, openid: string): boolean =>
  holders.some((holder) => holder.openid === openid)

/** Whom notices about it go to: whoever proved last that it is theirs. */
export const openidToTell = ({ holders }: Pick<Application, 'holders'>): string | undefined => holders.at(-1)?.openid

/** Names an application and what it belongs to; everything about one application carries the four. */
export interface ApplicationRef {
  orgId: string
  candidateId: string
  applicationId: string
  positionId: string
}

export const applicationRef = ({ orgId, candidateId, applicationId, positionId }: ApplicationRef): ApplicationRef => ({
  orgId,
  candidateId,
  applicationId,
  positionId,
})
