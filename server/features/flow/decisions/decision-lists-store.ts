/** Looking decisions up: of one application, of everybody who waits, with the reasons where a page shows them. */
import { Types } from 'mongoose'
import type { PlainModel } from '../../../mongo/plain-rows.js'
import type { Vault } from '../../../mongo/vault.js'
import { toDecision, type DecisionRow } from './decision-row-store.js'
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
  async function rulingsIn({
    orgId,
    candidateId,
    stage,
    holds,
    verdict,
    decidedBy,
    decidedAt,
    reason,
    verdictsTakenBack,
  }: DecisionRow): Promise<Ruled[]> {
    const opened = (sealed: Buffer) => vault.open<string>({ orgId, ownerId: candidateId }, 'decision-reason', sealed)
    const held = await Promise.all(
      holds.map(async (hold) => ({
        stage,
        verdict: 'hold' as const,
        by: hold.by,
        at: hold.at,
        reason: await opened(hold.reason),
      })),
    )
    const earlier = await Promise.all(
      verdictsTakenBack.map(async (one) => ({
        stage,
        verdict: one.verdict,
        by: one.by,
        at: one.at,
        ...(one.reason && { reason: await opened(one.reason) }),
        takenBack: { by: one.takenBackBy, at: one.takenBackAt, reason: await opened(one.why) },
      })),
    )
    const before = [...held, ...earlier]
    if (!verdict || !decidedBy || !decidedAt) return before
    return [
      ...before,
      { stage, verdict, by: decidedBy, at: decidedAt, ...(reason && { reason: await opened(reason) }) },
    ]
  }

  return {
    async findById(orgId: string, id: string): Promise<Decision | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toDecision(row) : undefined
    },

    async findMany(orgId: string, ids: readonly string[]): Promise<Decision[]> {
      return (await rows.find({ orgId, _id: { $in: ids.map((id) => new Types.ObjectId(id)) } })).map(toDecision)
    },

    async listOf(orgId: string, applicationId: string): Promise<Decision[]> {
      return (await rows.find({ orgId, applicationId }).sort({ raisedAt: 1 })).map(toDecision)
    },

    /** In the order in which they were given, holds among them. */
    async rulingsOf(orgId: string, applicationId: string): Promise<Ruled[]> {
      const found = await rows.find({ orgId, applicationId })
      const all = await Promise.all(found.map((row) => rulingsIn(row)))
      return all.flat().sort((a, b) => a.at.getTime() - b.at.getTime())
    },

    /** Whoever waits by now, held ones too, the longest waiting first. */
    async listWaiting(orgId: string, now: Date): Promise<Decision[]> {
      return (await rows.find({ orgId, status: 'waiting', raisedAt: { $lte: now } }).sort({ raisedAt: 1 })).map(
        toDecision,
      )
    },

    /** The one to be decided next, also before the round's time has come. */
    async findWaitingOf(orgId: string, candidateId: string): Promise<Decision | undefined> {
      const row = await rows.findOne({ orgId, candidateId, status: 'waiting' }).sort({ raisedAt: 1 })
      return row ? toDecision(row) : undefined
    },
  }
}
