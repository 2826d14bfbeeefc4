/** What a second scorer, a language model, said about the answers of an interview. It changes no score and no suggestion. */
import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false }

/** `apart`: from the rules by the width of a band · `unsteady`: its own readings from each other · `rules-alone`: it was not heard. */
const secondOutcomes = ['agrees', 'apart', 'unsteady', 'rules-alone'] as const

/** Why it was not heard. `not-agreed`: the consent was given under a notice that does not name it. */
const unheardReasons = [
  'late',
  'busy',
  'refused',
  'unreachable',
  'unusable-reply',
  'too-long',
  'over-budget',
  'not-agreed',
  'switched-off',
  'failed',
] as const
export type UnheardReason = (typeof unheardReasons)[number]

export const SecondReading = Type.Object(
  {
    questionId: Type.String(),
    outcome: Type.Enum([...secondOutcomes]),
    reason: Type.Optional(Type.Enum([...unheardReasons])),
    score: Type.Optional(Type.Number({ minimum: 1, maximum: 5 })),
    /** Credit counts with a quotation that occurs in the answer, and only then. */
    points: Type.Optional(
      Type.Array(
        Type.Object(
          {
            pointId: Type.String(),
            credit: Type.Number({ minimum: 0, maximum: 1 }),
            quotation: Type.Optional(Type.String({ minLength: 1 })),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
)
export type SecondReading = Static<typeof SecondReading>

export const SecondScorer = Type.Object(
  {
    /** C9, C13: who it is. Absent when none was set up any more. */
    by: Type.Optional(
      Type.Object(
        {
          processor: Type.String(),
          model: Type.String(),
          region: Type.String(),
          filingNumber: Type.String(),
          prompt: Type.String(),
          /** Readings of each answer. */
          runs: Type.Integer({ minimum: 1 }),
        },
        closed,
      ),
    ),
    /** Of the answers in words that the rules gave a score. */
    readings: Type.Array(SecondReading),
  },
  closed,
)
export type SecondScorer = Static<typeof SecondScorer>
