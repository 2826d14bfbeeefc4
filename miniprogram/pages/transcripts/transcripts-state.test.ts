import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { transcriptsOf } from '../../../test/fakes/transcripts-sample.js'
import { ready } from '../../services/loadable.js'
import { correcting, heardIn, initialTranscripts, maySend, toView, type TranscriptsState } from './transcripts-state.js'

const frame = frameAt()
const sample = transcriptsOf(frame.nowMs)
const here = (changes: Partial<typeof sample> = {}): TranscriptsState => ({
  ...initialTranscripts,
  transcripts: ready({ ...sample, ...changes }),
})
const typed = (state: TranscriptsState, text: string): TranscriptsState => ({
  ...state,
  writing: { ...state.writing!, text },
})

describe('the page of what was written down', () => {
  it('says until when it may be corrected, and what is unsure, before anything is pressed', () => {
    const view = toView(here(), frame)

    expect(view.state).to.equal('11 月 24 日 10:00 前可以更正，每个回答一次；招聘组先作出决定的话，就不能再改了。')
    expect(view.answers.map(({ title, correct }) => [title, correct])).to.deep.equal([
      ['第 1 题', '更正听错的地方'],
      ['第 2 题的追问', '更正听错的地方'],
    ])
    expect([view.hasUnsure, view.form.number]).to.deep.equal([true, 0])
  })

  it('starts from what was heard, and says what will happen before it is sent', () => {
    const state = correcting(here(), 1)
    const { form } = toView(state, frame)

    expect(state.writing).to.deep.equal({ number: 1, text: heardIn(sample.answers[0]!) })
    expect(form.before).to.contain('重新评分').and.to.contain('都会保留')
    expect(toView(correcting(here({ isScored: false }), 1), frame).form.before).to.not.contain('评分')
    expect(form).to.include({ send: '提交更正', maySend: false })
  })

  it('sends what was changed, and neither nothing nor the same', () => {
    const state = correcting(here(), 1)

    expect(
      [' ', `${heardIn(sample.answers[0]!)} `, '我会先安抚她'].map((text) => maySend(typed(state, text))),
    ).to.deep.equal([false, false, true])
    expect(maySend({ ...typed(state, '我会先安抚她'), isSending: true })).to.equal(false)
  })

  it('offers nothing where it was corrected, or is over, decided or too early', () => {
    const [first, second] = sample.answers
    const corrected = { ...first!, correction: { text: '我会先安抚她', at: '2026-11-22T01:00:00Z' } }
    const view = toView(here({ answers: [corrected, second!] }), frame)

    expect(view.answers[0]).to.deep.include({ correct: '', correctedText: '我会先安抚她' })
    expect(view.answers[0]!.corrected).to.equal('你在 11 月 22 日 09:00 更正过。原来的文字：')
    for (const state of ['over', 'decided', 'early'] as const)
      expect(
        toView(here({ state }), frame).answers.every(({ correct }) => correct === ''),
        state,
      ).to.equal(true)
  })
})
