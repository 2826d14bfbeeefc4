/** The audit trail as auditors read it (C21): who, when, what, on what, with what result. The trail keeps ids only; names of members are looked up when it is read. */
import { Type, type Static } from 'typebox'
import { Timestamp } from './ids.js'

const closed = { additionalProperties: false }

/** `allowed` is written before a change is made, `failed` after one that did not succeed. */
export const auditResults = ['done', 'allowed', 'refused', 'not-found', 'failed'] as const
export type AuditResult = (typeof auditResults)[number]
export const auditVias = ['console', 'bot', 'command', 'system'] as const
export type AuditVia = (typeof auditVias)[number]

export const AuditEntryView = Type.Object(
  {
    at: Timestamp,
    /** Member's id; `unknown:<userid>` for somebody without an account; `system`. */
    actor: Type.String(),
    /** The member's name as the accounts have it now; never kept in the trail. */
    actorName: Type.Optional(Type.String()),
    via: Type.Enum([...auditVias]),
    /** Feature and verb, for example `report.read`. */
    action: Type.String(),
    subject: Type.Optional(Type.Object({ kind: Type.String(), id: Type.String() }, closed)),
    result: Type.Enum([...auditResults]),
    /** Why it was refused or failed. */
    code: Type.Optional(Type.String()),
    /** How many were read or changed, where it was more than one. */
    count: Type.Optional(Type.Integer()),
    /** Of a list: what was shown. */
    ids: Type.Optional(Type.Array(Type.String())),
    /** Keyed hash of what was looked for. */
    search: Type.Optional(Type.String()),
    segment: Type.String(),
    sequence: Type.Integer(),
  },
  closed,
)
export type AuditEntryView = Static<typeof AuditEntryView>

/** `GET /api/audit`, newest first; `format=csv` answers text/csv. */
export const AuditQuery = Type.Object(
  {
    from: Type.Optional(Timestamp),
    to: Type.Optional(Timestamp),
    actor: Type.Optional(Type.String({ maxLength: 80 })),
    action: Type.Optional(Type.String({ maxLength: 60 })),
    subject: Type.Optional(Type.String({ maxLength: 80 })),
    result: Type.Optional(Type.Enum([...auditResults])),
    before: Type.Optional(Type.String({ pattern: '^[0-9a-f]{24}$' })),
    format: Type.Optional(Type.Enum(['json', 'csv'])),
  },
  closed,
)
export type AuditQuery = Static<typeof AuditQuery>
export const AuditPage = Type.Object(
  {
    entries: Type.Array(AuditEntryView),
    next: Type.Optional(Type.String()),
    /** Every member, to choose from. */
    members: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
  },
  closed,
)
export type AuditPage = Static<typeof AuditPage>
