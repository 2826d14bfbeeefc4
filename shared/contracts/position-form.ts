/**
 * `GET /api/staff/position-form`: what the form over a position offers to choose from. For who may only look: what the questions of
 * their positions are about.
 */
import { Type, type Static } from 'typebox'
import { answerModes } from './answer-modes.js'
import { PositionFile } from './positions.js'
import { CompetencyIdSchema } from './question-bank.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

/** Questions that replace each other, of one bank. */
export const QuestionGroup = Type.Object(
  {
    formGroup: Type.String(),
    competencyId: CompetencyIdSchema,
    answerWith: Type.Enum([...answerModes]),
    /** One of them, so that people know what the group asks. */
    sample: Bilingual,
    /** For how many questions each position is named, by its id. */
    questions: Type.Record(Type.String(), Type.Integer()),
    /** How often each of them was given to somebody (E9); only for who may change it. */
    exposure: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String(),
            stem: Bilingual,
            times: Type.Integer(),
            /** Of everybody who was given one of the group; absent while that is nobody. */
            percent: Type.Optional(Type.Integer()),
            /** More than the organisation wants. */
            tooOften: Type.Boolean(),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
)
export type QuestionGroup = Static<typeof QuestionGroup>

export const PositionForm = Type.Object(
  {
    /** Positions that come with the product. */
    templates: Type.Array(PositionFile),
    banks: Type.Array(Type.Object({ id: Type.String(), title: Bilingual, groups: Type.Array(QuestionGroup) }, closed)),
  },
  closed,
)
export type PositionForm = Static<typeof PositionForm>
