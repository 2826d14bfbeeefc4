/**
 * All SMS of a day within a budget, whatever they are for: each costs money, and some are asked for by people nobody knows. The group
 * hears when four fifths are spent, and when there is no more; what is over the budget waits.
 */
import type { Clock } from '../../../../../ports/clock.js'
import type { SmsMessenger } from '../../../../../ports/messenger.js'
import type { Quotas } from '../../../../../mongo/quota-store.js'
import type { GroupEvent } from '../../../to-group/group-event-store.js'

interface Budget {
  sms: SmsMessenger
  quotas: Quotas
  orgId: string
  /** Messages in 24 hours, from the first of them on. */
  aDay: number
  clock: Clock
  tellGroup: (event: GroupEvent) => Promise<void>
}

const nearlySpent = 0.8

export function smsWithinBudget({ sms, quotas, orgId, aDay, clock, tellGroup }: Budget): SmsMessenger {
  const quota = { name: 'sms-budget', count: aDay, perSeconds: 86_400 }
  const leftWhenTold = aDay - Math.floor(aDay * nearlySpent)

  async function tell(kind: 'sms-budget-near' | 'sms-budget-spent'): Promise<void> {
    const at = clock.now()
    const day = at.toISOString().slice(0, 10)
    await tellGroup({ orgId, kind, key: `${kind}:${day}`, about: { kind: 'sms-budget', id: day }, at })
  }

  return {
    wordsOf: (template) => sms.wordsOf(template),

    async send(message) {
      const taken = await quotas.take(quota, orgId)
      if (taken.kind === 'over') {
        await tell('sms-budget-spent')
        return { kind: 'try-later', code: 'sms-budget', afterMs: taken.againAfterSeconds * 1000 }
      }
      if (taken.left === leftWhenTold) await tell('sms-budget-near')
      return sms.send(message)
    },
  }
}
