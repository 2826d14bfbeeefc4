/** Judgements in MongoDB, one an application. What was matched is part of the résumé, so it is sealed; the outcome is not. */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import { claimOne, dueIn, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Marked, Place, Vault } from '../../mongo/vault.js'
import { outcomes, type Judgement, type Outcome } from './judge-resume.js'

export interface Screening {
  id: string
  orgId: string
  applicationId: string
  candidateId: string
  positionId: string
  /** Label of the position file whose rules judged. */
  rulesVersion: string
  outcome: Outcome
  judgedAt: Date
}

interface Row extends Omit<Screening, 'id'>, Leased {
  judgement: Buffer
  mark?: string
  /** `pending` until the flow has taken the candidate on. */
  next: 'pending' | 'moved' | 'failed'
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    applicationId: { type: String, required: true },
    candidateId: { type: String, required: true },
    positionId: { type: String, required: true },
    rulesVersion: { type: String, required: true },
    outcome: { type: String, enum: outcomes, required: true },
    judgedAt: { type: Date, required: true },
    judgement: { type: Buffer, required: true },
    mark: String,
    next: { type: String, required: true },
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, applicationId: 1 }, { unique: true })
schema.index({ next: 1, _id: 1 })

const judgementPlace = ({ orgId, id, candidateId, applicationId, outcome }: Screening): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'screenings',
  id,
  of: { applicationId, outcome },
  field: 'judgement',
})

/** The outcome decides who is invited. */
const markedIn = ({ id, ...fields }: Screening): Marked => ({ collection: 'screenings', id, fields })

export type NewScreening = Omit<Screening, 'id'> & { judgement: Judgement }
const pending = { next: 'pending' } as const
export type ScreeningStore = ReturnType<typeof screeningStore>

export function screeningStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'Screening', schema)

  function toScreening(row: Plain<Row>): Screening {
    const screening = screeningIn(row)
    vault.refuseChanged(markedIn(screening), row.mark)
    return screening
  }

  return {
    ready: () => rows.init(),

    async insertOnce({ judgement, ...plain }: NewScreening): Promise<void> {
      const _id = new Types.ObjectId()
      const row = { id: _id.toHexString(), ...plain }
      const sealed = await vault.seal(judgementPlace(row), judgement)
      try {
        await rows.create({ ...plain, _id, judgement: sealed, mark: vault.mark(markedIn(row)), next: 'pending' })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async findByApplication(orgId: string, applicationId: string): Promise<Screening | undefined> {
      const row = await rows.findOne({ orgId, applicationId })
      return row ? toScreening(row) : undefined
    },

    async findManyByApplication(orgId: string, applicationIds: readonly string[]): Promise<Map<string, Screening>> {
      const found = await rows.find({ orgId, applicationId: { $in: [...applicationIds] } })
      return new Map(found.map((row) => [row.applicationId, toScreening(row)]))
    },

    async judgementOf(orgId: string, applicationId: string): Promise<Judgement | undefined> {
      const row = await rows.findOne({ orgId, applicationId })
      return row ? vault.open<Judgement>(judgementPlace(toScreening(row)), row.judgement) : undefined
    },

    duePending: () => dueIn(rows, pending),

    async claimPending(now: Date): Promise<(Screening & { attempts: number }) | undefined> {
      const row = await claimOne(rows, { filter: pending, now })
      return row ? { ...toScreening(row), attempts: row.attempts } : undefined
    },

    async settleMoved({ id, orgId }: Screening, next: 'moved' | 'failed' = 'moved'): Promise<void> {
      await rows.updateOne({ _id: new Types.ObjectId(id), orgId }, { $set: { next }, $unset: { leaseUntil: 1 } })
    },
  }
}

function screeningIn(row: Plain<Row>): Screening {
  const { orgId, applicationId, candidateId, positionId, rulesVersion, outcome, judgedAt } = row
  return { id: row._id.toHexString(), orgId, applicationId, candidateId, positionId, rulesVersion, outcome, judgedAt }
}
