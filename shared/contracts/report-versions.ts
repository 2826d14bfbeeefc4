/** The bands of a report before and after somebody looked again, because its candidate asked for it (E8). */
import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'
import { CompetencyIdSchema } from './question-bank.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

const Version = Type.Object(
  {
    /** Who rated; nobody where the machine did alone. */
    by: Type.Array(Type.String()),
    total: Type.Optional(Type.Number()),
    band: Type.Optional(Bilingual),
    competencies: Type.Array(
      Type.Object({ id: CompetencyIdSchema, name: Bilingual, score: Type.Number(), band: Bilingual }, closed),
    ),
  },
  closed,
)
export const BothVersions = Type.Object({ askedAt: Timestamp, before: Version, after: Version }, closed)
/** Neither while an item of it is hidden (E5), or where no machine scores. */
export const CorrectedVersions = Type.Object(
  { at: Timestamp, before: Type.Optional(Version), after: Type.Optional(Version) },
  closed,
)
export type CorrectedVersions = Static<typeof CorrectedVersions>
export type Versions = Static<typeof BothVersions>
