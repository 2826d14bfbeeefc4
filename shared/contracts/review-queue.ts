/** What waits to be rated, the longest first, and who has taken it. */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, ShortCode, Timestamp } from './ids.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

/** Nobody has rated · somebody else rates as well · two settle · somebody looks again who did not decide. */
export const reviewKinds = ['first', 'second', 'settle', 'appeal'] as const
export type ReviewKind = (typeof reviewKinds)[number]

const reviewed = { reportId: ObjectIdSchema, kind: Type.Enum([...reviewKinds]) }

export const ReviewEntry = Type.Object(
  {
    ...reviewed,
    applicationId: ObjectIdSchema,
    name: Type.String(),
    shortCode: ShortCode,
    positionTitle: Bilingual,
    since: Timestamp,
    /** How many questions of it. */
    questions: Type.Integer(),
    taken: Type.Optional(Type.Object({ by: Type.String(), mine: Type.Boolean(), until: Timestamp }, closed)),
    /** Whoever reads may do it: they did not rate before, or are one of the two. */
    mayDo: Type.Boolean(),
    /** Whoever reads may put back what a colleague has taken. */
    mayRelease: Type.Boolean(),
  },
  closed,
)
export type ReviewEntry = Static<typeof ReviewEntry>

export const ReviewCounts = Type.Object(
  { first: Type.Integer(), second: Type.Integer(), settle: Type.Integer(), appeal: Type.Integer() },
  closed,
)
export type ReviewCounts = Static<typeof ReviewCounts>

/** `GET /api/staff/reviews` */
export const ReviewQueue = Type.Object(
  { now: Timestamp, counts: ReviewCounts, reviews: Type.Array(ReviewEntry) },
  closed,
)

/** `POST /api/staff/reviews/take` and `/release` */
export const TakeReview = Type.Object(reviewed, closed)

/** `POST /api/staff/reviews/next`: the longest that whoever asks may do and nobody has; absent: there is none. */
export const NextReview = Type.Object({ kind: Type.Optional(Type.Enum([...reviewKinds])) }, closed)
export const TakenReview = Type.Object(
  { taken: Type.Optional(Type.Object({ applicationId: ObjectIdSchema, ...reviewed }, closed)) },
  closed,
)
