/** Decisions in MongoDB: one waiting or decided per application and stage. */
import { Types, type Connection, type QueryFilter } from 'mongoose'
import { plainRows, type PlainModel } from '../../../mongo/plain-rows.js'
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import type { DeclineLetter } from '../../../../shared/contracts/staff-decisions.js'
import { claimOne, dueIn } from '../../../mongo/claim-one.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import type { Vault } from '../../../mongo/vault.js'
import { decisionSchema, holdPlace, markedIn, placeIn, toDecision, type DecisionRow } from './decision-row-store.js'
import type { Decision, Verdict } from './decision.js'
import { decisionLists } from './decision-lists-store.js'
import { takenBackStore } from './taken-back-store.js'

export type NewDecision = Omit<Decision, 'id' | 'status'>
export interface Ruling {
  verdict: Verdict
  reason: string
  by: string
  at: Date
  slot?: RoundSlot
  /** Of one act: a hold that is done again after a crash is kept once. */
  key?: string
}
export type ClaimedDecision = Decision & { attempts: number }
const pending = { next: 'pending' } as const
export type DecisionStore = ReturnType<typeof decisionStore>

export function decisionStore(connection: Connection, vault: Vault) {
  const rows = plainRows<DecisionRow>(connection, 'Decision', decisionSchema)
  return {
    ready: () => rows.init(),
    ...decisionChanges(rows, vault),
    ...decisionQueue(rows, vault),
    ...takenBackStore(rows, vault),
    ...decisionLists(rows, vault),
  }
}

const byId = ({ id, orgId }: Pick<Decision, 'id' | 'orgId'>) => ({ _id: new Types.ObjectId(id), orgId })

function decisionChanges(rows: PlainModel<DecisionRow>, vault: Vault) {
  return {
    /** Raised twice for the same stage, the first one stands. */
    async raise(fresh: NewDecision): Promise<Decision> {
      const { orgId, applicationId, stage } = fresh
      const decided = fresh.verdict !== undefined
      const _id = new Types.ObjectId()
      const status = decided ? 'decided' : 'waiting'
      const mark = vault.mark(markedIn({ id: _id.toHexString(), ...fresh, status }))
      try {
        const row = await rows.create({ ...fresh, _id, mark, status, ...(decided && { next: 'pending' }) })
        return toDecision(vault, row)
      } catch (error) {
        const other = isDuplicateKey(error) ? await rows.findOne({ orgId, applicationId, stage }) : null
        if (!other) throw error
        return toDecision(vault, other)
      }
    },

    /** What the rules would do has changed. Does nothing once a person decided. */
    async propose(decision: Decision, proposal: Verdict): Promise<void> {
      await rows.updateOne({ ...byId(decision), status: 'waiting' }, { $set: { proposal } })
    },

    /** Undefined when it was decided meanwhile: the first decision stands. */
    async decide(decision: Decision, { verdict, reason, by, at, slot }: Ruling): Promise<Decision | undefined> {
      const sealed = await vault.seal(placeIn(decision, 'reason'), reason)
      const ruled = { status: 'decided' as const, verdict, decidedBy: by, decidedAt: at }
      const row = await rows.findOneAndUpdate(
        { ...byId(decision), status: 'waiting' },
        {
          $set: {
            ...ruled,
            mark: vault.mark(markedIn({ ...decision, ...ruled })),
            reason: sealed,
            next: 'pending',
            attempts: 0,
            ...(slot && { slot }),
          },
          $unset: { leaseUntil: 1 },
        },
        { returnDocument: 'after' },
      )
      return row ? toDecision(vault, row) : undefined
    },

    /** It goes on waiting; every hold is kept with who and why. Undefined when it was decided meanwhile. */
    async hold(
      decision: Decision,
      { reason, by, at, key }: Omit<Ruling, 'verdict' | 'slot'>,
    ): Promise<Decision | undefined> {
      const before = key === undefined ? null : await rows.findOne({ ...byId(decision), 'holds.key': key })
      if (before) return toDecision(vault, before)
      const sealed = await vault.seal(holdPlace(decision, { by, at }), reason)
      const row = await rows.findOneAndUpdate(
        { ...byId(decision), status: 'waiting' },
        {
          $set: { heldAt: decision.heldAt ?? at },
          $push: { holds: { by, at, reason: sealed, ...(key !== undefined && { key }) } },
        },
        { returnDocument: 'after' },
      )
      return row ? toDecision(vault, row) : undefined
    },

    /** Returns the slot that stands: the first that was set for the decision that led into the round. */
    async keepSlot(entered: Decision, slot: RoundSlot): Promise<RoundSlot> {
      await rows.updateOne({ ...byId(entered), slot: { $exists: false } }, { $set: { slot } })
      return (await rows.findOne(byId(entered), { slot: 1 }))?.slot ?? slot
    },

    /** Whoever holds the round decides from its start on. False when its time is set, or it was decided. */
    async settleArranged(
      waiting: Decision,
      { raisedAt, dueAt }: Pick<Decision, 'raisedAt' | 'dueAt'>,
    ): Promise<boolean> {
      const { matchedCount } = await rows.updateOne(
        { ...byId(waiting), status: 'waiting', unarranged: true },
        { $set: { raisedAt, dueAt }, $unset: { unarranged: 1, warnedAt: 1, escalatedAt: 1 } },
      )
      return matchedCount === 1
    },

    /** Kept with the decision for good: written once, whatever happens to report, rules or texts later. */
    async keepLetter(decision: Decision, letter: DeclineLetter): Promise<void> {
      const sealed = await vault.seal(placeIn(decision, 'letter'), letter)
      await rows.updateOne({ ...byId(decision), letter: { $exists: false } }, { $set: { letter: sealed } })
    },

    async letterOf(decision: Decision): Promise<DeclineLetter | undefined> {
      const row = await rows.findOne(byId(decision))
      return row?.letter && vault.open<DeclineLetter>(placeIn(decision, 'letter'), row.letter)
    },
  }
}

