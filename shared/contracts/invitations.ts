/** What the invitations API accepts and returns. The schema is the only source: types are derived, ajv and OpenAPI read it. */
import { Type, type Static } from 'typebox'
import { answerModes } from './answer-modes.js'
import { Bilingual } from './text.js'
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
  },
  { additionalProperties: false },
)
const Over = Type.Object(
  {
    kind: Type.Enum(['expired', 'revoked', 'taken']),
    at: Type.Optional(Timestamp),
  },
  { additionalProperties: false },
)
const Done = Type.Object(
  { kind: Type.Literal('done'), applicationId: ObjectIdSchema, interviewId: Type.Optional(ObjectIdSchema) },
  { additionalProperties: false },
)
/** `taken`: bound to somebody else, who alone may open it. */
export const InvitationForCandidate = Type.Union([OpenOne, Over, Done])
export type InvitationForCandidate = Static<typeof InvitationForCandidate>
