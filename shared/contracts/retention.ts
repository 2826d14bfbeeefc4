/** Deletion of a person's data: who asks for it, what holds it back, what is left of it. */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, ShortCode, Timestamp } from './ids.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

/** Why staff delete: a choice, so that nothing about the person is written down with it. */
export const deletionReasons = ['asked-by-person', 'filed-by-mistake', 'no-longer-needed'] as const
export type DeletionReason = (typeof deletionReasons)[number]

export const DeletePerson = Type.Object(
  { reason: Type.Enum([...deletionReasons]), confirmed: Type.Literal(true) },
  closed,
)

/** What a receipt is found by: random, without the letters that are taken for digits, on a phone typed by hand. */
export const receiptNumberLength = 12
export const ReceiptNumber = Type.String({ pattern: `^[0-9A-HJKMNP-TV-Z]{${receiptNumberLength}}$` })

/** How the person was told before everything was removed; `unconfirmed`: perhaps; `unreached`: somebody else has to. */
export const toldHow = ['sms', 'email', 'unconfirmed', 'unreached'] as const
export type ToldHow = (typeof toldHow)[number]

/** What is left: ids and times, no personal data. */
export const DeletionReceipt = Type.Object(
  {
    id: ObjectIdSchema,
    why: Type.Enum(['request', 'retention']),
    reason: Type.Optional(Type.Enum([...deletionReasons])),
    /** Member's name as the accounts have it; absent when the time was up. */
    by: Type.Optional(Type.String()),
    at: Timestamp,
    /** Everything is removed; before, the key is destroyed and the rest follows. */
    done: Type.Boolean(),
    applicationIds: Type.Array(Type.String()),
    /** Absent of the first deletions. */
    number: Type.Optional(ReceiptNumber),
    told: Type.Optional(Type.Enum([...toldHow])),
    /** Records that were removed. */
    rows: Type.Integer(),
  },
  closed,
)
export type DeletionReceipt = Static<typeof DeletionReceipt>
export const DeletionReceipts = Type.Object({ deletions: Type.Array(DeletionReceipt) }, closed)

export const LegalHold = Type.Object({ reason: Type.String({ minLength: 2, maxLength: 500 }) }, closed)

export const deletionRefusals = ['legal-hold', 'decision-being-carried-out'] as const

export const DeletionState = Type.Object(
  {
    refused: Type.Optional(Type.Enum([...deletionRefusals])),
    hold: Type.Optional(Type.Object({ by: Type.String(), at: Timestamp, reason: Type.String() }, closed)),
    /** The person asked for it in the app; `until`: then it is carried out without anybody. */
    asked: Type.Optional(Type.Object({ at: Timestamp, until: Timestamp }, closed)),
    deleted: Type.Optional(DeletionReceipt),
  },
  closed,
)
export type DeletionState = Static<typeof DeletionState>

/** `GET /api/staff/deletions/asked`: who asked in the app and waits for it, the longest first. */
export const DeletionsAsked = Type.Object(
  {
    now: Timestamp,
    asked: Type.Array(
      Type.Object(
        {
          /** The newest, whose page carries the deletion out. */
          applicationId: ObjectIdSchema,
          name: Type.String(),
          shortCode: ShortCode,
          positionTitle: Bilingual,
          /** How many applications go with it. */
          applications: Type.Integer(),
          at: Timestamp,
          /** Then it is carried out without anybody. */
          until: Timestamp,
          refused: Type.Optional(Type.Enum([...deletionRefusals])),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type DeletionsAsked = Static<typeof DeletionsAsked>

/** For whoever has the number, or applied with the WeChat that asks: nothing in it is about a person. */
export const DeletionForCandidate = Type.Object(
  {
    id: ObjectIdSchema,
    number: Type.Optional(ReceiptNumber),
    why: Type.Enum(['request', 'retention']),
    at: Timestamp,
    /** When everything was removed; absent while it is. */
    doneAt: Type.Optional(Timestamp),
    applications: Type.Integer(),
    /** Records that were removed. */
    rows: Type.Integer(),
  },
  closed,
)
export type DeletionForCandidate = Static<typeof DeletionForCandidate>
export const DeletionsForCandidate = Type.Object({ deletions: Type.Array(DeletionForCandidate) }, closed)
export type DeletionsForCandidate = Static<typeof DeletionsForCandidate>

export const ReadReceipt = Type.Object({ number: ReceiptNumber }, closed)

/** What asking for deletion means, before and after somebody asked. */
export const DeletionAsked = Type.Object(
  {
    /** Absent until they asked. */
    at: Type.Optional(Timestamp),
    /** When it is carried out without anybody, had they asked now or then. */
    until: Timestamp,
    /** Applications that go with it. */
    applications: Type.Integer(),
    /** The law keeps the file, or a letter is on its way. */
    refused: Type.Optional(Type.Enum([...deletionRefusals])),
  },
  closed,
)
export type DeletionAsked = Static<typeof DeletionAsked>
