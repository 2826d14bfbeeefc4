import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { feedbackOf } from '../../../test/fakes/candidate-samples.js'
import { ready } from '../../services/loadable.js'
import { toView } from './feedback-state.js'

const frame = frameAt()
const feedback = feedbackOf(frame.nowMs)

describe('the feedback page', () => {
  it('begins with what the person did best', () => {
    const { ready: view } = toView(ready(feedback), frame)

    expect(view).to.include({ when: '综合柜员 · 2026-11-22', title: '你最突出的是「客户服务」' })
    expect(view.strengths[0]?.quote).to.equal('“我会先请她坐下，说清楚预计十分钟，再帮她在机器上办转账”')
  })

  it('shows bands as words and bars, numbers only where the organisation allows them', () => {
    const bands = toView(ready(feedback), frame).ready.bars
    const scored = feedback.competencies.map((one) => ({ ...one, score: 4.25 }))

    expect(bands[0]).to.include({ band: '优秀', percent: 90, spoken: '客户服务：优秀' })
    expect(toView(ready({ ...feedback, detail: 'scores', competencies: scored }), frame).ready.bars[0]?.band).to.equal(
      '4.3',
    )
  })

  it('never draws a bar beyond its track', () => {
    const odd = [
      { ...feedback.competencies[0]!, fill: 1.7 },
      { ...feedback.competencies[0]!, fill: -1 },
    ]

    expect(
      toView(ready({ ...feedback, competencies: odd }), frame).ready.bars.map(({ percent }) => percent),
    ).to.deep.equal([100, 0])
  })

  it('says that a machine wrote it, by which versions, and that people decide', () => {
    const { madeBy, versions } = toView(ready(feedback), frame).ready

    expect(madeBy).to.equal('本反馈由 AI 生成并附依据，结果由人决定。招聘组会在 11 月 25 日 10:00 前复核。')
    expect(versions).to.equal('评分 rubric-1 · 标准 teller-2026-11')
  })

  it('tells who is at work and by when, as long as there is nothing to read', () => {
    const human = toView(ready({ kind: 'awaiting-human', dueBy: '2026-11-23T02:00:00Z' }), frame)

    expect(human.waiting).to.deep.equal({
      title: '由招聘组来评阅',
      text: '招聘组会逐题看你的回答。',
      dueBy: '预计 11 月 23 日 10:00 前完成。',
    })
    expect(toView(ready({ kind: 'preparing' }), frame).waiting).to.include({ title: '反馈还在准备', dueBy: '' })
    expect(toView(ready({ kind: 'withheld' }), frame).waiting.title).to.equal('你的面试已评完')
  })
})
