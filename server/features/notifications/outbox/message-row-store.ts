/** How a message lies in MongoDB. The body is sealed under the candidate's key; the rest is ids, codes and times. */
import { Schema } from 'mongoose'
import type { Plain } from '../../../mongo/plain-rows.js'
import { channels, messageStatuses } from '../../../../shared/contracts/notifications.js'
import { leaseFields, type Leased } from '../../../mongo/claim-one.js'
import { aboutKinds, type About } from '../about.js'
import type { Attempt, Message, Recipient } from './message.js'

export interface MessageRow extends Omit<Message, 'id' | 'to'>, Leased {
  toKind: Recipient['kind']
  toId: string
  /** Of a message to a candidate. */
  toApplication?: string
  body: Buffer
  /** Whose tap a held message waits for. */
  tapOpenid?: string
}

export const aboutSchema = new Schema<About>(
  { kind: { type: String, enum: aboutKinds, required: true }, id: { type: String, required: true }, announces: String },
  { _id: false },
)

const attempt = new Schema<Attempt>(
  {
    at: { type: Date, required: true },
    channel: { type: String, enum: channels, required: true },
    why: { type: String, required: true },
    outcome: { type: String, required: true },
    code: String,
    platformId: String,
  },
  { _id: false },
)

export const messageSchema = new Schema<MessageRow>(
  {
    orgId: { type: String, required: true },
    dedupeKey: { type: String, required: true },
    about: { type: aboutSchema, required: true },
    toKind: { type: String, enum: ['candidate', 'group', 'member'], required: true },
    toId: { type: String, required: true },
    toApplication: String,
    template: { type: String, required: true },
    body: { type: Buffer, required: true },
    status: { type: String, enum: messageStatuses, required: true },
    queuedAt: { type: Date, required: true },
    dueAt: Date,
    notAfter: Date,
    quiet: { type: String, enum: ['hold', 'exempt'], required: true },
    exemptUntil: Date,
    tapUntil: Date,
    tapOpenid: String,
    waitsFor: String,
    ledger: { type: [attempt], default: [] },
    settledAt: Date,
    reason: String,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
messageSchema.index({ orgId: 1, dedupeKey: 1 }, { unique: true })
messageSchema.index({ orgId: 1, toId: 1 })
messageSchema.index({ dueAt: 1, _id: 1 })
messageSchema.index({ 'ledger.platformId': 1 })
messageSchema.index({ orgId: 1, toKind: 1, settledAt: 1 })
messageSchema.index(
  { orgId: 1, tapOpenid: 1, status: 1 },
  { partialFilterExpression: { tapOpenid: { $exists: true } } },
)

export const flat = (to: Recipient): Pick<MessageRow, 'toKind' | 'toId' | 'toApplication'> => ({
  toKind: to.kind,
  toId: idOf(to),
  ...(to.kind === 'candidate' && { toApplication: to.applicationId }),
})

export function idOf(to: Recipient): string {
  switch (to.kind) {
    case 'candidate':
      return to.candidateId
    case 'group':
      return to.groupId
    case 'member':
      return to.userid
  }
}

function recipient({ toKind: kind, toId: id, toApplication }: Plain<MessageRow>): Recipient {
  switch (kind) {
    case 'candidate':
      return { kind, candidateId: id, applicationId: toApplication! }
    case 'group':
      return { kind, groupId: id }
    case 'member':
      return { kind, userid: id }
  }
}

export function toMessage(row: Plain<MessageRow>): Message {
  const { _id, toKind: _kind, toId: _to, toApplication: _for, body: _body, tapOpenid: _tap, ...rest } = row
  const { leaseUntil: _lease, attempts: _attempts, ...fields } = rest
  return { id: _id.toHexString(), to: recipient(row), ...fields }
}
