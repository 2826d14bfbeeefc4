/** A report's states, and the feedback its candidate reads. */
import { Type, type Static } from 'typebox'
import { Bilingual } from './text.js'
import { Timestamp } from './ids.js'
import { CompetencyIdSchema } from './question-bank.js'

export const reportStatuses = ['queued', 'ready', 'awaiting-human', 'reviewed', 'failed'] as const
export type ReportStatus = (typeof reportStatuses)[number]

const ReadyFeedback = Type.Object(
  {
    kind: Type.Literal('ready'),
    positionTitle: Bilingual,
    interviewedAt: Timestamp,
    /** Level of detail the organisation chose: bands hide the numbers. */
    detail: Type.Enum(['bands', 'scores']),
    strongest: Type.Optional(Bilingual),
    competencies: Type.Array(
      Type.Object(
        {
          id: CompetencyIdSchema,
          name: Bilingual,
          band: Bilingual,
          /** Filled part of the bar, 0…1: the band's own width under `bands`, the score under `scores`. */
          fill: Type.Number(),
          score: Type.Optional(Type.Number()),
        },
        { additionalProperties: false },
      ),
    ),
    /** A strength with the candidate's own words. */
    strengths: Type.Array(
      Type.Object({ quote: Type.Optional(Type.String()), text: Bilingual }, { additionalProperties: false }),
    ),
    nextSteps: Type.Array(Bilingual),
    /** C12: this text was made by a machine; a person decides. Rubric and scorer that made it. */
    madeBy: Type.Object({ scorer: Type.String(), rubric: Type.String() }, { additionalProperties: false }),
    reviewBy: Type.Optional(Timestamp),
  },
  { additionalProperties: false },
)

export const FeedbackForCandidate = Type.Union([
  ReadyFeedback,
  /** `preparing`: a machine works on it; `awaiting-human`: people read it; `withheld`: the organisation shows no scores. */
  Type.Object(
    { kind: Type.Enum(['preparing', 'awaiting-human', 'withheld']), dueBy: Type.Optional(Timestamp) },
    { additionalProperties: false },
  ),
])
export type FeedbackForCandidate = Static<typeof FeedbackForCandidate>
