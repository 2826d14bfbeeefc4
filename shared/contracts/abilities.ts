/** What a position wants people to bring along, as HR reads it of somebody and says otherwise (R2). */
import { Type } from 'typebox'
import { Timestamp } from './ids.js'
import { CompetencyIdSchema } from './question-bank.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

export const AbilityOnPage = Type.Object(
  {
    id: Type.String(),
    label: Bilingual,
    competencyId: CompetencyIdSchema,
    has: Type.Boolean(),
    /** Of the résumé. */
    quotation: Type.Optional(Type.String()),
    byHand: Type.Optional(Type.Object({ by: Type.String(), at: Timestamp }, closed)),
  },
  closed,
)

/** `PUT /api/staff/applications/:id/abilities`: without `has` the résumé speaks again. */
export const TagAbility = Type.Object(
  { tag: Type.String({ maxLength: 60 }), has: Type.Optional(Type.Boolean()) },
  closed,
)
