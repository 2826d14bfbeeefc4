import { expect } from 'chai'
import { firstPhone, plannedQuestions, playInterview, startedAt } from '../../../test/builders/interview.js'
import { eventsWhile } from '../reports/present-events.js'
import { askSimpler } from './ask-simpler.js'
import type { Interview, SimplerWhy } from './interview.js'
import { presentInterviewForCandidate } from './present-interview.js'

const plainer = { zh: '客户生气了，你怎么办？', en: 'An angry customer: what do you do?' }
const at = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000)

/** The first question is answered since 40 s. */
function answering(over: Partial<Interview> = { simplerAfterSeconds: 20 }) {
  const [first, ...others] = plannedQuestions()
  const play = playInterview({ questions: [{ ...first!, simplerStem: plainer }, ...others], ...over })
  play.at(0).issue(1)
  play.shown(1)
  play.stay(5, 40).begin(1)
  return play
}
const ask = (interview: Interview, seconds: number, why: SimplerWhy = 'silent', number = 1) =>
  askSimpler(interview, { number, why, now: at(seconds), deviceKey: firstPhone })
const questionIn = (interview: Interview, seconds: number) => {
  const { step } = presentInterviewForCandidate(interview, at(seconds))
  return 'question' in step ? step.question : undefined
}

describe('a question in plainer words', () => {
  it('is sent only once it was asked for, and then stays', () => {
    const play = answering()
    expect(questionIn(play.interview, 45)).to.deep.include({ simplerLeft: { afterSeconds: 20 } })
    expect(JSON.stringify(questionIn(play.interview, 45))).not.to.contain(plainer.zh)
    const { interview } = ask(play.interview, 45, 'asked')

    expect(questionIn(interview, 46)).to.deep.include({ simplerStem: plainer }).and.not.have.any.keys('simplerLeft')
  })

  it('comes by itself only to whoever may have been silent for so long, where the position offers it', () => {
    const early = ask(answering().interview, 50)
    const inTime = ask(answering().interview, 60)
    const off = ask(answering({}).interview, 60)

    expect([early, inTime, off].map(({ refusal }) => refusal?.code)).to.deep.equal([
      'not-silent',
      undefined,
      'not-silent',
    ])
    expect(questionIn(answering({}).interview, 60)).to.deep.include({ simplerLeft: {} })
    expect(ask(answering({}).interview, 60, 'asked').refusal).to.equal(undefined)
  })

  it('is shown once, and moves no clock', () => {
    const play = answering()
    play.stay(45, 55)
    const { interview } = ask(play.interview, 60)

    expect(interview.questions[0]!.clock).to.deep.equal(play.interview.questions[0]!.clock)
    expect(ask(interview, 61, 'asked').interview.questions[0]!.simpler).to.deep.equal({ at: at(60), why: 'silent' })
  })

  it('is refused where there is none, and before the question is shown', () => {
    const play = answering()

    expect(ask(play.interview, 60, 'asked', 2).refusal?.code).to.equal('not-shown')
    const plain = playInterview().at(0).reach(1).interview
    expect(ask(plain, 10, 'asked').refusal?.code).to.equal('no-simpler')
  })

  it('is a fact of the report, with its second', () => {
    const play = answering()
    play.stay(45, 55)
    const { interview } = ask(play.interview, 60)
    const [first] = interview.questions
    const ended = { ...first!, answer: { text: '好', at: at(90), endedBy: 'candidate' as const } }

    expect(eventsWhile(ended, interview.events)).to.deep.equal([{ kind: 'simpler-silent', lastedMs: 0, atMs: 20_000 }])
  })
})
