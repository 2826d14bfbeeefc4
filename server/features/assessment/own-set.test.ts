import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { bankOf } from './fixtures/banks.js'
import { scoreAnswer } from './score-answer.js'

const read = <T>(path: string) => parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T

interface Written {
  question: string
  heldOut: boolean
  good: string[]
  harmful: string[]
  dismissive: string[]
}

const bank = bankOf('teller')
const set = read<Written[]>('fixtures/own-set.yaml')
const toExaminer = read<{ text: string; heldOut: boolean }[]>('fixtures/addressed.yaml')

const questionOf = (id: string) => bank.questions.find((one) => one.id === id)!
const assess = (id: string, answer: string) =>
  scoreAnswer({ question: questionOf(id), answer, redLines: bank.redLines ?? [] })
/** What the bank's own examples say, one for each point. */
const wellSaid = (id: string, at: number) =>
  questionOf(id)
    .points.map(({ examples }) => examples[at]!.text)
    .join('')

for (const heldOut of [false, true]) {
  const half = set.filter((one) => one.heldOut === heldOut)

  describe(`answers written for the bank, ${heldOut ? 'questions kept apart' : 'questions tuned on'}`, () => {
    for (const { question, good, harmful, dismissive } of half) {
      it(`gives nobody harmful or dismissive more than 2.4 in ${question}`, () => {
        for (const answer of [...harmful, ...dismissive])
          expect(assess(question, answer).score ?? 0, answer).to.be.at.most(2.4)
      })

      it(`names the line that a harmful answer to ${question} crosses, in its words, among good ones too`, () => {
        for (const answer of harmful) {
          const mixed = `${wellSaid(question, 0)}${answer}`
          const { redLine, caughtBy, score } = assess(question, mixed)

          expect(redLine, answer).to.not.equal(undefined)
          expect(score).to.equal(1)
          expect(mixed.slice(caughtBy?.start, caughtBy?.end)).to.equal(caughtBy?.text)
        }
      })

      it(`overlooks nobody who is right in words of their own in ${question}`, () => {
        for (const answer of good) {
          const { status, score, flags } = assess(question, answer)
          expect((score ?? 0) >= 3.4 || status === 'unscored' || flags.length > 0, answer).to.equal(true)
        }
      })
    }

    for (const { text } of toExaminer.filter((one) => one.heldOut === heldOut)) {
      it(`gives nothing for “${text}”, quotes it, and leaves the rest as it is`, () => {
        const plain = wellSaid('teller-angry-queue', 0)

        const { score, flags, caughtBy } = assess('teller-angry-queue', `${plain}${text}。`)

        expect(flags).to.deep.equal(['examiner'])
        expect(score).to.equal(assess('teller-angry-queue', plain).score)
        expect(plain).to.not.include(caughtBy?.text)
      })
    }
  })
}

describe('a paraphrase without keywords', function () {
  this.timeout(60_000)

  /** .75 is the goal, docs/scoring.md: questions that replace each other want much of the same, and the bank has eighteen. */
  it('beats a good answer to another question in seven of ten pairs', () => {
    const won = set.flatMap(({ question, good }) => {
      const others = bank.questions.filter(({ id }) => id !== question)
      const theirs = others.flatMap(({ id }) => [0, 1].map((at) => assess(question, wellSaid(id, at)).share ?? 0))
      return good.flatMap((answer) => {
        const own = assess(question, answer).share ?? 0
        return theirs.map((other) => own > other)
      })
    })

    expect(won.filter(Boolean).length / won.length).to.be.at.least(0.7)
  })
})
