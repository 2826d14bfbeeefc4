import { expect } from 'chai'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { scoreAnswer } from './score-answer.js'

const folder = new URL('../question-bank/data/', import.meta.url)
const banks = readdirSync(folder).map((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as QuestionBankFile)

/** A phrasing may miss its level by this much: ideas and other levels have a say too. */
const tolerance = 0.1
const hardlyAnything = 0.2

describe('the example phrasings of the banks', () => {
  for (const question of banks.flatMap(({ questions }) => questions)) {
    it(`earn in ${question.id} what they say they earn`, () => {
      for (const { id, examples } of question.points) {
        for (const { text, level } of examples) {
          const credit = scoreAnswer({ question, answer: text }).points.find(({ pointId }) => pointId === id)?.credit
          if (level === 0) expect(credit, `${id}: ${text}`).to.be.below(hardlyAnything)
          else expect(credit, `${id}: ${text}`).to.be.at.least(level - tolerance)
        }
      }
    })
  }
})