function decisionQueue(rows: PlainModel<DecisionRow>, vault: Vault) {
  return {
    dueDecided: () => dueIn(rows, pending),

    /** Decided, and what follows from it has not all gone out. */
    async isBeingCarriedOut(orgId: string, applicationIds: readonly string[]): Promise<boolean> {
      return (await rows.exists({ orgId, applicationId: { $in: [...applicationIds] }, ...pending })) !== null
    },

    async claimDecided(now: Date): Promise<ClaimedDecision | undefined> {
      const row = await claimOne(rows, { filter: pending, now })
      return row ? { ...toDecision(vault, row), attempts: row.attempts } : undefined
    },

    /** Does nothing when it was decided anew meanwhile: that verdict still has to be carried out. */
    async settleDone(decision: Decision, next: 'done' | 'failed' = 'done'): Promise<void> {
      const claimed = {
        ...byId(decision),
        status: decision.status,
        takenBack: decision.takenBack ?? { $exists: false },
      }
      await rows.updateOne(claimed, { $set: { next }, $unset: { leaseUntil: 1 } })
    },

    /** One that waits and whose promise ends by then, of which the group has not been told yet. */
    async findDue(by: Date, told: 'warnedAt' | 'escalatedAt'): Promise<Decision | undefined> {
      const row = await rows
        .findOne({ status: 'waiting', [told]: null, dueAt: { $lte: by } } as QueryFilter<DecisionRow>)
        .sort({ dueAt: 1 })
      return row ? toDecision(vault, row) : undefined
    },

    async markTold(decision: Decision, told: 'warnedAt' | 'escalatedAt', at: Date): Promise<void> {
      await rows.updateOne({ ...byId(decision), [told]: { $exists: false } }, { $set: { [told]: at } })
    },
  }
}
