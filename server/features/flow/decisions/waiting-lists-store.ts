/** Who waits, a page at a time, and how many they are. Each look goes through an index, also where somebody sees a few positions only. */
import { Types, type QueryFilter } from 'mongoose'
import type { Plain, PlainModel } from '../../../mongo/plain-rows.js'
import type { Scope } from '../../../ports/staff.js'
import { readableOf, type Vault } from '../../../mongo/vault.js'
import { toDecision, type DecisionRow } from './decision-row-store.js'
import type { Decision } from './decision.js'

export interface WaitingPage {
  scope?: Scope
  stage?: string | undefined
  limit?: number
  /** Whoever follows this one. */
  after?: { raisedAt: Date; id: string } | undefined
}

const usualPage = 200

export function waitingLists(rows: PlainModel<DecisionRow>, vault: Vault) {
  const toDecisions = (found: Plain<DecisionRow>[]) => readableOf(vault, found, (row) => toDecision(vault, row))

  async function found(orgId: string, now: Date, { scope = 'all', stage, limit = usualPage, after }: WaitingPage) {
    const waiting = { orgId, status: 'waiting' as const, ...(stage && { stage }), ...from(now, after) }
    const first = (filter: QueryFilter<DecisionRow>) => rows.find(filter).sort({ raisedAt: 1, _id: 1 }).limit(limit)
    if (scope === 'all') return first(waiting)
    const each = await Promise.all(scope.map((positionId) => first({ ...waiting, positionId })))
    return each.flat().sort(inOrder).slice(0, limit)
  }

  return {
    /** Whoever waits by now, held ones too, the longest waiting first. */
    async listWaiting(orgId: string, now: Date, page: WaitingPage = {}): Promise<Decision[]> {
      return toDecisions(await found(orgId, now, page))
    },

    /** The same, and where the next page begins: also when the last one of this page cannot be read. */
    async waitingPage(
      orgId: string,
      now: Date,
      page: WaitingPage & { limit: number },
    ): Promise<{ decisions: Decision[]; last?: { raisedAt: Date; id: string } }> {
      const rowsFound = await found(orgId, now, { ...page, limit: page.limit + 1 })
      const last = rowsFound.length > page.limit ? rowsFound[page.limit - 1] : undefined
      return {
        decisions: await toDecisions(rowsFound.slice(0, page.limit)),
        ...(last && { last: { raisedAt: last.raisedAt, id: last._id.toHexString() } }),
      }
    },

    countWaiting: (orgId: string, now: Date, scope: Scope = 'all'): Promise<number> =>
      rows.countDocuments({ orgId, status: 'waiting', ...within(scope), raisedAt: { $lte: now } }),

    /** Nobody's promise ends before they wait. */
    countOverdue: (orgId: string, now: Date, scope: Scope = 'all'): Promise<number> =>
      rows.countDocuments({ orgId, status: 'waiting', ...within(scope), dueAt: { $lte: now } }),
  }
}

const within = (scope: Scope) => (scope === 'all' ? {} : { positionId: { $in: [...scope] } })

/** Several may have begun to wait at the same moment. */
function from(now: Date, after: WaitingPage['after']) {
  if (!after) return { raisedAt: { $lte: now } }
  const { raisedAt, id } = after
  return {
    raisedAt: { $gte: raisedAt, $lte: now },
    $or: [{ raisedAt: { $gt: raisedAt } }, { _id: { $gt: new Types.ObjectId(id) } }],
  }
}

const inOrder = (one: Plain<DecisionRow>, other: Plain<DecisionRow>): number =>
  one.raisedAt.getTime() - other.raisedAt.getTime() || one._id.toHexString().localeCompare(other._id.toHexString())
