/** A second person rates a question, and two who differ settle it (E5). */
import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'

const closed = { additionalProperties: false }

/** Person and machine a band apart · the two scorers a band apart · drawn by the position's rule · asked for by whoever rated. */
export const secondReasons = ['from-machine', 'scorers-apart', 'by-rule', 'by-hand'] as const
export type SecondReason = (typeof secondReasons)[number]

/** `second`: somebody else rates · `settle`: the two are a band apart and agree on a score. */
export const secondStatuses = ['second', 'settle', 'done'] as const
export type SecondStatus = (typeof secondStatuses)[number]

const question = { questionId: Type.String({ maxLength: 80 }) }

/** `POST /api/staff/reports/:id/second-ratings`: whoever rated it asks for somebody else. */
export const AskSecondRating = Type.Object(question, closed)

/** `POST /api/staff/reports/:id/settlements`: what the two agreed on, recorded by one of them or by a lead. */
export const SettleRating = Type.Object(
  {
    ...question,
    score: Type.Number({ minimum: 1, maximum: 5, multipleOf: 0.5 }),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  closed,
)

/** On the report page, at its question. */
export const SecondOnReport = Type.Object(
  {
    status: Type.Enum([...secondStatuses]),
    /** Why; what would tell a score is left out until whoever reads has rated. */
    reasons: Type.Array(Type.Enum([...secondReasons])),
    askedBy: Type.Optional(Type.String()),
    since: Timestamp,
    /** Whoever reads may record what was agreed. */
    maySettle: Type.Boolean(),
    settled: Type.Optional(
      Type.Object({ score: Type.Number(), reason: Type.String(), by: Type.String(), at: Timestamp }, closed),
    ),
  },
  closed,
)
export type SecondOnReport = Static<typeof SecondOnReport>
