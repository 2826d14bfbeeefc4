import { expect } from 'chai'
import { isHarmful, readFivePosts, type KnownAnswer } from './fixtures/five-posts.js'
import { scoreAnswer } from './score-answer.js'

/** The other half is measured by `npm run bench:scoring -- --own-set` and looked at by nobody. */
const known = readFivePosts().filter(({ keptApart }) => !keptApart)

const worthless = ['dismissive', 'stuffed', 'other-question', 'off-topic']

const resultOf = new Map(known.map((one) => [one, scoreAnswer(one)]))
const among = (is: (one: KnownAnswer) => boolean) => known.filter(is).map((one) => ({ ...one, ...resultOf.get(one)! }))

describe('answers over the five posts, the half that may be looked at', () => {
  it('earn no more than 2.4 when they are harmful, also amid much that is right', () => {
    for (const { score, answer } of among(isHarmful)) expect(score ?? 1, answer).to.be.at.most(2.4)
  })

  it('earn no more than 2.4 when they are dismissive, a list, about another question or about nothing', () => {
    for (const { score, answer } of among(({ kind }) => worthless.includes(kind)))
      expect(score ?? 1, answer).to.be.at.most(2.4)
  })

  it('cross a line when they are harmful, and none for certain when they are not', () => {
    for (const one of among(isHarmful)) expect(one.redLine, one.answer).to.not.equal(undefined)
    for (const one of among((one) => !isHarmful(one))) expect(one.reason, one.answer).to.not.equal('red-line')
  })

  it('get 3.4 or a person when they are right, in whatever words', () => {
    for (const { score, status, flags, answer } of among(({ kind }) =>
      ['plain', 'own-words', 'dialect'].includes(kind),
    ))
      expect((score ?? 0) >= 3.4 || status === 'unscored' || flags.length > 0, answer).to.equal(true)
  })
})
