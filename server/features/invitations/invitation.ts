/** The rules of one invitation. Pure: no clock, no store, no network. */
import type { InvitationStatus } from '../../../shared/contracts/invitations.js'

export interface Invitation {
  id: string
  orgId: string
  candidateId: string
  applicationId: string
  positionId: string
  status: InvitationStatus
  /** Raised when a new link must replace the old one; the old link then stops working. */
  linkVersion: number
  queuedAt: Date
  closesAt: Date
  sentAt?: Date
  sentVia?: string
  openedAt?: Date
  /** Wrong digits in a row; at the limit a person unlocks. */
  wrongTails: number
  /** Who gave the right digits last, and who consented: from then on the invitation is theirs alone. */
  verifiedOpenid?: string
  boundOpenid?: string
  /** When the candidate said that they do not take part; kept when they think again. */
  declinedAt?: Date
  /** How often they took more time without asking anybody. */
  selfExtensions?: number
}

/**
 * What the flow has yet to follow: nobody can begin any more, or somebody can again; of the latter two each the candidate's own doing.
 * Only the latest counts.
 */
export type InvitationNews = 'lapsed' | 'reopened' | 'declined' | 'returned'

export const liveStatuses: readonly InvitationStatus[] = ['queued', 'sent', 'unconfirmed', 'opened', 'started']
/** What may still end by itself at `closesAt`; a started interview ends by its own rules. */
export const unstartedStatuses: readonly InvitationStatus[] = ['queued', 'sent', 'unconfirmed', 'opened']

/** Can be opened again: what nobody began in time, what was taken back, and what its candidate declined. */
export const overStatuses: readonly InvitationStatus[] = ['expired', 'revoked', 'declined-by-candidate']

/** As far as it had come before it was over. */
export function statusOnReopening({ openedAt, sentAt }: Invitation): InvitationStatus {
  if (openedAt) return 'opened'
  return sentAt ? 'sent' : 'queued'
}

export const maxWrongTails = 5

/** What a caller meets who follows the link. Every outcome is normal, so none is an error. */
export type Opening =
  | { kind: 'open'; firstTime: boolean }
  | { kind: 'expired'; closedAt: Date }
  | { kind: 'revoked' }
  | { kind: 'taken' }
  | { kind: 'done' }
  /** By its candidate, who may think again until then. */
  | { kind: 'declined'; returnBy?: Date }

export function whatOpens(invitation: Invitation, openid: string, now: Date): Opening {
  if (invitation.status === 'revoked') return { kind: 'revoked' }
  if (invitation.boundOpenid && invitation.boundOpenid !== openid) return { kind: 'taken' }
  if (invitation.status === 'completed') return { kind: 'done' }
  if (invitation.status === 'declined-by-candidate')
    return { kind: 'declined', ...(now < invitation.closesAt && { returnBy: invitation.closesAt }) }
  if (invitation.status === 'expired' || hasClosed(invitation, now))
    return { kind: 'expired', closedAt: invitation.closesAt }

  return { kind: 'open', firstTime: invitation.openedAt === undefined }
}

/** An interview that has begun goes on past the window until its own end. */
const hasClosed = ({ status, closesAt }: Invitation, now: Date) => status !== 'started' && now >= closesAt

export const isLocked = ({ wrongTails }: Invitation): boolean => wrongTails >= maxWrongTails
