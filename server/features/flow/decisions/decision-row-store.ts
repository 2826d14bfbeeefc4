/** How a decision lies in the store. The reviewer's reasons and the letter may quote, so they are sealed. */
import { Schema } from 'mongoose'
import type { Plain } from '../../../mongo/plain-rows.js'
import { leaseFields, type Leased } from '../../../mongo/claim-one.js'
import type { Marked, Place, Vault } from '../../../mongo/vault.js'
import { verdicts, type Decision, type Verdict } from './decision.js'

export interface HoldRow {
  by: string
  at: Date
  reason: Buffer
  /** Of the act that held it. */
  key?: string
}

/** A verdict that was taken back, as it was given, with who took it back and why. */
export interface TakenBackRow {
  verdict: Verdict
  by: string
  at: Date
  reason?: Buffer
  letter?: Buffer
  takenBackBy: string
  takenBackAt: Date
  why: Buffer
}

export interface DecisionRow extends Omit<Decision, 'id' | 'hasLetter'>, Leased {
  reason?: Buffer
  /** What a declined candidate reads, as it was when the decision was carried out. */
  letter?: Buffer
  holds: HoldRow[]
  verdictsTakenBack: TakenBackRow[]
  /** Of what decides: whose it is, the verdict, who gave it. */
  mark?: string
  /** `pending` until the candidate was told, or taken on, as decided. */
  next?: 'pending' | 'done' | 'failed'
  /** The group was told that the promise ends soon, and that it ended. */
  warnedAt?: Date
  escalatedAt?: Date
}

const hold = new Schema<HoldRow>(
  {
    by: { type: String, required: true },
    at: { type: Date, required: true },
    reason: { type: Buffer, required: true },
    key: String,
  },
  { _id: false },
)

const verdictTakenBack = new Schema<TakenBackRow>(
  {
    verdict: { type: String, enum: verdicts, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    reason: Buffer,
    letter: Buffer,
    takenBackBy: { type: String, required: true },
    takenBackAt: { type: Date, required: true },
    why: { type: Buffer, required: true },
  },
  { _id: false },
)

export const decisionSchema = new Schema<DecisionRow>(
  {
    orgId: { type: String, required: true },
    applicationId: { type: String, required: true },
    candidateId: { type: String, required: true },
    positionId: { type: String, required: true },
    stage: { type: String, required: true },
    proposal: { type: String, enum: verdicts },
    status: { type: String, required: true },
    raisedAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    heldAt: Date,
    verdict: { type: String, enum: verdicts },
    decidedAt: Date,
    decidedBy: String,
    slot: Schema.Types.Mixed,
    unarranged: Boolean,
    reason: Buffer,
    letter: Buffer,
    mark: String,
    holds: { type: [hold], default: [] },
    verdictsTakenBack: { type: [verdictTakenBack], default: [] },
    takenBack: Number,
    next: String,
    warnedAt: Date,
    escalatedAt: Date,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
decisionSchema.index({ orgId: 1, applicationId: 1, stage: 1 }, { unique: true })
decisionSchema.index({ orgId: 1, status: 1, raisedAt: 1, _id: 1 })
decisionSchema.index({ orgId: 1, candidateId: 1, status: 1 })
decisionSchema.index({ orgId: 1, status: 1, positionId: 1, raisedAt: 1, _id: 1 })
decisionSchema.index({ orgId: 1, status: 1, stage: 1, raisedAt: 1, _id: 1 })
decisionSchema.index({ orgId: 1, status: 1, positionId: 1, stage: 1, raisedAt: 1, _id: 1 })
decisionSchema.index({ orgId: 1, status: 1, dueAt: 1 })
decisionSchema.index({ orgId: 1, status: 1, positionId: 1, dueAt: 1 })
// Without those that were told already, however many they are
decisionSchema.index({ status: 1, warnedAt: 1, dueAt: 1 })
decisionSchema.index({ status: 1, escalatedAt: 1, dueAt: 1 })
decisionSchema.index({ next: 1, _id: 1 })

const internalFields = [
  'leaseUntil',
  'attempts',
  'next',
  'reason',
  'holds',
  'verdictsTakenBack',
  'mark',
  'warnedAt',
  'escalatedAt',
] as const

type Whose = Pick<Decision, 'id' | 'orgId' | 'candidateId' | 'applicationId'>

export const placeIn = ({ orgId, candidateId, id, applicationId }: Whose, field: 'reason' | 'letter'): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'decisions',
  id,
  of: { applicationId },
  field,
})

export const holdPlace = (decision: Whose, { by, at }: Pick<HoldRow, 'by' | 'at'>): Place => {
  const place = placeIn(decision, 'reason')
  return { ...place, of: { ...place.of, by, at: at.toISOString() }, field: 'holds.reason' }
}

export const takenBackPlace = (
  decision: Whose,
  { takenBackBy, takenBackAt }: Pick<TakenBackRow, 'takenBackBy' | 'takenBackAt'>,
): Place => {
  const place = placeIn(decision, 'reason')
  const of = { ...place.of, by: takenBackBy, at: takenBackAt.toISOString() }
  return { ...place, of, field: 'verdictsTakenBack.why' }
}

export function markedIn(decision: Omit<Decision, 'raisedAt' | 'dueAt'>): Marked {
  const { id, orgId, applicationId, candidateId, positionId, stage, status, verdict, decidedBy, decidedAt } = decision
  const fields = { orgId, applicationId, candidateId, positionId, stage, status, verdict, decidedBy, decidedAt }
  return { collection: 'decisions', id, fields }
}

export function toDecision(vault: Pick<Vault, 'refuseChanged'>, row: Plain<DecisionRow>): Decision {
  const { _id, slot, letter, ...fields } = row
  for (const field of internalFields) Reflect.deleteProperty(fields, field)
  const decision: Decision = {
    id: _id.toHexString(),
    ...(fields as Omit<Decision, 'id' | 'slot'>),
    ...(slot && { slot }),
    ...(letter && { hasLetter: true }),
  }
  vault.refuseChanged(markedIn(decision), row.mark)
  return decision
}
