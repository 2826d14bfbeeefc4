import { expect } from 'chai'
import { banks } from './fixtures/banks.js'
import type { AnswerScore } from '../../../shared/contracts/assessment.js'
import type { Question } from '../../../shared/contracts/question-bank.js'
import { scoreAnswer } from './score-answer.js'

/** A phrasing may miss its level by this much: ideas and other levels have a say too. */
const tolerance = 0.1
const hardlyAnything = 0.2

const redLinesOf = (question: Question) => banks.find(({ questions }) => questions.includes(question))?.redLines ?? []

/** Several rules ask about the same phrasing. */
const scores = new Map<string, AnswerScore>()
function assess(question: Question, answer: string): AnswerScore {
  const key = `${question.id} ${answer}`
  const score = scores.get(key) ?? scoreAnswer({ question, answer, redLines: redLinesOf(question) })
  scores.set(key, score)
  return score
}

function expectNoDoubt(question: Question, answer: string): void {
  const { status, reason, flags, redLine } = assess(question, answer)
  expect({ status, reason, flags, line: redLine?.id }, answer).to.deep.equal({
    status: 'scored',
    reason: undefined,
    flags: [],
    line: undefined,
  })
}

describe('the example phrasings of the banks', () => {
  for (const question of banks.flatMap(({ questions }) => questions)) {
    it(`earn in ${question.id} what they say they earn`, () => {
      for (const { id, examples } of question.points) {
        for (const { text, level } of examples) {
          const credit = assess(question, text).points.find(({ pointId }) => pointId === id)?.credit
          if (level === 0) expect(credit, `${id}: ${text}`).to.be.below(hardlyAnything)
          else expect(credit, `${id}: ${text}`).to.be.at.least(level - tolerance)
        }
      }
    })

    it(`close no gate, raise no flag and cross no line in ${question.id}`, () => {
      for (const { examples } of question.points)
        for (const { text } of examples.filter(({ level }) => level > 0)) expectNoDoubt(question, text)
      for (const at of [0, 1])
        expectNoDoubt(question, question.points.map(({ examples }) => examples[at]?.text).join(''))
    })

    it(`may be short in ${question.id}: one clause, or three exact terms`, () => {
      for (const { examples, synonymGroups } of question.points) {
        for (const { text } of examples.filter(({ level }) => level === 1))
          expectNoDoubt(question, /^[^，。；：,.;:]+/u.exec(text)?.[0] ?? text)
        expectNoDoubt(question, synonymGroups.flat().slice(0, 3).join('、'))
      }
    })
  }

  /** Words that begin an answer and say nothing yet. */
  for (const answer of ['I would ask her to', '我会请她'])
    it(`are no reason to meet a point of any question for “${answer}”`, () => {
      for (const question of banks.flatMap(({ questions }) => questions))
        expect(
          scoreAnswer({ question, answer }).points.filter(({ hit }) => hit),
          question.id,
        ).to.deep.equal([])
    })
})
