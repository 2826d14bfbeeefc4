/** What staff do to an invitation of an application, and what came of it. */
import { Type, type Static } from 'typebox'
import { SubmissionKey, Timestamp } from './ids.js'
import { invitationStatuses } from './invitations.js'
import { channels } from './notifications.js'
import { Bilingual } from './text.js'

/** A link in an SMS lives 30 days at most, so no window is longer. */
export const longestExtensionHours = 30 * 24

/** The same key again is the same act: it is done once, and returns what came of it. */
export const ActOnInvitation = Type.Object({ key: SubmissionKey }, { additionalProperties: false })
export type ActOnInvitation = Static<typeof ActOnInvitation>

export const ExtendInvitation = Type.Object(
  { key: SubmissionKey, hours: Type.Integer({ minimum: 1, maximum: longestExtensionHours }) },
  { additionalProperties: false },
)
export type ExtendInvitation = Static<typeof ExtendInvitation>

const Went = Type.Object(
  {
    kind: Type.Enum(['sent', 'unconfirmed']),
    channel: Type.Enum([...channels]),
    why: Bilingual,
  },
  { additionalProperties: false },
)
/** Held back until then, or being sent just now. */
const Waits = Type.Object(
  { kind: Type.Literal('waits'), until: Type.Optional(Timestamp), why: Type.Optional(Bilingual) },
  { additionalProperties: false },
)
const Unreachable = Type.Object(
  { kind: Type.Literal('unreachable'), why: Type.Optional(Bilingual) },
  { additionalProperties: false },
)

/** Which way it went; an invitation that is over is refused instead. */
export const InvitationSentAgain = Type.Union([Went, Waits, Unreachable])
export type InvitationSentAgain = Static<typeof InvitationSentAgain>

export const InvitationExtended = Type.Object(
  { closesAt: Timestamp, sent: InvitationSentAgain },
  { additionalProperties: false },
)
export type InvitationExtended = Static<typeof InvitationExtended>

export const InvitationUnlocked = Type.Object({ wasLocked: Type.Boolean() }, { additionalProperties: false })
export type InvitationUnlocked = Static<typeof InvitationUnlocked>

/** `reopen` is more time for one that is over. */
export const invitationActs = ['resend', 'remind', 'extend', 'reopen', 'unlock', 'unbind', 'revoke'] as const
export type InvitationActName = (typeof invitationActs)[number]

/** How the invitation of an application stands, and what whoever reads may do to it now. */
export const InvitationForStaff = Type.Object(
  {
    status: Type.Enum([...invitationStatuses]),
    closesAt: Timestamp,
    sentAt: Type.Optional(Timestamp),
    openedAt: Type.Optional(Timestamp),
    /** Five wrong tries of the phone's digits. */
    locked: Type.Boolean(),
    acts: Type.Array(Type.Enum([...invitationActs])),
  },
  { additionalProperties: false },
)
export type InvitationForStaff = Static<typeof InvitationForStaff>
