import { Schema, Types, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { ConsentChoice, ConsentPurpose } from '../../../shared/contracts/consent.js'
import { claimOne, dueIn, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { currentConsent, versionOfGrant, type ConsentRecord, type CurrentConsent } from './consent.js'

interface Row extends ConsentRecord, Leased {
  /** A consent to scoring was taken back, and what the machine wrote has to go. */
  followUp?: 'remove-scores' | 'done'
  /** A consent to be recorded was taken back, and the recordings have to go. */
  recordingFollowUp?: 'remove-recordings' | 'done'
  /** A consent to be measured was taken back, and what was measured has to go. */
  measuresFollowUp?: 'remove-measures' | 'done'
}

/** What has to be undone when it is taken back, each a queue of its own. */
export type Undone = 'ai-scoring' | 'recording' | 'tone-analysis'

const wanted = {
  'ai-scoring': { followUp: 'remove-scores' },
  recording: { recordingFollowUp: 'remove-recordings' },
  'tone-analysis': { measuresFollowUp: 'remove-measures' },
} as const satisfies Record<Undone, Partial<Row>>

const settled = {
  'ai-scoring': { followUp: 'done' },
  recording: { recordingFollowUp: 'done' },
  'tone-analysis': { measuresFollowUp: 'done' },
} as const satisfies Record<Undone, Partial<Row>>

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    invitationId: { type: String, required: true },
    candidateId: { type: String, required: true },
    noticeVersion: { type: String, required: true },
    choices: {
      type: [
        new Schema<ConsentChoice>(
          { purpose: { type: String, required: true }, granted: { type: Boolean, required: true } },
          { _id: false },
        ),
      ],
      required: true,
    },
    at: { type: Date, required: true },
    followUp: String,
    recordingFollowUp: String,
    measuresFollowUp: String,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, invitationId: 1, at: 1 })
schema.index({ followUp: 1 }, { partialFilterExpression: wanted['ai-scoring'] })
schema.index({ recordingFollowUp: 1 }, { partialFilterExpression: wanted.recording })
schema.index({ measuresFollowUp: 1 }, { partialFilterExpression: wanted['tone-analysis'] })

export type ConsentStore = ReturnType<typeof consentStore>
export interface Withdrawal {
  id: string
  orgId: string
  invitationId: string
  candidateId: string
}

export function consentStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'Consent', schema)

  return {
    ready: () => rows.init(),

    async append(record: ConsentRecord, takenBack: readonly Undone[] = []): Promise<void> {
      await rows.create(Object.assign({ ...record }, ...takenBack.map((purpose) => wanted[purpose])) as Row)
    },

    async currentOf(orgId: string, invitationId: string): Promise<CurrentConsent | undefined> {
      return currentConsent((await rows.find({ orgId, invitationId }).sort({ at: 1, _id: 1 })).map(toRecord))
    },

    /** The version of the notice under which this is granted; undefined when it is not. */
    async grantedUnder(orgId: string, invitationId: string, purpose: ConsentPurpose): Promise<string | undefined> {
      return versionOfGrant((await rows.find({ orgId, invitationId }).sort({ at: 1, _id: 1 })).map(toRecord), purpose)
    },

    /** By invitation; whoever has not chosen yet is left out. */
    async currentOfEach(orgId: string, invitationIds: readonly string[]): Promise<Map<string, CurrentConsent>> {
      const found = await rows.find({ orgId, invitationId: { $in: [...invitationIds] } }).sort({ at: 1, _id: 1 })
      const records = found.map(toRecord)
      return new Map(
        [...new Set(records.map(({ invitationId }) => invitationId))].map((id) => [
          id,
          currentConsent(records.filter(({ invitationId }) => invitationId === id))!,
        ]),
      )
    },

    dueWithdrawal: (purpose: Undone) => dueIn(rows, wanted[purpose]),

    async claimWithdrawal(purpose: Undone, now: Date): Promise<Withdrawal | undefined> {
      const row = await claimOne(rows, { filter: wanted[purpose], now })
      return row
        ? { id: row._id.toHexString(), orgId: row.orgId, invitationId: row.invitationId, candidateId: row.candidateId }
        : undefined
    },

    async settleWithdrawal(purpose: Undone, { id, orgId }: Withdrawal): Promise<void> {
      await rows.updateOne(
        { _id: new Types.ObjectId(id), orgId },
        { $set: settled[purpose], $unset: { leaseUntil: 1 } },
      )
    },
  }
}

function toRecord(row: Plain<Row>): ConsentRecord {
  const { orgId, invitationId, candidateId, noticeVersion, at } = row
  return {
    orgId,
    invitationId,
    candidateId,
    noticeVersion,
    at,
    choices: row.choices.map(({ purpose, granted }) => ({ purpose, granted })),
  }
}
