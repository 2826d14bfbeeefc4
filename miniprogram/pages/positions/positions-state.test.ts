import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { applicationOf, ids, positionsOf } from '../../../test/fakes/candidate-samples.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { toView } from './positions-state.js'

const frame = frameAt()
const { positions } = positionsOf()
const application = applicationOf(frame.nowMs)

describe('the list of positions', () => {
  it('puts open positions before those being prepared', () => {
    const view = toView(ready({ positions: [...positions].reverse(), applications: [] }), frame)

    expect(view.positions.map(({ title, isOpen }) => [title, isOpen])).to.deep.equal([
      ['综合柜员', true],
      ['客户经理', false],
    ])
  })

  it('shows my applications with what runs now, newest first', () => {
    const older = { ...application, id: 'd'.repeat(24), appliedAt: '2026-11-01T00:00:00Z' }
    const view = toView(ready({ positions, applications: [older, application] }), frame)

    expect(view.applications.map(({ id }) => id)).to.deep.equal([ids.application, older.id])
    expect(view.applications[0]).to.include({ now: '正在生成报告', appliedAt: '今天 09:00 投递' })
  })

  it('marks a position I applied for and leads to my application', () => {
    const view = toView(ready({ positions, applications: [application] }), frame)

    expect(view.positions[0]).to.include({ applied: '已投递', applicationId: ids.application })
    expect(view.positions[1]).to.include({ applied: '', applicationId: '' })
  })

  it('has a skeleton while loading and a way out of a failure', () => {
    expect(toView(loading, frame).screen).to.equal('loading')
    expect(toView(failed('offline'), frame)).to.deep.include({
      screen: 'failed',
      failure: { safe: '你已提交的内容都在。', told: '现在连不上网络。看看信号或 Wi-Fi，再试一次。' },
    })
  })

  it('tells a failure that it does not know like one of ours', () => {
    expect(toView(failed('something-new'), frame).failure.told).to.include('我们这边出了点问题')
  })

  it('is English at once when the language is', () => {
    const view = toView(
      ready({ positions, applications: [application] }),
      frameAt({ language: 'en', organisation: 'Jiangnan Bank' }),
    )

    expect(view.text).to.include({ greeting: 'Jiangnan Bank is hiring', language: '中文' })
    expect(view.positions[0]?.title).to.equal('Bank teller')
  })
})
