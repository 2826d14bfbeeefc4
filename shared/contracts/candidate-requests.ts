/** What a candidate asks for on the invitation page, and how HR answers it. */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, ShortCode, SubmissionKey, Timestamp } from './ids.js'
import { Bilingual, Prose } from './text.js'

const closed = { additionalProperties: false }
const Token = Type.String({ minLength: 16, maxLength: 64 })

export const longestRequestWords = 200
const Words = Type.Optional(Prose({ minLength: 1, maxLength: longestRequestWords }))

/** Why somebody does not take part; nobody has to say. */
export const declineReasons = ['other-offer', 'not-fitting', 'no-time', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const DeclineInvitation = Type.Object(
  { token: Token, reason: Type.Optional(Type.Enum([...declineReasons])), words: Words },
  closed,
)
export type DeclineInvitation = Static<typeof DeclineInvitation>

/** A week; who needs longer talks to HR. */
export const mostHoursAsked = 7 * 24
export const AskMoreTime = Type.Object(
  { token: Token, key: SubmissionKey, hours: Type.Integer({ minimum: 1, maximum: mostHoursAsked }), words: Words },
  closed,
)
export type AskMoreTime = Static<typeof AskMoreTime>

/** `declined` waits for nobody: it keeps why. */
export const requestKinds = ['declined', 'more-time'] as const
export type RequestKind = (typeof requestKinds)[number]
export const requestStatuses = ['noted', 'waiting', 'granted', 'answered', 'dropped'] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** On the invitation page, of whoever the invitation is for. */
export const ChangesForCandidate = Type.Object(
  {
    /** How many more hours they may take without asking anybody; 0 where HR is asked. */
    hoursByThemselves: Type.Integer(),
    /** Nobody can begin any more, or the interview runs: neither time nor decline. */
    mayDecline: Type.Boolean(),
    mayAskTime: Type.Boolean(),
    /** What was asked last. */
    asked: Type.Optional(
      Type.Object(
        {
          at: Timestamp,
          hours: Type.Integer(),
          status: Type.Enum(['waiting', 'granted', 'answered']),
          answer: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type ChangesForCandidate = Static<typeof ChangesForCandidate>

const AsRead = {
  requestId: ObjectIdSchema,
  kind: Type.Enum([...requestKinds]),
  askedAt: Timestamp,
  /** Of more time. */
  hours: Type.Optional(Type.Integer()),
  /** The candidate's own. */
  words: Type.Optional(Type.String()),
}

/** `GET /api/staff/requests`: what waits for an answer, the longest first. */
export const RequestWaiting = Type.Object(
  {
    ...AsRead,
    applicationId: ObjectIdSchema,
    name: Type.String(),
    shortCode: ShortCode,
    positionTitle: Bilingual,
    closesAt: Timestamp,
  },
  closed,
)
export type RequestWaiting = Static<typeof RequestWaiting>
export const RequestsWaiting = Type.Object({ requests: Type.Array(RequestWaiting) }, closed)

/** `GET /api/staff/applications/:id/requests`: all of one application, the newest first. */
export const RequestForStaff = Type.Object(
  {
    ...AsRead,
    status: Type.Enum([...requestStatuses]),
    reason: Type.Optional(Type.Enum([...declineReasons])),
    answer: Type.Optional(
      Type.Object({ text: Type.Optional(Type.String()), by: Type.String(), at: Timestamp }, closed),
    ),
  },
  closed,
)
export type RequestForStaff = Static<typeof RequestForStaff>
export const RequestsOfApplication = Type.Object({ requests: Type.Array(RequestForStaff) }, closed)

export const shortestRequestAnswer = 2
export const AnswerRequest = Type.Object(
  { answer: Prose({ minLength: shortestRequestAnswer, maxLength: 500 }) },
  closed,
)
