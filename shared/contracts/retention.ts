/** Deletion of a person's data: who asks for it, what holds it back, what is left of it. */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, Timestamp } from './ids.js'

const closed = { additionalProperties: false }

/** Why staff delete: a choice, so that nothing about the person is written down with it. */
export const deletionReasons = ['asked-by-person', 'filed-by-mistake', 'no-longer-needed'] as const
export type DeletionReason = (typeof deletionReasons)[number]

export const DeletePerson = Type.Object(
  { reason: Type.Enum([...deletionReasons]), confirmed: Type.Literal(true) },
  closed,
)

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
    deleted: Type.Optional(DeletionReceipt),
  },
  closed,
)
export type DeletionState = Static<typeof DeletionState>

export const DeletionsForCandidate = Type.Object(
  {
    deletions: Type.Array(
      Type.Object(
        { id: ObjectIdSchema, why: Type.Enum(['request', 'retention']), at: Timestamp, applications: Type.Integer() },
        closed,
      ),
    ),
  },
  closed,
)
export type DeletionsForCandidate = Static<typeof DeletionsForCandidate>
