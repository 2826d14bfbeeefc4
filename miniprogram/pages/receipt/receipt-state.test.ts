import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { receiptOf } from '../../../test/fakes/candidate-samples.js'
import { receiptNumberLength } from '../../../shared/contracts/retention.js'
import { ready } from '../../services/loadable.js'
import { initialReceipt, isWhole, numberTyped, refused, toView } from './receipt-state.js'

const frame = frameAt()
const receipt = receiptOf(frame.nowMs)
const shown = (one = receipt) => toView({ ...initialReceipt, receipts: ready([one]) }, frame).receipts[0]!

describe('the page of a receipt', () => {
  it('says when, why, what, and what stays and why', () => {
    const { number, parts } = shown()

    expect(number).to.equal('回执号 A7K29MPX3TQW')
    expect(parts.map(({ title }) => title)).to.deep.equal(['删除时间', '原因', '删除了什么', '留下了什么，为什么'])
    expect(parts[2]!.text).to.contain('28 条记录')
    expect(parts[3]!.text).to.contain('操作记录里的编号').and.to.contain('备份')
  })

  it('does not say that all is gone while it is not', () => {
    const { doneAt: _none, ...begun } = receipt
    const { parts } = shown(begun)

    expect(parts[0]!.text).to.contain('正在删除')
    expect(parts[2]!.text).not.to.contain('条记录')
  })

  it('takes the number as people type it', () => {
    const state = numberTyped(initialReceipt, 'a7k2-9mpx 3tqw')
    expect([state.number, isWhole(state)]).to.deep.equal(['A7K29MPX3TQW', true])
    expect(numberTyped(initialReceipt, 'OIL').number).to.equal('011')
    expect(state.number.length).to.equal(receiptNumberLength)
  })

  it('lets whoever mistyped type again', () => {
    const view = toView(refused(numberTyped(initialReceipt, 'A7K29MPX3TQW'), 'not-found'), frame)

    expect(view).to.deep.include({ screen: 'ready', asksForNumber: true, number: 'A7K29MPX3TQW' })
    expect(view.actFailure!.told).to.contain('没有找到这个回执号')
  })
})
