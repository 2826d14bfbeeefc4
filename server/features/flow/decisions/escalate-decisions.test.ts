import { expect } from 'chai'
import { position } from '../../../../test/builders/data-files.js'
import { testStore } from '../../../../test/store.js'
import { testVault } from '../../../../test/vault.js'
import { decisionStore, type DecisionStore } from './decision-store.js'
import { escalateDecisions } from './escalate-decisions.job.js'

const raisedAt = new Date('2026-11-22T02:00:00Z')
const dueAt = new Date('2026-11-23T02:00:00Z')
const before = (minutes: number) => new Date(dueAt.getTime() - minutes * 60_000)

describe('the promise of an answer', () => {
  let decisions: DecisionStore
  let told: string[]
  let past: string[]
  const { kind: _kind, ...teller } = position()
  const at = (now: Date) =>
    escalateDecisions({
      decisions,
      clock: { now: () => now },
      positionOf: async () => ({ orgId: 'o1', revision: 1, ...teller }),
      notifications: {
        tellGroup: async ({ key }) => {
          told.push(key)
        },
        tellMembers: async () => 0,
      },
      timeline: {
        append: async ({ kind }) => {
          past.push(kind)
        },
      },
    })
  const raise = (changes: object = {}) =>
    decisions.raise({
      orgId: 'o1',
      applicationId: 'a1',
      candidateId: 'c1',
      positionId: 'teller',
      stage: 'ai-interview',
      proposal: 'hold',
      raisedAt,
      dueAt,
      ...changes,
    })

  beforeEach(async () => {
    const connection = await testStore()
    decisions = decisionStore(connection, testVault(connection))
    await decisions.ready()
    ;[told, past] = [[], []]
  })

  it('is told to the group once two hours before its end, and once at its end', async () => {
    const { id } = await raise()
    for (const now of [before(121), before(120), before(60), dueAt, new Date(dueAt.getTime() + 3_600_000)])
      await at(now)

    expect(told).to.deep.equal([`decision-due:${id}`, `decision-overdue:${id}`])
    expect(past).to.deep.equal(['decision-due', 'decision-overdue'])
  })

  it('counts on while the decision is on hold', async () => {
    const decision = await raise()
    await decisions.hold(decision, { by: 'li-jing', reason: '等材料', at: raisedAt })
    await at(dueAt)

    expect(told).to.deep.equal([`decision-overdue:${decision.id}`])
  })

  it('is kept once somebody decided', async () => {
    await decisions.decide(await raise(), { verdict: 'decline', by: 'li-jing', reason: '不合适', at: raisedAt })
    await at(dueAt)

    expect(told).to.deep.equal([])
  })

  it('warns of nothing that nobody could decide yet, or that is over already', async () => {
    await raise({ raisedAt: before(30) })
    await at(before(60))
    expect(told).to.deep.equal([])

    const { id } = await raise({ applicationId: 'a2' })
    await at(dueAt)
    expect(told).to.include(`decision-overdue:${id}`).and.not.include(`decision-due:${id}`)
  })
})
