/** Applicants brought in from a file of another system (R20): looked at first, then taken in row by row in the background. */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, Timestamp } from './ids.js'
import { Bilingual, Line } from './text.js'

const closed = { additionalProperties: false }

/** What a column may hold. */
export const applicantFields = [
  'name',
  'phone',
  'email',
  'degree',
  'school',
  'major',
  'graduatedIn',
  'yearsOfExperience',
  'certificates',
  'organisation',
  'role',
  'from',
  'to',
  'selfIntroduction',
] as const
export type ApplicantField = (typeof applicantFields)[number]
export const leftOut = 'left-out'
const columnUses = [...applicantFields, leftOut] as const
export type ColumnUse = (typeof columnUses)[number]

/** From whom the bank has the data; stands in the audit trail, which knows no free words. */
export const importBases = ['campus', 'referral', 'agency', 'own-site', 'other'] as const
export type ImportBasis = (typeof importBases)[number]

export const mostColumns = 60
export const mostApplicants = 5_000
export const mostImportBytes = 4_000_000
/** As base64. */
const mostBase64 = Math.ceil(mostImportBytes / 3) * 4

const About = {
  positionId: Type.String({ maxLength: 60 }),
  basis: Type.Enum([...importBases]),
  /** The name of the system or of the company, never of a person. */
  source: Line({ minLength: 1, maxLength: 100 }),
}

/** `POST /api/staff/applicant-imports/check` and, to begin it, `POST /api/staff/applicant-imports`. */
export const ImportApplicants = Type.Object(
  {
    ...About,
    /** Whoever imports says that these people know that the bank has their data and what for. */
    told: Type.Literal(true),
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    base64: Type.String({ maxLength: mostBase64, pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
    /** One for each heading. Left out: as for the last file with these headings, else by their names. */
    columns: Type.Optional(Type.Array(Type.Enum([...columnUses]), { maxItems: mostColumns })),
  },
  closed,
)
export type ImportApplicants = Static<typeof ImportApplicants>

const ImportFault = Type.Object(
  { line: Type.Integer(), column: Type.Integer(), message: Bilingual, fix: Bilingual },
  closed,
)
export type ImportFault = Static<typeof ImportFault>

const Column = Type.Object({ heading: Type.String(), use: Type.Enum([...columnUses]) }, closed)

export const ApplicantImportCheck = Type.Object(
  {
    columns: Type.Array(Column),
    /** How the columns came to their uses. */
    matchedBy: Type.Enum(['names', 'memory', 'hand']),
    rows: Type.Integer(),
    /** Rows without a fault. */
    fit: Type.Integer(),
    /** With one, nothing is taken in. All of them. */
    faults: Type.Array(ImportFault),
    /** Set once it has begun. */
    importId: Type.Optional(ObjectIdSchema),
  },
  closed,
)
export type ApplicantImportCheck = Static<typeof ApplicantImportCheck>

/**
 * `new`: applied now · `same`: had applied with just this · `kept`: had applied with other data, which stay · `other-name`: the number
 * belongs to somebody of another name · `closed`: the position was no longer open · `not-done`: given up after several tries.
 */
export const rowOutcomes = ['new', 'same', 'kept', 'other-name', 'closed', 'not-done'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export const ApplicantImportView = Type.Object(
  {
    id: ObjectIdSchema,
    ...About,
    at: Timestamp,
    status: Type.Enum(['running', 'done', 'given-up']),
    rows: Type.Integer(),
    counts: Type.Object(
      Object.fromEntries(rowOutcomes.map((one) => [one, Type.Integer()])) as Record<
        RowOutcome,
        ReturnType<typeof Type.Integer>
      >,
      closed,
    ),
  },
  closed,
)
export type ApplicantImportView = Static<typeof ApplicantImportView>
