/** A declined candidate asked that a person looks again; HR answers in their own words, or by a new decision. */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, ShortCode, Timestamp } from './ids.js'
import { Bilingual, Prose } from './text.js'

const closed = { additionalProperties: false }

/** What the candidate wants to be looked at; nothing is a request as well. */
export const longestAppeal = 500
export const AskAgain = Type.Object({ words: Type.Optional(Prose({ minLength: 1, maxLength: longestAppeal })) }, closed)
export type AskAgain = Static<typeof AskAgain>

/** `GET /api/staff/appeals`: who waits for an answer, the longest first. */
export const AppealWaiting = Type.Object(
  {
    appealId: ObjectIdSchema,
    applicationId: ObjectIdSchema,
    name: Type.String(),
    shortCode: ShortCode,
    positionId: Type.String(),
    positionTitle: Bilingual,
    askedAt: Timestamp,
  },
  closed,
)
export type AppealWaiting = Static<typeof AppealWaiting>
export const AppealsWaiting = Type.Object({ appeals: Type.Array(AppealWaiting) }, closed)

/** Long enough to say why; the candidate reads it as it is. */
export const shortestAnswer = 10
export const AnswerAppeal = Type.Object({ answer: Prose({ minLength: shortestAnswer, maxLength: 1000 }) }, closed)

/** On the page of the application. */
export const AppealForStaff = Type.Object(
  {
    appealId: ObjectIdSchema,
    askedAt: Timestamp,
    /** The candidate's own. */
    words: Type.Optional(Type.String()),
    mayAnswer: Type.Boolean(),
    /** Who asks declined them, so a colleague answers. */
    needsAnother: Type.Optional(Type.Literal(true)),
    /** Of one that waits and is about a report: nobody answers before somebody has looked again. */
    secondLook: Type.Optional(
      Type.Object(
        {
          /** Names, with the time of their first rating since it was asked. */
          seen: Type.Array(Type.Object({ by: Type.String(), at: Timestamp }, closed)),
          /** Whoever asks: may look again, or cannot be it, for they declined or rated before. */
          reader: Type.Enum(['may', 'was-there', 'may-not']),
        },
        closed,
      ),
    ),
    answer: Type.Optional(Type.Object({ text: Type.String(), by: Type.String(), at: Timestamp }, closed)),
  },
  closed,
)
export type AppealForStaff = Static<typeof AppealForStaff>

/** Of the candidates, `appeal`: who asked that a person looks again and waits for an answer. */
export const candidateShows = ['appeal'] as const
export type CandidateShow = (typeof candidateShows)[number]
