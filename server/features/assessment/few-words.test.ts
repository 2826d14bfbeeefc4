import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { scoreAnswer } from './score-answer.js'

/** Words that begin an answer and say nothing yet. */
describe('an answer that has only begun', function () {
  this.timeout(60_000) // every question of every bank is prepared
  const folder = new URL('../question-bank/data/', import.meta.url)
  const questions = readdirSync(folder).flatMap(
    (name) => (parse(readFileSync(new URL(name, folder), 'utf8')) as QuestionBankFile).questions,
  )

  for (const answer of ['I would ask her to', '我会请她'])
    it(`meets no point of any question: “${answer}”`, () => {
      for (const question of questions)
        expect(
          scoreAnswer({ question, answer }).points.filter(({ hit }) => hit),
          question.id,
        ).to.deep.equal([])
    })
})
