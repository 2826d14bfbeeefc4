import { expect } from 'chai'
import type { RedLine } from '../../../shared/contracts/question-bank.js'
import { assessInterview } from './assess-interview.js'
import { angryQueue, borrowedLogin } from './fixtures/questions.js'
import type { InterviewToAssess } from './interview.js'

const both = (text: string) => ({ zh: text, en: text })
const goodQueue = '我会先道歉，听他把话说完，再请大堂经理带他到自助机办理，按规定不让他插队，事后登记并回访。'
const goodLogin = '我会拒绝，不能用他的账号。'

const interview: InterviewToAssess = {
  questions: [
    { kind: 'text', question: angryQueue },
    { kind: 'text', question: borrowedLogin },
  ],
  answers: [],
  weights: { service: 50, communication: 0, integrity: 50, numeracy: 0, domain: 0, resilience: 0 },
  competencies: (['service', 'integrity'] as const).map((id) => ({
    id,
    name: both(id),
    anchors: [1, 2, 3, 4, 5].map((level) => both(`${id} ${level}`)),
  })),
  rubricVersion: 'teller-test.1',
  position: { id: 'teller' },
}
const answered = (queue: string, login: string, redLines: RedLine[] = []) =>
  assessInterview({
    ...interview,
    redLines,
    answers: [
      { questionId: angryQueue.id, text: queue },
      { questionId: borrowedLogin.id, text: login },
    ],
  })

describe('an answer that crosses a red line', () => {
  const line: RedLine = {
    id: 'shares-login',
    label: both('借用柜员号'),
    does: ['用他的柜员号帮他做完'],
    refuses: ['不能用他的柜员号'],
  }

  it('is told first of all, in its own words, is praised for nothing, and the suggestion is at best to hold', () => {
    const login = `${goodLogin}不过这次我就用他的柜员号帮他做完。`

    const { needsPerson, recommendation, highlights, questions } = answered(goodQueue, login, [line])

    expect(needsPerson[0]).to.deep.include({ reason: 'red-line', questionId: borrowedLogin.id })
    expect(needsPerson[0]?.text.zh).to.include('用他的柜员号帮他做完').and.to.include('借用柜员号')
    expect(recommendation.kind).to.equal('hold')
    expect(recommendation.reasons[0]).to.deep.equal(needsPerson[0]?.text)
    expect(highlights.filter(({ questionId }) => questionId === borrowedLogin.id)).to.deep.equal([])
    expect(questions[1]).to.have.nested.property('answer.score', 1)
  })

  it('maybe has no score until a person has rated it, is told first, praised for nothing, and never declined', () => {
    const acts = [{ do: ['登'], what: ['他的号'] }]
    const login = `${goodLogin}最后还是接过他的号，登进去做完。`

    const { needsPerson, recommendation, highlights, questions } = answered('走开。', login, [{ ...line, acts }])

    expect(questions[1]).to.have.nested.property('answer.reason', 'may-cross')
    expect(questions[1]).to.not.have.nested.property('answer.score')
    expect(needsPerson[0]).to.deep.include({ reason: 'may-cross', questionId: borrowedLogin.id })
    expect(needsPerson[0]?.text.en).to.include('登进去做完')
    expect(recommendation.kind).to.equal('hold')
    expect(recommendation.reasons[0]).to.deep.equal(needsPerson[0]?.text)
    expect(highlights.filter(({ questionId }) => questionId === borrowedLogin.id)).to.deep.equal([])
  })

  it('maybe, in the only answer there is, is told among the reasons too', () => {
    const acts = [{ do: ['登'], what: ['他的号'] }]

    const { total, recommendation } = answered('', '接过他的号，登进去做完。', [{ ...line, acts }])

    expect(total === undefined || recommendation.kind === 'hold').to.equal(true)
    expect(recommendation.reasons[0]?.zh).to.include('可能触碰红线')
  })

  it('of its own question counts beside those of the bank', () => {
    const questions = [{ kind: 'text' as const, question: { ...borrowedLogin, redLines: [line] } }]
    const text = '我就用他的柜员号帮他做完。'

    const [first] = assessInterview({
      ...interview,
      questions,
      answers: [{ questionId: borrowedLogin.id, text }],
    }).questions

    expect(first).to.have.nested.property('answer.redLine.id', 'shares-login')
  })
})

describe('an answer that the rules do not understand', () => {
  const unclear =
    '窗外的梧桐叶子黄了又绿，外婆年轻时在码头卖过鱼，后来搬进城里开裁缝铺，缝纫机的声音陪着我们长大，每逢过年还要做腊肉和年糕。'

  it('has no score, goes to a person, and never makes a suggestion to decline', () => {
    const { needsPerson, recommendation, questions } = answered(unclear, unclear)

    expect(questions[0]).to.have.nested.property('answer.reason', 'not-understood')
    expect(questions[0]).to.not.have.nested.property('answer.score')
    expect(needsPerson.map(({ reason }) => reason)).to.include('not-understood')
    expect(recommendation.kind).to.equal('hold')
  })
})
