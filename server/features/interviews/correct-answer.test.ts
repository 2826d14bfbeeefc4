import { expect } from 'chai'
import { anInterview, plannedQuestions, startedAt } from '../../../test/builders/interview.js'
import { correctAnswer, correctionHours, followed, mostCharactersFor } from './correct-answer.js'
import { unfollowed, wordsOf, type Answer, type Interview } from './interview.js'
import { queueOf } from './interview-changes.js'

const heard = '先按抚客户，再上报主管'
const later = (hours: number) => new Date(startedAt.getTime() + hours * 3_600_000)
const spoken = (over: Partial<Answer> = {}): Answer => ({
  text: heard,
  at: startedAt,
  endedBy: 'candidate',
  recording: { way: 'voice', take: 1, heardBy: 'transcriber' },
  ...over,
})

function scored(answer: Answer = spoken(), over: Partial<Interview> = {}): Interview {
  const [first, ...others] = plannedQuestions()
  const questions = [{ ...first!, answer }, ...others]
  return anInterview({ status: 'scored', submittedAt: startedAt, news: [], questions, ...over })
}

const correct = (interview: Interview, text: string, now = later(1)) =>
  correctAnswer(interview, { number: 1, text, openid: 'openid-wang', now })
const refusalOf = (interview: Interview, text: string, now?: Date) => correct(interview, text, now).refusal?.code

describe('correcting what was written down of a spoken answer', () => {
  it('stands beside the transcript, with who and when, and is what is read from then on', () => {
    const { interview } = correct(scored(), ' 先安抚客户，再上报主管 ')
    const { answer } = interview.questions[0]!

    expect(answer).to.deep.include({ text: heard })
    expect(answer!.correction).to.deep.equal({ text: '先安抚客户，再上报主管', at: later(1), by: 'openid-wang' })
    expect(wordsOf(answer!)).to.equal('先安抚客户，再上报主管')
  })

  it('asks for another scoring until that was done', () => {
    const { interview } = correct(scored(), '先安抚客户，再上报主管')
    const done = followed(interview, interview)

    expect([queueOf(scored()), queueOf(interview), queueOf(done)]).to.deep.equal([undefined, 'score-again', undefined])
    expect(unfollowed(done)).to.deep.equal([])
  })

  it('counts once: the same again changes nothing, another one is refused', () => {
    const { interview } = correct(scored(), '先安抚客户')

    expect(correct(interview, '先安抚客户', later(2)).interview).to.equal(interview)
    expect(refusalOf(interview, '再改一次')).to.equal('already-corrected')
  })

  it('is none when the transcript is sent as it is', () => {
    const before = scored()

    expect(correct(before, heard)).to.deep.equal({ interview: before })
  })

  it('is no longer than what the clip can hold', () => {
    const most = mostCharactersFor(heard)

    expect(most).to.equal(16 + 200)
    expect(refusalOf(scored(), '好'.repeat(most))).to.equal(undefined)
    expect(refusalOf(scored(), '好'.repeat(most + 1))).to.equal('invalid-input')
  })

  it('is open for a while after the interview, and once it is scored', () => {
    expect(refusalOf(scored(), '改', later(correctionHours))).to.equal(undefined)
    expect(refusalOf(scored(), '改', new Date(later(correctionHours).getTime() + 1))).to.equal('correction-over')
    expect(refusalOf(scored(spoken(), { status: 'submitted' }), '改')).to.equal('correction-over')
  })

  it('is nothing for what was typed, or only listened to, or never asked', () => {
    const people = { way: 'voice', take: 1, heardBy: 'people' } as const
    const { recording: _recording, ...typed } = spoken()

    expect(refusalOf(scored(typed), '改')).to.equal('nothing-to-correct')
    expect(refusalOf(scored(spoken({ text: '', recording: people })), '改')).to.equal('nothing-to-correct')
    expect(correctAnswer(scored(), { number: 9, text: '改', openid: 'o', now: later(1) }).refusal?.code).to.equal(
      'not-found',
    )
  })
})
