/** Looking decisions up: of one application, of everybody who waits, with the reasons where a page shows them. */
import { Types } from 'mongoose'
import type { Plain, PlainModel } from '../../../mongo/plain-rows.js'
import { readableOf, type Vault } from '../../../mongo/vault.js'
import { holdPlace, placeIn, takenBackPlace, toDecision, type DecisionRow } from './decision-row-store.js'
import { waitingLists } from './waiting-lists-store.js'
import type { Decision, Verdict } from './decision.js'

/** A verdict that a person gave, with the reason. */
export interface Ruled {
  stage: string
  verdict: Verdict
  by: string
  at: Date
  reason?: string
  takenBack?: { by: string; at: Date; reason: string }
}

export function decisionLists(rows: PlainModel<DecisionRow>, vault: Vault) {
  const toDecisions = (found: Plain<DecisionRow>[]) => readableOf(vault, found, (row) => toDecision(vault, row))

  async function rulingsIn(row: Plain<DecisionRow>): Promise<Ruled[]> {
    const { holds, reason, verdictsTakenBack } = row
    const decision = toDecision(vault, row)
    const { stage, verdict, decidedBy, decidedAt } = decision
    const held = await Promise.all(
      holds.map(async (hold) => ({
        stage,
        verdict: 'hold' as const,
        by: hold.by,
        at: hold.at,
        reason: await vault.open<string>(holdPlace(decision, hold), hold.reason),
      })),
    )
    const earlier = await Promise.all(
      verdictsTakenBack.map(async (one) => ({
        stage,
        verdict: one.verdict,
        by: one.by,
        at: one.at,
        ...(one.reason && { reason: await vault.open<string>(placeIn(decision, 'reason'), one.reason) }),
        takenBack: {
          by: one.takenBackBy,
          at: one.takenBackAt,
          reason: await vault.open<string>(takenBackPlace(decision, one), one.why),
        },
      })),
    )
    const before = [...held, ...earlier]
    if (!verdict || !decidedBy || !decidedAt) return before
    const opened = reason && (await vault.open<string>(placeIn(decision, 'reason'), reason))
    return [
      ...before,
      { stage, verdict, by: decidedBy, at: decidedAt, ...(opened !== undefined && { reason: opened }) },
    ]
  }

  return {
    async findById(orgId: string, id: string): Promise<Decision | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toDecision(vault, row) : undefined
    },

    async findMany(orgId: string, ids: readonly string[]): Promise<Decision[]> {
      return toDecisions(await rows.find({ orgId, _id: { $in: ids.map((id) => new Types.ObjectId(id)) } }))
    },

    async listOf(orgId: string, applicationId: string): Promise<Decision[]> {
      const found = await rows.find({ orgId, applicationId }).sort({ raisedAt: 1 })
      return found.map((row) => toDecision(vault, row))
    },

    /** The same of many applications. */
    async listOfMany(orgId: string, applicationIds: readonly string[]): Promise<Map<string, Decision[]>> {
      const found = await rows.find({ orgId, applicationId: { $in: [...applicationIds] } }).sort({ raisedAt: 1 })
      const byApplication = new Map<string, Decision[]>()
      for (const decision of await toDecisions(found))
        byApplication.set(decision.applicationId, [...(byApplication.get(decision.applicationId) ?? []), decision])
      return byApplication
    },

    /** In the order in which they were given, holds among them. */
    async rulingsOf(orgId: string, applicationId: string): Promise<Ruled[]> {
      const found = await rows.find({ orgId, applicationId })
      const all = await Promise.all(found.map((row) => rulingsIn(row)))
      return all.flat().sort((a, b) => a.at.getTime() - b.at.getTime())
    },

    ...waitingLists(rows, vault),

    /** The one to be decided next, also before the round's time has come. */
    async findWaitingOf(orgId: string, candidateId: string): Promise<Decision | undefined> {
      const row = await rows.findOne({ orgId, candidateId, status: 'waiting' }).sort({ raisedAt: 1 })
      return row ? toDecision(vault, row) : undefined
    },
  }
}
