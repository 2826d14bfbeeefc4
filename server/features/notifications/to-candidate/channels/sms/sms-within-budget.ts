/** All SMS of a day within a budget, whatever they are for: what is over it waits. */
import type { Budget } from '../../../../../ports/budget.js'
import type { SmsMessenger } from '../../../../../ports/messenger.js'

export const smsWithinBudget = (sms: SmsMessenger, budget: Budget): SmsMessenger => ({
  wordsOf: (template) => sms.wordsOf(template),

  async send(message) {
    const taken = await budget.take()
    if (taken.kind === 'over') return { kind: 'try-later', code: 'sms-budget', afterMs: taken.againAfterSeconds * 1000 }
    return sms.send(message)
  },
})
