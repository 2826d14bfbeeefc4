/** Results of written tests, brought in from elsewhere (R8): they stand beside the interview and never change its score. */
import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

/** `code` and `excel`: a task that was marked as a whole. */
export const writtenItemKinds = ['question', 'code', 'excel'] as const

export const WrittenItem = Type.Object(
  {
    item: Type.String(),
    title: Type.Optional(Type.String()),
    kind: Type.Enum([...writtenItemKinds]),
    right: Type.Boolean(),
    points: Type.Number({ minimum: 0 }),
    of: Type.Number({ minimum: 0 }),
    answer: Type.Optional(Type.String()),
    rightAnswer: Type.Optional(Type.String()),
    explanation: Type.Optional(Type.String()),
  },
  closed,
)
export type WrittenItem = Static<typeof WrittenItem>

export const WrittenTestOnReport = Type.Object(
  {
    testId: Type.String(),
    title: Type.String(),
    /** Where it was taken: the name of a system or a company. */
    source: Type.String(),
    takenOn: Type.String({ format: 'date' }),
    importedAt: Timestamp,
    points: Type.Number(),
    of: Type.Number(),
    items: Type.Integer(),
    /** Those that were not right, with what explains them. */
    wrong: Type.Array(WrittenItem),
  },
  closed,
)
export type WrittenTestOnReport = Static<typeof WrittenTestOnReport>

/** 1 MB of bytes, as base64. */
const mostBase64 = 1_400_000

/** `POST /api/staff/written-tests/check` and, to keep it, `POST /api/staff/written-tests`. */
export const ImportWrittenTest = Type.Object(
  {
    testId: Type.String({ pattern: '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$' }),
    title: Type.String({ minLength: 1, maxLength: 100 }),
    source: Type.String({ minLength: 1, maxLength: 100 }),
    takenOn: Type.String({ format: 'date' }),
    positionId: Type.String({ maxLength: 60 }),
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    base64: Type.String({ maxLength: mostBase64, pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
  },
  closed,
)
export type ImportWrittenTest = Static<typeof ImportWrittenTest>

const Fault = Type.Object({ line: Type.Integer(), column: Type.Integer(), message: Bilingual, fix: Bilingual }, closed)
/** With faults nothing is kept. How many people, by what keeping it does or did to their results. */
export const WrittenTestOutcome = Type.Object(
  {
    faults: Type.Array(Fault),
    new: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
  },
  closed,
)
export type WrittenTestOutcome = Static<typeof WrittenTestOutcome>
