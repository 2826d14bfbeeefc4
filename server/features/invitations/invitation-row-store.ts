/** How an invitation lies in MongoDB. */
import { Schema } from 'mongoose'
import type { Plain } from '../../mongo/plain-rows.js'
import { leaseFields, type Leased } from '../../mongo/claim-one.js'
import { invitationStatuses } from '../../../shared/contracts/invitations.js'
import { liveStatuses, type Invitation, type InvitationNews } from './invitation.js'

export interface InvitationRow extends Omit<Invitation, 'id'>, Leased {
  notBefore?: Date
  /** Hash of the token in the link; the token itself is derived when it is needed. */
  tokenHash: string
  /** Keys of what staff did to it: the same act again changes nothing. */
  acts: string[]
  /** A queue that a later feature claims (ADR 003), and when it happened. */
  news?: InvitationNews
  newsAt?: Date
}

export const invitationSchema = new Schema<InvitationRow>(
  {
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    applicationId: { type: String, required: true },
    positionId: { type: String, required: true },
    status: { type: String, enum: invitationStatuses, required: true },
    linkVersion: { type: Number, required: true },
    tokenHash: { type: String, required: true },
    queuedAt: { type: Date, required: true },
    closesAt: { type: Date, required: true },
    sentAt: Date,
    sentVia: String,
    openedAt: Date,
    wrongTails: { type: Number, required: true },
    verifiedOpenid: String,
    boundOpenid: String,
    declinedAt: Date,
    selfExtensions: Number,
    notBefore: Date,
    acts: { type: [String], default: [] },
    news: String,
    newsAt: Date,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)

export const live = { status: { $in: [...liveStatuses] } }

// One live invitation per candidate and position: the database keeps the promise when two processes race.
invitationSchema.index({ orgId: 1, candidateId: 1, positionId: 1 }, { unique: true, partialFilterExpression: live })
invitationSchema.index({ tokenHash: 1 }, { unique: true })
invitationSchema.index({ orgId: 1, applicationId: 1 })
invitationSchema.index({ status: 1, _id: 1 })
invitationSchema.index({ status: 1, closesAt: 1 })
invitationSchema.index({ orgId: 1, queuedAt: 1 })
invitationSchema.index({ orgId: 1, openedAt: 1 })
invitationSchema.index({ news: 1, _id: 1 }, { partialFilterExpression: { news: { $exists: true } } })

export function toInvitation(row: Plain<InvitationRow>): Invitation {
  const {
    _id,
    leaseUntil: _lease,
    attempts: _attempts,
    notBefore: _notBefore,
    tokenHash: _hash,
    acts: _acts,
    news: _news,
    newsAt: _newsAt,
    ...fields
  } = row
  return { id: _id.toHexString(), ...fields }
}
