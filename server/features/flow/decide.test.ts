import { expect } from 'chai'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { AppError } from '../../errors.js'
import { carryOutDecisions } from './carry-out-decisions.job.js'
import { decide } from './decide.js'
import { decisionStore, type DecisionStore, type NewDecision } from './decision-store.js'

const raisedAt = new Date('2026-11-22T02:00:00Z')
const proposal: NewDecision = {
  orgId: 'o1', applicationId: 'a1', candidateId: 'c1', positionId: 'teller', stage: 'screening', proposal: 'decline', raisedAt, dueAt: raisedAt,
}

describe('deciding', () => {
  let decisions: DecisionStore
  let sent: string[]
  const quiet = { timeline: { append: async () => {} }, clock: { now: () => raisedAt }, wake: () => {} }

  beforeEach(async () => {
    const connection = await testStore()
    decisions = decisionStore(connection, testVault(connection))
    await decisions.ready()
    sent = []
  })

  const by = (changes: object = {}) => ({ verdict: 'decline', by: 'li-jing', reason: '学历未达到要求', ...changes }) as const
  const decided = async (changes: object = {}) => decide({ ...quiet, decisions }, { decision: await decisions.raise(proposal), ...by(changes) })
  const refusal = (attempt: Promise<unknown>) => attempt.then(() => undefined, (error: AppError) => error.code)
  const carryOut = () => carryOutDecisions({
    ...quiet, decisions,
    notifications: { enqueue: async ({ dedupeKey }) => { sent.push(dedupeKey) } },
    positions: { findById: async () => ({}) as never },
    organisationOf: async () => ({ defaults: { windowHours: 72 } }) as never,
    invitations: { insertUnlessLive: async (fresh) => { sent.push('invited'); return { invitation: { id: 'i1', ...fresh }, inserted: true } } },
  })

  it('sends nothing while a decline is only proposed', async () => {
    await decisions.raise(proposal)

    await carryOut()

    expect(sent).to.deep.equal([])
  })

  it('declines with a reviewer and a reason, and tells the candidate once', async () => {
    const { id, verdict, decidedBy } = await decided()
    await carryOut()
    await carryOut()

    expect({ verdict, decidedBy }).to.deep.equal({ verdict: 'decline', decidedBy: 'li-jing' })
    expect(sent).to.deep.equal([`decided:${id}`])
  })

  it('takes no decision without a reviewer or without a reason', async () => {
    expect(await refusal(decided({ by: ' ' }))).to.equal('invalid-input')
    expect(await refusal(decided({ reason: '' }))).to.equal('invalid-input')
    expect(await decisions.listWaiting('o1')).to.have.length(1)
  })

  it('keeps the first of two decisions, also when they come at once', async () => {
    const outcomes = await Promise.all([refusal(decided()), refusal(decided({ verdict: 'invite' }))])

    expect(outcomes.filter((code) => code === undefined)).to.have.length(1)
    expect(outcomes).to.include('already-decided')
  })

  it('invites when the person overrules the proposal', async () => {
    await decided({ verdict: 'invite' })
    await carryOut()

    expect(sent).to.deep.equal(['invited'])
  })

  it('leaves a held candidate where they are', async () => {
    await decided({ verdict: 'hold' })
    await carryOut()

    expect(sent).to.deep.equal([])
  })

  it('knows what can be decided at which stage', async () => {
    expect(await refusal(decided({ verdict: 'advance' }))).to.equal('verdict-not-allowed')
  })

  it('raises one decision a stage, however often it is asked', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => decisions.raise(proposal)))

    expect(new Set(all.map(({ id }) => id))).to.have.length(1)
  })
})
