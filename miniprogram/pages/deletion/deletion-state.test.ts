import { expect } from 'chai'
import type { DeletionAsked } from '../../../shared/contracts/retention.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { ready } from '../../services/loadable.js'
import { actOf, initialDeletion, toView, type DeletionState } from './deletion-state.js'

const frame = frameAt()
const until = '2026-12-07T02:00:00Z'
const at = (asked: Partial<DeletionAsked>, more: Partial<DeletionState> = {}): DeletionState => ({
  ...initialDeletion,
  asked: ready({ until, applications: 2, ...asked }),
  ...more,
})

describe('asking for deletion on the phone', () => {
  it('says before it is asked what goes, what stays, and when at the latest', () => {
    const { parts, button } = toView(at({}), frame)

    expect(parts.map(({ title }) => title)).to.deep.equal(['会删除什么', '会留下什么', '什么时候'])
    expect(parts[0]!.text).to.contain('2 份申请').and.to.contain('无法恢复')
    expect(parts[2]!.text).to.contain('2026-12-07').and.to.contain('收回')
    expect(button.label).to.equal('删除我的全部资料')
  })

  it('asks back once before it is asked', () => {
    expect([actOf(at({})), actOf(at({}, { isSure: true }))]).to.deep.equal(['make-sure', 'ask'])
    expect(toView(at({}, { isSure: true }), frame).button.label).to.equal('确认删除，无法恢复')
  })

  it('can be taken back, and says since when it was asked', () => {
    const asked = at({ at: '2026-11-22T02:00:00Z' })

    expect(actOf(asked)).to.equal('take-back')
    expect(toView(asked, frame).asked).to.equal('2026-11-22 收到了你的要求')
  })

  it('says when the law keeps the file', () => {
    expect(toView(at({ refused: 'legal-hold' }), frame).refused).to.contain('依法保留')
  })
})
