import { expect } from 'chai'
import type { Connection } from 'mongoose'
import type { Question, QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { firstPhone, newInterview, questionsThatGoOn, startedAt } from '../../../test/builders/interview.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { acknowledgeShown } from './acknowledge-shown.js'
import { answerQuestion, type AnswerDeps } from './answer-question.js'
import { askOnWith, getReadyWith, type AskOnDeps } from './ask-on.js'
import { interviewStore, type InterviewStore } from './interview-store.js'
import { issueQuestion } from './issue-question.js'

const words = (zh: string) => ({ zh, en: zh })
const loud = words('客户更大声了')
const usual = words('客户又问了一句')
const turn = { replies: [{ when: { missed: ['calm'] }, says: loud }, { says: usual }] }
const bank = {
  version: 'teller-2026.1',
  questions: [{ id: 'queue', kind: 'situational', turns: [turn, turn] } as unknown as Question],
} as QuestionBankFile

describe('what follows an answer', () => {
  let interviews: InterviewStore
  let which: { orgId: string; id: string }
  let warned: number
  /** What the scorer was asked, and what it does then. */
  let heard: (readonly string[])[]
  let scorer: AskOnDeps['scorer']
  let granted: boolean

  beforeEach(async () => {
    const connection: Connection = await testStore()
    interviews = interviewStore(connection, testVault(connection))
    await interviews.ready()
    const { interview } = await interviews.insertUnlessBegun(newInterview({ questions: questionsThatGoOn() }))
    which = { orgId: 'o1', id: interview.id }
    heard = []
    warned = 0
    granted = true
    scorer = {
      makeReady: async () => {},
      followUp: async (_version, { said }) => {
        heard.push(said)
        return loud
      },
    }
    await reach(1)
  })

  async function reach(number: number): Promise<void> {
    const who = { now: startedAt, deviceKey: firstPhone, number }
    await interviews.change(which, (one) => acknowledgeShown(issueQuestion(one, who).interview, who))
  }

  const deps = (limitMs?: number): AnswerDeps => ({
    interviews,
    clock: { now: () => startedAt },
    wake: () => {},
    askOn: askOnWith(
      {
        banks: { findVersion: async () => bank },
        consents: {
          currentOf: async () => ({ choices: [{ purpose: 'ai-scoring', granted }] }) as never,
        },
        scorer,
        log: { warn: () => void warned++ } as never,
      },
      limitMs,
    ),
  })
  const answer = (number: number, text: string, limitMs?: number) =>
    answerQuestion(deps(limitMs), which, { deviceKey: firstPhone, number, text, submissionKey: `key-of-${number}` })
  const followUps = async () => (await interviews.find(which))!.followUps ?? []

  it('stands in the store together with the answer, once, however often it is sent', async () => {
    await answer(1, '先安抚')
    await answer(1, '先安抚')

    expect(heard).to.deep.equal([['先安抚']])
    expect((await followUps()).map(({ stem, number, followUp }) => [stem, number, followUp])).to.deep.equal([
      [loud, 4, { of: 1, turn: 1 }],
    ])
  })

  it('goes by all that was said, and no further than the question goes', async () => {
    await answer(1, '先安抚')
    await reach(4)
    await answer(4, '登记')
    await reach(5)
    await answer(5, '回访')

    expect(heard).to.deep.equal([['先安抚'], ['先安抚', '登记']])
    expect(await followUps()).to.have.length(2)
  })

  it('is nothing when it takes longer than anybody should wait', async () => {
    scorer = { ...scorer, followUp: () => new Promise(() => {}) }
    const before = performance.now()
    const interview = await answer(1, '先安抚', 30)

    expect(performance.now() - before).to.be.below(1_000)
    expect(interview.questions[0]!.answer).to.include({ text: '先安抚' })
    expect(await followUps()).to.deep.equal([])
    expect(warned).to.equal(1)
  })

  it('is nothing when the scorer fails', async () => {
    scorer = { ...scorer, followUp: () => Promise.reject(new Error('on purpose')) }

    expect((await answer(1, '先安抚')).questions[0]!.answer).to.include({ text: '先安抚' })
    expect(await followUps()).to.deep.equal([])
  })

  it('is what fits every answer for whoever wants no machine to read theirs', async () => {
    granted = false
    await answer(1, '先安抚')

    expect(heard).to.deep.equal([])
    expect((await followUps()).map(({ stem }) => stem)).to.deep.equal([usual])
  })
})

describe('a question that is shown', () => {
  it('is made ready for its answers when it is one of text, once for all who are asked it', async () => {
    const made: string[] = []
    const getReady = getReadyWith({
      banks: { findVersion: async () => bank },
      consents: { currentOf: async () => undefined },
      scorer: { followUp: async () => undefined, makeReady: async (_version, id) => void made.push(id) },
      log: { warn: () => {} },
    })
    const questions = questionsThatGoOn().map((question, at) =>
      at === 2 ? { ...question, answerWith: 'number' as const } : question,
    )
    for (const id of ['one', 'another'])
      for (const { number } of questions) getReady({ ...newInterview({ questions }), id }, number)
    await new Promise(setImmediate)

    expect(made).to.deep.equal(questions.slice(0, 2).map(({ sourceId }) => sourceId))
  })
})
