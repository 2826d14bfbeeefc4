/**
 * What may be spent in a day on what costs money or the bank's good name, and is partly asked for by people nobody knows. The group hears
 * when four fifths are spent, and when there is no more.
 */
import type { Budget } from '../../../ports/budget.js'
import type { Clock } from '../../../ports/clock.js'
import type { Quotas } from '../../../mongo/quota-store.js'
import type { GroupEvent } from '../to-group/group-event-store.js'
import type { BudgetName } from './budget-names.js'

interface DayBudget {
  name: BudgetName
  quotas: Quotas
  orgId: string
  /** In 24 hours, from the first on. */
  aDay: number
  clock: Clock
  tellGroup: (event: GroupEvent) => Promise<void>
}

const nearlySpent = 0.8

export function dayBudget({ name, quotas, orgId, aDay, clock, tellGroup }: DayBudget): Budget {
  const quota = { name, count: aDay, perSeconds: 86_400 }
  const leftWhenTold = aDay - Math.floor(aDay * nearlySpent)

  async function tell(how: 'near' | 'spent'): Promise<void> {
    const at = clock.now()
    const day = at.toISOString().slice(0, 10)
    await tellGroup({ orgId, kind: `${name}-${how}`, key: `${name}-${how}:${day}`, about: { kind: name, id: day }, at })
  }

  return {
    async take(units = 1) {
      const taken = await quotas.take(quota, orgId, units)
      if (taken.kind === 'over') await tell('spent')
      else if (taken.left <= leftWhenTold && taken.left + units > leftWhenTold) await tell('near')
      return taken
    },
  }
}
