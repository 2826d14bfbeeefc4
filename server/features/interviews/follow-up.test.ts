import { expect } from 'chai'
import { playInterview, questionsThatGoOn, secondPhone, startedAt } from '../../../test/builders/interview.js'

const play = () => playInterview({ questions: questionsThatGoOn() })
const codeOf = (number: number) => ({ code: 'past-deadline', details: { number, savedText: '我先' } })

describe('a follow-up', () => {
  it('comes right after the answer, without a rest, as part of its question', () => {
    const hand = play().at(0).reach(1)
    hand.at(30).submitAskedOn(1, '先道歉')

    expect(hand.step).to.deep.equal({
      kind: 'next',
      number: 4,
      restExtendable: false,
      lastEndedByTime: false,
      lastNumber: 1,
      followUp: { of: 1, turn: 1, kind: 'situational' },
    })
    expect(hand.view).to.include({ questionCount: 3, answeredCount: 0 })
    expect(JSON.stringify(hand.view)).to.not.contain('追问1')
    expect(hand.issue(2), 'the next question waits').to.equal('previous-not-ended')
  })

  it('is issued, shown and answered once, with a clock of its own', () => {
    const hand = play().at(0).reach(1)
    hand.at(30).submitAskedOn(1, '先道歉')
    expect(hand.shown(4)).to.equal('not-issued')
    hand.issue(4)
    expect(hand.submit(4, '早了')).to.equal('not-shown')
    hand.at(40).shown(4)
    hand.at(45).shown(4)

    expect(hand.step).to.deep.include({
      kind: 'thinking',
      endsAt: new Date(startedAt.getTime() + 70_000).toISOString(),
    })
    expect(hand.step).to.have.deep.nested.property('question.followUp', {
      ...{ of: 1, turn: 1 },
      after: hand.interview.questions[0]!.stem,
    })
    hand.at(50).draft(4, '我先')
    expect(hand.step).to.deep.include({ endsAt: new Date(startedAt.getTime() + 140_000).toISOString() })
    hand.submitAskedOn(4, '我先登记')
    expect(hand.step).to.deep.include({ kind: 'next', number: 5, followUp: { of: 1, turn: 2, kind: 'situational' } })
    expect(hand.submit(4, '我先登记'), 'sent again').to.equal(undefined)
    expect(hand.submit(4, '别的')).to.equal('already-answered')

    hand.reach(5).submitAskedOn(5, '')
    expect(hand.step).to.deep.include({ kind: 'next', number: 2, lastNumber: 5 })
    expect(hand.step).to.have.property('restEndsAt')
    expect(hand.view).to.include({ answeredCount: 1 })
  })

  it('keeps its draft over another phone and over time cut off', () => {
    const hand = play().at(0).reach(1)
    hand.submitAskedOn(1, '先道歉')
    hand.reach(4).draft(4, '我先')
    hand.at(60).on(secondPhone).open({ takeOver: true })

    expect(hand.step).to.deep.include({ kind: 'answering' })
    expect(hand.step).to.have.nested.property('draft.text', '我先')
    expect(hand.interview.givenBackMs).to.equal(60_000)
    expect(hand.interview.followUps![0]!.clock!.givenBackMs).to.equal(60_000)
  })

  it('ends by time with what was saved, and takes no new words after it', () => {
    const hand = play().at(0).reach(1)
    hand.submitAskedOn(1, '先道歉')
    hand.reach(4).draft(4, '我先')
    hand.stay(5, 115).at(120).submitAskedOn(4, '我先登记，后来又写的')

    expect(hand.refusal).to.deep.include(codeOf(4))
    expect(hand.step).to.deep.include({ kind: 'next', number: 2, lastEndedByTime: true })
  })

  it('comes only to an answer that was finished in time and says something', () => {
    const late = play().at(0).reach(1)
    late.draft(1, '先道歉')
    late.stay(5, 365).submitAskedOn(1, '先道歉')
    const empty = play().at(0).reach(1)
    empty.submitAskedOn(1, ' ')

    for (const hand of [late, empty]) expect(hand.step).to.deep.include({ kind: 'next', number: 2 })
  })

  it('does not hold up whoever has answered everything: unopened, it lapses', () => {
    const last = questionsThatGoOn().slice(0, 1)
    const hand = playInterview({ questions: last }).at(0).reach(1)
    hand.at(10).submitAskedOn(1, '先道歉')
    hand.at(10 + 29 * 60)
    expect(hand.view.step.kind).to.equal('next')

    hand.at(11 + 30 * 60).sweep()

    expect(hand.interview).to.include({ status: 'submitted' })
    expect(hand.interview.news).to.include('submitted')
    expect(hand.interview.submittedAt).to.deep.equal(new Date(startedAt.getTime() + 1_810_000))
  })

  it('leaves the interview open as long as a question is left', () => {
    const hand = play().at(0).reach(1)
    hand.submitAskedOn(1, '先道歉')
    hand.at(3_600 * 5)

    expect(hand.step).to.deep.include({ kind: 'next', number: 4 })
    hand.at(3_600 * 73).sweep()
    expect(hand.interview.status).to.equal('abandoned')
    expect(hand.view.answeredCount).to.equal(1)
  })
})
