import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'
import { Bilingual } from './text.js'

/** When and where a round of people takes place, and whom to ask. */
export const RoundSlot = Type.Object(
  {
    startsAt: Timestamp,
    place: Bilingual,
    contact: Type.Object(
      { name: Bilingual, phone: Type.String({ minLength: 5, maxLength: 30 }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type RoundSlot = Static<typeof RoundSlot>
