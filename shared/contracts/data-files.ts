/** Administration without code (E18): organisation, positions, question banks and message texts as checked, versioned files. */
import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'
import { Bilingual, inEachLanguage } from './text.js'

const closed = { additionalProperties: false }

export const dataFileKinds = ['organisation', 'position', 'question-bank', 'messages'] as const
export type DataFileKind = (typeof dataFileKinds)[number]

export const ByFile = Type.Object(
  { kind: Type.Enum([...dataFileKinds]), fileId: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }) },
  closed,
)
const Revision = Type.Integer({ minimum: 1 })

export const DataFileRow = Type.Object(
  {
    kind: Type.Enum([...dataFileKinds]),
    fileId: Type.String(),
    title: Bilingual,
    label: Type.String(),
    revision: Revision,
    savedAt: Timestamp,
    /** Name of the member; `command` for what was imported or came with the product. */
    savedBy: Type.String(),
  },
  closed,
)
export type DataFileRow = Static<typeof DataFileRow>
/** `GET /api/staff/files` */
export const DataFileRows = Type.Object({ files: Type.Array(DataFileRow) }, closed)
export type DataFileRows = Static<typeof DataFileRows>

/** `GET /api/staff/files/:kind/:fileId` (and `?revision=`): the text as YAML, the same as an object for forms, every version. */
export const DataFileForAdmin = Type.Object(
  {
    kind: Type.Enum([...dataFileKinds]),
    fileId: Type.String(),
    revision: Revision,
    yaml: Type.String(),
    content: Type.Unknown(),
    versions: Type.Array(
      Type.Object({ revision: Revision, label: Type.String(), savedAt: Timestamp, savedBy: Type.String() }, closed),
    ),
  },
  closed,
)
export type DataFileForAdmin = Static<typeof DataFileForAdmin>
export const RevisionQuery = Type.Object({ revision: Type.Optional(Type.String({ pattern: '^\\d{1,6}$' })) }, closed)

/** What a form over a position says in its own words; the words of the fault itself speak of the file. */
export const faultCodes = [
  'required',
  'unknown',
  'type',
  'oneOf',
  'constant',
  'atLeast',
  'moreThan',
  'atMost',
  'tooShort',
  'tooLong',
  'tooFew',
  'tooMany',
  'repeated',
  'pattern',
  'format',
  'weights',
  'shares',
  'order',
  'openWithoutPlan',
  'aiIsFirst',
  'slotOfPeople',
  'invitationIsFirst',
  'idsDiffer',
  'entryAfterAi',
  'unweighed',
  'whoDecides',
  'peopleDecide',
  'modeMissing',
  'groupTooSmall',
  'neverAsked',
  'neverScored',
  'unlikePlace',
  'tagNeverAsked',
  'noBank',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** `at`: the way to the value by names, for a form; a fault of the syntax has none. */
const Fault = Type.Object(
  {
    line: Type.Integer(),
    column: Type.Integer(),
    at: Type.Optional(Type.String()),
    code: Type.Optional(Type.Enum([...faultCodes])),
    /** The limit, the sum: what the words of the code speak of. */
    limit: Type.Optional(Type.String()),
    message: Bilingual,
    fix: inEachLanguage(Type.String()),
  },
  closed,
)
/** Path in the file, before and after, as short text. */
const Difference = Type.Object(
  { at: Type.String(), before: Type.Optional(Type.String()), after: Type.Optional(Type.String()) },
  closed,
)

/** `POST /api/staff/files/check` and `PUT /api/staff/files/:kind/:fileId`: the text, or the object a form made. */
export const SaveDataFile = Type.Object(
  {
    source: Type.Union([
      Type.Object({ yaml: Type.String({ minLength: 1, maxLength: 400_000 }) }, closed),
      Type.Object({ content: Type.Unknown() }, closed),
    ]),
    /** What the editor was opened on; 0 for a new file. Refused with 409 when somebody saved meanwhile. */
    baseRevision: Type.Integer({ minimum: 0 }),
  },
  closed,
)
export type SaveDataFile = Static<typeof SaveDataFile>
export const DataFileCheck = Type.Union([
  Type.Object({ kind: Type.Literal('refused'), faults: Type.Array(Fault) }, closed),
  Type.Object(
    {
      kind: Type.Enum(['checked', 'saved', 'unchanged']),
      revision: Revision,
      changes: Type.Array(Difference),
      /** Lines of notes in the text that a form's change would take along. */
      notesLost: Type.Optional(Type.Integer({ minimum: 1 })),
      /** For message texts: each text with sample values filled in. */
      samples: Type.Optional(Type.Array(Type.Object({ at: Type.String(), text: Type.String() }, closed))),
    },
    closed,
  ),
])
export type DataFileCheck = Static<typeof DataFileCheck>
