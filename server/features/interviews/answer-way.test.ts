import { expect } from 'chai'
import { plannedQuestions, playInterview } from '../../../test/builders/interview.js'
import type { PlannedQuestion } from './interview.js'

const clips = [{ pieces: 3, durationMs: 8_000 }]
const spoken = (): PlannedQuestion[] =>
  plannedQuestions().map((one) =>
    one.answerWith === 'text' ? { ...one, otherWays: [{ answerWith: 'voice', answerSeconds: 120 }], takes: 2 } : one,
  )
const play = () => playInterview({ questions: spoken() })
type Hand = ReturnType<typeof play>

const shown = (hand: Hand) => {
  const { step } = hand
  if (step.kind !== 'thinking' && step.kind !== 'answering') throw new Error(`it is ${step.kind}`)
  return { ...step.question, endsAt: Date.parse(step.endsAt) }
}
const endsAfter = (hand: Hand, from: number) =>
  (shown(hand).endsAt - hand.at(from).interview.startedAt.getTime()) / 1000

describe('another way of answering', () => {
  it('is offered with its own time, beside writing, and not where a number is asked for', () => {
    const hand = play()
    hand.issue(1)
    hand.shown(1)

    expect(shown(hand)).to.deep.include({ answerWith: 'text', answerSeconds: 360, takes: 2 })
    expect(shown(hand).otherWays).to.deep.equal([{ answerWith: 'voice', answerSeconds: 120 }])
    hand.begin(1)
    hand.submit(1, '我会')
    hand.reach(2).submit(2, '我会')
    hand.at(31).issue(3)
    hand.shown(3)
    expect(shown(hand)).not.to.have.any.keys('otherWays', 'takes')
    expect(hand.begin(3, 'voice')).to.equal('way-not-offered')
  })

  it('runs from the moment at which the answer begins, and back to writing gives the time of writing', () => {
    const hand = play()
    hand.issue(1)
    hand.shown(1)
    hand.stay(5, 20).begin(1, 'voice')

    expect(shown(hand)).to.deep.include({ answerWith: 'voice', answerSeconds: 120 })
    expect(shown(hand).otherWays).to.deep.equal([{ answerWith: 'text', answerSeconds: 360 }])
    expect(endsAfter(hand, 20)).to.equal(140)

    hand.at(30).begin(1, 'text')
    expect(endsAfter(hand, 30)).to.equal(380)
    hand.at(40).begin(1, 'voice')
    expect(endsAfter(hand, 40)).to.equal(140)
  })

  it('may be chosen when the thinking time ran out, with the time that is left of its own', () => {
    const hand = play()
    hand.issue(1)
    hand.shown(1)
    hand.stay(5, 65).begin(1, 'voice')

    expect(endsAfter(hand, 65)).to.equal(60 + 120)
  })

  it('is refused once its time would be over, and once something was written', () => {
    const late = play()
    late.reach(1).stay(5, 125)
    expect(late.at(125).begin(1, 'voice')).to.equal('too-late-for-way')
    expect(late.begin(1)).to.equal(undefined)

    const writing = play()
    writing.reach(1).draft(1, '我会先')
    expect(writing.begin(1, 'voice')).to.equal('already-written')
    expect(shown(writing).answerWith).to.equal('text')
  })

  it('keeps what the phone recorded, and the first take that was handed in stands', () => {
    const hand = play()
    hand.reach(1).begin(1, 'voice')

    expect(hand.at(60).submit(1, '', { recording: { take: 2, clips } })).to.equal(undefined)
    expect(hand.interview.questions[0]!.answer).to.deep.include({
      text: '',
      endedBy: 'candidate',
      recording: { way: 'voice', take: 2, clips },
    })
    expect(hand.submit(1, '', { recording: { take: 2, clips } })).to.equal(undefined)
    expect(hand.submit(1, '', { recording: { take: 1, clips } })).to.equal('already-answered')
  })

  it('is no recording of what was to be written', () => {
    const hand = play()
    hand.reach(1)

    expect(hand.submit(1, '', { recording: { take: 1, clips } })).to.equal('way-not-offered')
  })

  it('ends by time with whatever has arrived', () => {
    const hand = play()
    hand.reach(1).begin(1, 'voice')
    hand.beat(false)
    hand.at(135).sweep()

    expect(hand.interview.questions[0]!.answer).to.deep.include({ endedBy: 'time', recording: { way: 'voice' } })
  })

  it('goes on with a scene as fits every answer', () => {
    const times = { thinkingSeconds: 30, answerSeconds: 90 }
    const hand = playInterview({ questions: spoken().map((one) => ({ ...one, mayFollow: [times] })) })
    hand.reach(1).begin(1, 'voice')
    hand.submitAskedOn(1, '', { recording: { take: 1, clips } })

    expect(hand.interview.followUps).to.have.length(1)
    expect(hand.interview.followUps![0]!.otherWays).to.deep.equal([{ answerWith: 'voice', answerSeconds: 90 }])
  })
})
