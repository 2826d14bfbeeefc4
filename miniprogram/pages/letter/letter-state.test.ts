import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { letterOf } from '../../../test/fakes/candidate-samples.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { initialLetter, toView, type LetterState } from './letter-state.js'

const frame = frameAt()
const letter = letterOf(frame.nowMs)
const at = (content: LetterState['letter']): LetterState => ({ ...initialLetter, letter: content })

describe('the letter page', () => {
  it('says what was assessed, a strength in their words, one next step, and how to appeal until when', () => {
    const view = toView(at(ready(letter)), frame).letter

    expect(view.when).to.equal('综合柜员 · 2026-11-22')
    expect(view.assessed).to.equal('客户服务、数字与逻辑')
    expect(view.strength).to.deep.equal({ text: '先安抚、再给时间、又给出办法。', quote: '“我会先请她坐下”' })
    expect(view.nextStep).to.equal('算利息时先写下天数。')
    expect(view.appeal).to.include({ until: '提出时间：2026-12-07 前', contact: '联系电话：025-0000 0000' })
  })

  it('quotes nothing where nothing was said', () => {
    const { quote: _none, ...plain } = letter.strength

    expect(toView(at(ready({ ...letter, strength: plain })), frame).letter.strength.quote).to.equal('')
  })

  it('shows that it loads, and that it failed', () => {
    expect(toView(at(loading), frame).screen).to.equal('loading')
    expect(toView(at(failed('offline')), frame)).to.deep.include({
      screen: 'failed',
      letter: toView(at(loading), frame).letter,
    })
  })

  it('shows what the team answered, in place of the promise that somebody will', () => {
    const answer = { text: '我们又看了一遍您的作答，结论没有变。', at: letter.decidedAt }
    const view = toView(at(ready({ ...letter, mayAsk: false, askedAt: letter.decidedAt, answer })), frame).letter

    expect(view.answer).to.deep.equal({
      title: '招聘组的答复',
      text: answer.text,
      when: '2026-11-22，由招聘组的同事写给您。',
    })
    expect(view.appeal.asked).to.equal('')
    expect(toView(at(ready(letter)), frame).letter.answer.text).to.equal('')
  })

  it('asks what to look at before it tells the team, and shows it again afterwards', () => {
    const writing = { ...at(ready(letter)), writing: '' }
    const words = '简历里漏写了自考本科'
    const asked = toView(at(ready({ ...letter, mayAsk: false, askedAt: letter.decidedAt, askedWords: words })), frame)

    expect(toView(writing, frame)).to.deep.include({ ask: '' })
    expect(toView(writing, frame).form).to.include({ send: '发给招聘组', isBusy: false })
    expect(toView({ ...writing, isAsking: true }, frame).form).to.include({ send: '正在告诉招聘组', isBusy: true })
    expect(asked.form).to.equal(null)
    expect(asked.letter.appeal.askedWords).to.equal(`您写道：“${words}”`)
  })

  it('lets a person be asked to look again, once, and says when they were told', () => {
    expect(toView(at(ready(letter)), frame).ask).to.equal('请招聘组再看一次')
    const asked = toView(at(ready({ ...letter, mayAsk: false, askedAt: letter.decidedAt })), frame)

    expect(asked.ask).to.equal('')
    expect(asked.letter.appeal.asked).to.contain('2026-11-22 已告诉招聘组')
  })
})
