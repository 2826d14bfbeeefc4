import { expect } from 'chai'
import type { InterviewForCandidate, InterviewStep } from '../../../shared/contracts/interviews.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { questions } from '../../../test/fakes/candidate-samples.js'
import {
  initialInterview,
  typedText,
  viewArrived,
  wentOffline,
  whatToAskBeforeSending,
  type InterviewState,
} from './interview-state.js'
import { toView } from './interview-view.js'

const now = Date.parse('2026-11-22T02:00:00Z')
const at = (ms: number) => new Date(now + ms).toISOString()
const [spoken, counted] = questions as [(typeof questions)[0], (typeof questions)[0]]

const interviewAt = (step: InterviewStep): InterviewForCandidate => ({
  id: 'c'.repeat(24),
  applicationId: 'a'.repeat(24),
  invitationId: 'b'.repeat(24),
  positionTitle: { zh: '综合柜员', en: 'Teller' },
  serverNow: at(0),
  closesAt: at(3_600_000),
  questionCount: 6,
  answeredCount: 2,
  minutesLeft: 14,
  givenBackMs: 0,
  step,
})
const running = (step: InterviewStep): InterviewState => viewArrived(initialInterview, interviewAt(step))
const thinking = (leftMs: number) =>
  running({ kind: 'thinking', question: { ...spoken, number: 3 }, endsAt: at(leftMs) })
const answering = (leftMs: number, question = { ...spoken, number: 3 }) =>
  running({ kind: 'answering', question, endsAt: at(leftMs), draft: { text: '', revision: 0 } })
const seen = (state: InterviewState, frame = frameAt()) => toView(state, frame, now)

