/** The audit trail in MongoDB: inserted, read, never changed. No two entries share a place in a segment. */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'
import type { AuditQuery } from '../../../shared/contracts/audit.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { ChainedEntry } from './audit-chain.js'

type Row = ChainedEntry

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    segment: { type: String, required: true },
    sequence: { type: Number, required: true },
    at: { type: Date, required: true },
    actor: { type: String, required: true },
    via: { type: String, required: true },
    action: { type: String, required: true },
    subject: { type: new Schema({ kind: String, id: String }, { _id: false, id: false }), default: undefined },
    result: { type: String, required: true },
    code: String,
    count: Number,
    ids: { type: [String], default: undefined },
    search: String,
    prev: { type: String, default: '' },
    mac: { type: String, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ segment: 1, sequence: 1 }, { unique: true })
schema.index({ orgId: 1, _id: -1 })
schema.index({ orgId: 1, actor: 1, at: 1 })

interface Told {
  orgId: string
  actor: string
  actions: readonly string[]
  from: Date
  to: Date
}

export type AuditStore = ReturnType<typeof auditStore>
/** `subject`: any of these ids. */
export type AuditFilter = Omit<AuditQuery, 'format' | 'subject'> & { subject?: readonly string[] }
export type ListedEntry = ChainedEntry & { id: string }

export function auditStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'AuditEntry', schema)

  return {
    ready: () => rows.init(),

    /** In this order, all or a first part of them. False when one of the places is taken. */
    async insert(entries: readonly ChainedEntry[]): Promise<boolean> {
      try {
        await rows.insertMany(entries, { ordered: true })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    async lastOpening(): Promise<ChainedEntry | undefined> {
      const last = await rows.findOne({}, { segment: 1 }).sort({ segment: -1, sequence: -1 }).lean()
      const row = last && (await rows.findOne({ segment: last.segment, sequence: 0 }).lean())
      return row ? toEntry(row) : undefined
    },

    async lastOf(segment: string): Promise<ChainedEntry | undefined> {
      const row = await rows.findOne({ segment }).sort({ sequence: -1 }).lean()
      return row ? toEntry(row) : undefined
    },

    async macAt(segment: string, sequence: number): Promise<string | undefined> {
      return (await rows.findOne({ segment, sequence }, { mac: 1 }).lean())?.mac
    },

    /** Whether a member, or a command on the machine, wrote of such an act around that time. */
    async tells({ orgId, actor, actions, from, to }: Told): Promise<boolean> {
      const at = { $gte: from, $lte: to }
      return (
        (await rows.exists({ orgId, actor: { $in: [actor, 'command'] }, action: { $in: [...actions] }, at })) !== null
      )
    },

    async segments(): Promise<string[]> {
      return (await rows.distinct('segment')).sort()
    },

    /** One after the other, so that a long trail needs no memory. */
    async *entriesOf(segment: string): AsyncGenerator<ChainedEntry> {
      for await (const row of rows.find({ segment }).sort({ sequence: 1, _id: 1 }).lean().cursor()) yield toEntry(row)
    },

    /** Newest first. */
    async list(
      orgId: string,
      { from, to, actor, action, subject, result, before }: AuditFilter,
      limit: number,
    ): Promise<ListedEntry[]> {
      const found = await rows
        .find({
          orgId,
          ...(before && { _id: { $lt: new Types.ObjectId(before) } }),
          ...((from ?? to) && { at: { ...(from && { $gte: new Date(from) }), ...(to && { $lt: new Date(to) }) } }),
          ...(actor && { actor }),
          ...(action && { action }),
          ...(subject && { 'subject.id': { $in: [...subject] } }),
          ...(result && { result }),
        })
        .sort({ _id: -1 })
        .limit(limit)
        .lean()
      return found.map((row) => ({ ...toEntry(row), id: row._id.toHexString() }))
    },
  }
}

function toEntry({ _id, subject, ...row }: Row & { _id: Types.ObjectId }): ChainedEntry {
  return { ...row, ...(subject && { subject: { kind: subject.kind, id: subject.id } }) }
}
