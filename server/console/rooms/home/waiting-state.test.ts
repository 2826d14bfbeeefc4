import { expect } from 'chai'
import type { WaitingDecision } from '../../../../shared/contracts/staff-decisions.js'
import { ageOf, proposedOtherwise, verdictsFor, visible } from './waiting-state.js'

const row = (changes: Partial<WaitingDecision>): WaitingDecision => ({
  decisionId: 'a'.repeat(24),
  applicationId: 'b'.repeat(24),
  name: '王小明',
  shortCode: 'A7K2',
  positionId: 'teller',
  positionTitle: { zh: '综合柜员', en: 'Teller' },
  stage: 'screening',
  stageName: { zh: '简历筛选', en: 'Screening' },
  proposal: 'decline',
  raisedAt: '2026-11-20T08:00:00.000Z',
  dueAt: '2026-11-21T08:00:00.000Z',
  overdue: false,
  held: false,
  allowed: ['invite', 'hold', 'decline'],
  toReview: 0,
  ...changes,
})
const everything = { position: '', stage: '', show: '' }
const names = (rows: WaitingDecision[]) => rows.map(({ name }) => name)

describe('what waits for a decision', () => {
  const rows = [
    row({ name: 'new', raisedAt: '2026-11-22T08:00:00.000Z' }),
    row({ name: 'old', raisedAt: '2026-11-19T08:00:00.000Z', stage: 'ai', overdue: true }),
    row({
      name: 'other position',
      positionId: 'manager',
      raisedAt: '2026-11-21T08:00:00.000Z',
      stage: 'ai',
      held: true,
    }),
  ]

  it('stands oldest first', () => {
    expect(names(visible(rows, everything))).to.deep.equal(['old', 'other position', 'new'])
  })

  it('is filtered by position, step, and what is late or on hold', () => {
    expect(names(visible(rows, { ...everything, position: 'teller' }))).to.deep.equal(['old', 'new'])
    expect(names(visible(rows, { ...everything, stage: 'teller/ai' }))).to.deep.equal(['old'])
    expect(names(visible(rows, { ...everything, show: 'overdue' }))).to.deep.equal(['old'])
    expect(names(visible(rows, { ...everything, show: 'held' }))).to.deep.equal(['other position'])
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
  })

  it('say for whom something else is proposed than what is about to be decided', () => {
    const chosen = [row({ name: '李雷', proposal: 'decline' }), row({ name: '韩梅梅', proposal: 'hold' })]

    expect(proposedOtherwise(chosen, 'decline')).to.deep.equal(['韩梅梅'])
    expect(proposedOtherwise(chosen, 'hold')).to.deep.equal(['李雷'])
  })

  it('have a filter of their own for what needs a person', () => {
    const rows = [
      row({ decisionId: '1', toReview: 2 }),
      row({ decisionId: '2', toReview: 0, unarranged: true }),
      row({ decisionId: '3', toReview: 0 }),
    ]

    expect(
      visible(rows, { position: '', stage: '', show: 'person' }).map(({ decisionId }) => decisionId),
    ).to.deep.equal(['1', '2'])
  })
})
