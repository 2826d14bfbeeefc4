/** How far people who rated agree with one another and with the machine (E5). */
import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'
import { CompetencyIdSchema } from './question-bank.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

/** A value with its interval of 95 %. */
const Measured = Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() }, closed)

const Agreement = Type.Object(
  {
    /** Pairs of scores. */
    n: Type.Integer(),
    /** Under a hundred: too few to rely on. */
    few: Type.Boolean(),
    /** How far apart in the mean; absent without a pair. */
    apart: Type.Optional(Type.Number()),
    /** Quadratic weighted kappa on bands, intraclass correlation, Pearson; absent under three pairs. */
    kappa: Type.Optional(Measured),
    intraclass: Type.Optional(Measured),
    pearson: Type.Optional(Measured),
  },
  closed,
)
export type Agreement = Static<typeof Agreement>

const both = { people: Agreement, machine: Agreement }

export const AgreementQuery = Type.Object({ positionId: Type.Optional(Type.String({ maxLength: 60 })) }, closed)

/** `GET /api/staff/agreement`: `people`, the first rating of a question beside the second; `machine`, ratings beside its score. */
export const AgreementReport = Type.Object(
  {
    now: Timestamp,
    /** Only the newest so many ratings were looked at, and there are more. */
    limited: Type.Optional(Type.Integer()),
    overall: Type.Object(both, closed),
    competencies: Type.Array(Type.Object({ id: CompetencyIdSchema, name: Bilingual, ...both }, closed)),
    /** What may be filtered by. */
    positions: Type.Array(Type.Object({ id: Type.String(), name: Bilingual }, closed)),
  },
  closed,
)
export type AgreementReport = Static<typeof AgreementReport>
