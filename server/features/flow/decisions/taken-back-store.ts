/** A verdict is taken back: the decision waits again, and the verdict is kept beside it with who took it back and why. */
import { Types } from 'mongoose'
import type { Plain, PlainModel } from '../../../mongo/plain-rows.js'
import type { Vault } from '../../../mongo/vault.js'
import { markedIn, takenBackPlace, toDecision, type DecisionRow, type TakenBackRow } from './decision-row-store.js'
import type { Decision } from './decision.js'

export interface TakingBack {
  by: string
  why: string
  at: Date
  /** The new promise to the candidate. */
  dueAt: Date
}

const ofTheVerdict = {
  verdict: 1,
  decidedBy: 1,
  decidedAt: 1,
  reason: 1,
  letter: 1,
  slot: 1,
  heldAt: 1,
  warnedAt: 1,
  escalatedAt: 1,
} as const

export function takenBackStore(rows: PlainModel<DecisionRow>, vault: Vault) {
  async function takeBack(decision: Decision, carriedOut: boolean, given: TakingBack): Promise<Decision | undefined> {
    const queue = carriedOut ? { next: { $in: ['done', 'failed'] as const } } : { next: 'pending' as const }
    const filter = { _id: new Types.ObjectId(decision.id), orgId: decision.orgId, status: 'decided' as const, ...queue }
    const row = await rows.findOne({ ...filter, leaseUntil: { $exists: false } })
    if (!row) return undefined
    const read = toDecision(vault, row)
    const place = takenBackPlace(read, { takenBackBy: given.by, takenBackAt: given.at })
    const kept = takenBackRow(row, given, await vault.seal(place, given.why))
    const changed = await rows.findOneAndUpdate(
      { ...filter, decidedAt: kept.at, leaseUntil: { $exists: false } },
      {
        $set: {
          status: 'waiting',
          mark: vault.mark(markedAsWaiting(read)),
          raisedAt: given.at,
          dueAt: given.dueAt,
          attempts: 0,
          ...(carriedOut && { next: 'pending' }),
        },
        $unset: { ...ofTheVerdict, ...(!carriedOut && { next: 1 }) },
        $push: { verdictsTakenBack: kept },
        $inc: { takenBack: 1 },
      },
      { returnDocument: 'after' },
    )
    return changed ? toDecision(vault, changed) : undefined
  }

  return {
    /** Nothing has followed yet, and nothing will. Undefined when it is being carried out, or was. */
    takeBackPending: (decision: Decision, given: TakingBack) => takeBack(decision, false, given),
    /** Everything has followed; the application has to be moved back, so the decision stands in the queue again. */
    takeBackCarriedOut: (decision: Decision, given: TakingBack) => takeBack(decision, true, given),
  }
}

function markedAsWaiting({ verdict: _verdict, decidedBy: _by, decidedAt: _at, ...decision }: Decision) {
  return markedIn({ ...decision, status: 'waiting' })
}

function takenBackRow(row: Plain<DecisionRow>, { by, at }: TakingBack, why: Buffer): TakenBackRow {
  const { verdict, decidedBy, decidedAt, reason, letter } = row
  if (!verdict || !decidedBy || !decidedAt) throw new Error('a decision without a verdict is not decided')
  return {
    verdict,
    by: decidedBy,
    at: decidedAt,
    ...(reason && { reason }),
    ...(letter && { letter }),
    takenBackBy: by,
    takenBackAt: at,
    why,
  }
}
