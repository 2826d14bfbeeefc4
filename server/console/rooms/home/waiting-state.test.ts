import { expect } from 'chai'
import type { WaitingDecision } from '../../../../shared/contracts/staff-decisions.js'
import { ageOf, asked, canBeTogether, proposedOtherwise, stageKey, verdictsFor } from './waiting-state.js'

const row = (changes: Partial<WaitingDecision>): WaitingDecision => ({
  decisionId: 'a'.repeat(24),
  applicationId: 'b'.repeat(24),
  name: '王小明',
  shortCode: 'A7K2',
  positionId: 'teller',
  positionTitle: { zh: '综合柜员', en: 'Teller' },
  stage: 'screening',
  stageName: { zh: '简历初筛', en: 'Résumé screening' },
  proposal: 'decline',
  raisedAt: '2026-11-20T08:00:00.000Z',
  dueAt: '2026-11-21T08:00:00.000Z',
  overdue: false,
  held: false,
  allowed: ['invite', 'hold', 'decline'],
  toReview: 0,
  ...changes,
})

describe('what waits for a decision', () => {
  it('is asked for by position, step, and what is late, on hold or needs a person', () => {
    const everything = { position: '', stage: '', show: '' }

    expect(asked(everything)).to.deep.equal({})
    expect(asked({ ...everything, position: 'teller', stage: 'screening' })).to.deep.equal({
      positionId: 'teller',
      stage: 'screening',
    })
    expect(asked({ position: '', stage: stageKey({ stage: 'ai', positionId: 'teller' }), show: 'held' })).to.deep.equal(
      {
        positionId: 'teller',
        stage: 'ai',
        show: 'held',
      },
    )
    expect(asked({ ...everything, show: 'from an old address' })).to.deep.equal({})
  })

  it('turns orange in the last quarter and red only when it is late', () => {
    const toneAt = (now: string, overdue = false) => ageOf(row({ overdue }), now).tone

    expect(toneAt('2026-11-21T01:59:00.000Z')).to.equal('plain')
    expect(toneAt('2026-11-21T02:00:00.000Z')).to.equal('warn')
    expect(toneAt('2026-11-21T09:00:00.000Z', true)).to.equal('bad')
    expect(ageOf(row({}), '2026-11-22T12:00:00.000Z').waitedMs).to.equal(52 * 3_600_000)
  })

  it('is confirmed together only for screening, and only as every one allows', () => {
    expect(verdictsFor([])).to.deep.equal([])
    expect(verdictsFor([row({}), row({ allowed: ['decline'] })])).to.deep.equal(['decline'])
    expect(verdictsFor([row({}), row({ stage: 'ai' })])).to.deep.equal([])
    expect([row({}), row({ stage: 'ai' }), row({ allowed: [] })].map(canBeTogether)).to.deep.equal([true, false, false])
  })

  it('say for whom something else is proposed than what is about to be decided', () => {
    const chosen = [row({ name: '李雷', proposal: 'decline' }), row({ name: '韩梅梅', proposal: 'hold' })]

    expect(proposedOtherwise(chosen, 'decline')).to.deep.equal(['韩梅梅'])
    expect(proposedOtherwise(chosen, 'hold')).to.deep.equal(['李雷'])
  })
})