describe('the interview page', () => {
  it('says where the candidate is, how long it takes and that everything is saved', () => {
    const view = seen(thinking(48_000))

    expect(view.title).to.equal('第 3 题，共 6 题')
    expect(view.progress).to.include({ line: '约还需 14 分钟 · 已自动保存', count: 6, done: 2, part: 40 })
  })

  it('puts the number of the question into the page where the title bar is too narrow for it', () => {
    const rest = running({
      kind: 'next',
      number: 3,
      restEndsAt: at(20_000),
      restExtendable: true,
      lastEndedByTime: false,
    })

    expect(seen(rest, frameAt({ isNarrow: true })).progress.line).to.equal(
      '第 3 题，共 6 题 · 约还需 14 分钟 · 已自动保存',
    )
  })

  it('puts the thinking time above the question where the ring has no room', () => {
    const usual = seen(thinking(48_000)).progress
    const narrow = seen(thinking(48_000), frameAt({ isNarrow: true })).progress

    expect(usual).to.include({ line: '约还需 14 分钟 · 已自动保存', timeLeft: '' })
    expect(narrow).to.include({ line: '第 3 题，共 6 题 · 约还需 14 分钟', timeLeft: '思考 0:48' })
  })

  it('takes the time of a voice above the question, and its level into one line, where they would lie behind the button', () => {
    const asked = (letters: number) =>
      answering(60_000, { ...spoken, number: 3, answerWith: 'voice', stem: { zh: '长'.repeat(letters), en: '' } })
    const layout = (letters: number, changes = {}) => {
      const { progress, spoken: voice } = seen(asked(letters), frameAt(changes))
      return [voice.isSmall, progress.timeLeft]
    }

    expect(layout(80)).to.deep.equal([false, ''])
    expect(layout(101)).to.deep.equal([true, '剩余 1:00'])
    expect(layout(80, { isShort: true })).to.deep.equal([true, '剩余 1:00'])
    expect(layout(20, { isShort: true })).to.deep.equal([false, ''])
    expect(layout(20, { isNarrow: true })).to.deep.equal([true, '剩余 1:00'])
  })

  it('does not tell anybody without a network to go on where a tap would lead nowhere', () => {
    const rest = running({
      kind: 'next',
      number: 3,
      restEndsAt: at(20_000),
      restExtendable: true,
      lastEndedByTime: false,
    })
    const next = (state: InterviewState) => seen(wentOffline(state)).banner?.next

    expect(next(rest)).to.equal('先歇一歇，连上后就能看题，不占作答时间。')
    expect(next(thinking(48_000))).to.equal('可以接着想，连上后再开始作答。')
    expect(next(answering(60_000))).to.equal('可以继续作答，连上后会自动上传。')
  })

  it('counts the thinking time down in a ring, by the server’s clock', () => {
    const { screen, ring } = seen(thinking(48_000))

    expect(screen).to.equal('thinking')
    expect(ring).to.include({ time: '0:48', left: 80, isLast: false })
  })

  it('turns orange in the last fifteen seconds, not before', () => {
    expect(seen(answering(15_001)).progress.isLast).to.equal(false)
    expect(seen(answering(15_000)).progress.isLast).to.equal(true)
  })

  it('shows the whole thinking time, and no way to start, until the clock runs', () => {
    const view = seen(running({ kind: 'issued', question: spoken }))

    expect(view.ring).to.include({ time: '1:00', left: 100 })
    expect(view.primary.isDisabled).to.equal(true)
  })

  it('shows keys for a number and a field for a text', () => {
    expect(seen(answering(60_000)).screen).to.equal('text')
    expect(seen(answering(60_000, counted)).screen).to.equal('number')
  })

  it('counts characters as people do, 4-byte ones too', () => {
    expect(seen(typedText(answering(60_000), '好😀👍')).answer.count).to.equal('3 字')
  })

  it('asks before a number goes out that cannot be read, kindly, and sends it all the same', () => {
    const wrote = (text: string) => {
      const state = typedText(answering(60_000, counted), text)
      return { ...state, asksBeforeSending: whatToAskBeforeSending(state) }
    }

    const { isAsking, asked } = seen(wrote('550或560'))

    expect(isAsking).to.equal(true)
    expect(asked).to.include({ title: '没看懂是哪个数', back: '改一改', finish: '就这样交' })
    expect(asked.text).to.match(/^你写的都在。.*不会直接算错。$/)
    expect(seen(wrote('550 or 560'), frameAt({ language: 'en' })).asked.finish).to.equal('Send as it is')
    for (const plain of ['550', '五百五十元', '1.2万', '550%'])
      expect(seen(wrote(plain)).isAsking, plain).to.equal(false)
  })

  it('asks nothing about numbers in a text', () => {
    expect(whatToAskBeforeSending(typedText(answering(60_000), '550或560'))).to.equal('nothing')
  })

  it('never sends what is typed back into the field', () => {
    const view = seen(typedText(answering(60_000), '正在写'))

    expect(view.answerStart).to.equal('')
  })

  it('says first what is safe when the network is gone, and takes the countdown away', () => {
    const view = seen(wentOffline(typedText(answering(60_000), '写到一半')))

    expect(view.banner).to.deep.equal({ safe: '你的回答都在，网络断开了。', next: '可以继续作答，连上后会自动上传。' })
    expect(view.progress.timeLeft).to.equal('')
    expect(view.answer.saved).to.equal('已存在这台手机')
    expect(view.hint).to.include('最多 10 分钟')
  })

  it('offers a longer rest only while there is one to lengthen', () => {
    const rest = {
      kind: 'next',
      number: 4,
      restEndsAt: at(20_000),
      restExtendable: true,
      lastEndedByTime: false,
    } as const

    expect(seen(running(rest)).secondary).to.equal('再休息 30 秒')
    expect(seen(running({ ...rest, restExtendable: false })).secondary).to.equal('')
  })

  it('tells calmly, in the pause after it, that a question ended by time', () => {
    const rest = {
      kind: 'next',
      number: 4,
      restEndsAt: at(20_000),
      restExtendable: true,
      lastEndedByTime: true,
    } as const

    expect(seen(running(rest)).notice).to.equal('上一题时间到了，你的回答都已保存。')
    expect(seen({ ...running({ ...rest, lastEndedByTime: false }), endedByTime: 3 }).notice).to.not.equal('')
    expect(seen(running({ ...rest, lastEndedByTime: false })).notice).to.equal('')
  })

  it('warns of leaving only while a question or a rest runs, and says what the question has left', () => {
    expect(seen(answering(125_000)).leave).to.equal(
      '写下的已保存，但这道题的时间照走，还剩不到 3 分钟。其余的题 11:00 前回来接着答。',
    )
    expect(seen(thinking(60_000)).leave).to.match(/还剩不到 7 分钟/)
    const rest = { kind: 'next', number: 4, restExtendable: true, lastEndedByTime: false } as const
    expect(seen(running({ ...rest, restEndsAt: at(20_000) })).leave).to.equal('回答已保存，11:00 前回来可以接着答。')
    for (const state of [initialInterview, running({ ...rest, number: 1 }), running({ kind: 'abandoned', at: at(0) })])
      expect(seen(state).leave).to.equal('')
  })

  it('says which question comes, then the time at 60, 30 and 10 seconds', () => {
    expect(seen(answering(200_000)).announcement)
      .to.include('第')
      .and.to.include('现在开始作答')
    expect(seen(answering(200_000)).announcement, 'it stands on the page').to.not.include(spoken.stem.zh)
    expect([60_000, 45_000, 30_000, 11_000, 9_500].map((left) => seen(answering(left)).announcement)).to.deep.equal([
      '还剩 60 秒',
      '还剩 60 秒',
      '还剩 30 秒',
      '还剩 30 秒',
      '还剩 10 秒',
    ])
  })

  it('does not talk over the question when thinking time starts at a minute', () => {
    expect(seen(thinking(60_000)).announcement).to.include('现在是思考时间')
  })

  it('holds nothing that setData refuses', () => {
    const states = [
      initialInterview,
      thinking(1),
      answering(1),
      wentOffline(answering(1)),
      running({ kind: 'abandoned', at: at(0) }),
    ]

    for (const state of states)
      expect(
        JSON.stringify(seen(state), (_, value: unknown) => (value === undefined ? 'UNDEFINED' : value)),
      ).to.not.include('UNDEFINED')
  })
})
