import { expect } from 'chai'
import { testStore } from '../../../../../../test/store.js'
import { quotaStore } from '../../../../../mongo/quota-store.js'
import type { SmsMessenger } from '../../../../../ports/messenger.js'
import { dayBudget } from '../../../budget/day-budget.js'
import { smsWithinBudget } from './sms-within-budget.js'

const message = { phone: '13800138000', template: 'phone-code', fields: {} } as const

describe('a budget of what comes in other numbers than one', () => {
  it('tells when four fifths are passed, however far, and holds the rest back', async () => {
    const told: string[] = []
    const budget = dayBudget({
      ...{ name: 'model-token-budget', orgId: 'o1', aDay: 100 },
      quotas: quotaStore(await testStore()),
      clock: { now: () => new Date('2026-11-29T02:00:00Z') },
      tellGroup: async ({ kind }) => void told.push(kind),
    })
    const kinds = []
    for (const units of [60, 30, 5, 40]) kinds.push((await budget.take(units)).kind)

    expect(kinds).to.deep.equal(['taken', 'taken', 'taken', 'over'])
    expect(told).to.deep.equal(['model-token-budget-near', 'model-token-budget-spent'])
  })
})

describe('the budget of SMS', () => {
  let sent: number
  let told: string[]
  let sms: SmsMessenger

  beforeEach(async () => {
    const connection = await testStore()
    ;[sent, told] = [0, []]
    const budgetOf = (orgId: string) =>
      smsWithinBudget(
        {
          wordsOf: () => [],
          async send() {
            sent += 1
            return { kind: 'sent' }
          },
        },
        dayBudget({
          name: 'sms-budget',
          orgId,
          aDay: 10,
          quotas: quotaStore(connection),
          clock: { now: () => new Date('2026-11-29T02:00:00Z') },
          tellGroup: async ({ kind, key }) => {
            if (!told.includes(key)) told.push(key)
            expect(key.startsWith(kind)).to.equal(true)
          },
        }),
      )
    sms = budgetOf('o1')
  })

  it('tells the group when four fifths are spent', async () => {
    for (let i = 0; i < 7; i++) await sms.send(message)
    expect(told).to.deep.equal([])

    await sms.send(message)

    expect(told).to.deep.equal(['sms-budget-near:2026-11-29'])
  })

  it('sends no more than a day holds, also at once: the rest waits, and the group hears of it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 15 }, () => sms.send(message)))

    expect(sent).to.equal(10)
    const waiting = outcomes.filter(({ kind }) => kind === 'try-later')
    expect(waiting).to.have.length(5)
    expect(waiting[0]).to.deep.include({ code: 'sms-budget' })
    expect(told).to.include('sms-budget-spent:2026-11-29')
  })
})
