/** What the invitations API accepts and returns. The schema is the only source: types are derived, ajv and OpenAPI read it. */
import { Type, type Static } from 'typebox'
import { answerModes } from './answer-modes.js'
import { Bilingual } from './text.js'
import { ChangesForCandidate } from './candidate-requests.js'
import { ObjectIdSchema, Timestamp } from './ids.js'

export const invitationStatuses = [
  'queued',
  'sent',
  'unconfirmed',
  'opened',
  'started',
  'completed',
  'expired',
  'revoked',
  'declined-by-candidate',
] as const
export type InvitationStatus = (typeof invitationStatuses)[number]

const Token = Type.String({ minLength: 16, maxLength: 64 })

/** The token travels in the body, never in a URL of ours: URLs are logged by everything on the way. */
export const OpenInvitation = Type.Object({ token: Token }, { additionalProperties: false })
export type OpenInvitation = Static<typeof OpenInvitation>

/** Five tries, then a person unlocks (settled: who is who). */
export const VerifyPhone = Type.Object(
  { token: Token, tail: Type.String({ pattern: '^\\d{4}$' }) },
  { additionalProperties: false },
)
export type VerifyPhone = Static<typeof VerifyPhone>

const OpenOne = Type.Object(
  {
    kind: Type.Literal('open'),
    id: ObjectIdSchema,
    /** Bound to the caller: phone verified and consent given. */
    bound: Type.Boolean(),
    /** The caller passed the phone check but has not consented yet. */
    phoneVerified: Type.Boolean(),
    /** Full for its owner, masked for anybody else who holds the link. */
    name: Type.String(),
    positionTitle: Bilingual,
    organisationName: Bilingual,
    closesAt: Timestamp,
    minutes: Type.Integer(),
    questionCount: Type.Integer(),
    answerModes: Type.Array(Type.Enum([...answerModes])),
    bring: Type.Array(Bilingual),
    notes: Type.Array(Bilingual),
    seenBy: Bilingual,
    /** Where to go on when the interview has begun. */
    interviewId: Type.Optional(ObjectIdSchema),
    /** Only of whoever it is for: bound, applied with this very WeChat, or passed the phone check. */
    changes: Type.Optional(ChangesForCandidate),
  },
  { additionalProperties: false },
)
const Over = Type.Object(
  {
    kind: Type.Enum(['expired', 'revoked', 'taken']),
    at: Type.Optional(Timestamp),
    changes: Type.Optional(ChangesForCandidate),
  },
  { additionalProperties: false },
)
const Done = Type.Object(
  { kind: Type.Literal('done'), applicationId: ObjectIdSchema, interviewId: Type.Optional(ObjectIdSchema) },
  { additionalProperties: false },
)
/** By its candidate, who may think again until then. */
const Declined = Type.Object(
  { kind: Type.Literal('declined'), returnBy: Type.Optional(Timestamp) },
  { additionalProperties: false },
)
/** `taken`: bound to somebody else, who alone may open it. */
export const InvitationForCandidate = Type.Union([OpenOne, Over, Done, Declined])
export type InvitationForCandidate = Static<typeof InvitationForCandidate>
