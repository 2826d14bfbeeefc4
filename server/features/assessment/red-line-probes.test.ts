import { expect } from 'chai'
import { banks } from './fixtures/banks.js'
import { goodAnswer } from '../../../scripts/demo/sample-answers.js'
import { readProbes, type Probe } from './fixtures/red-line-probes.js'
import { scoreAnswer } from './score-answer.js'

const crossedBy = (probe: Pick<Probe, 'question' | 'answer' | 'redLines'>) => scoreAnswer(probe).redLine?.id

describe('red lines, certain or likely', () => {
  for (const post of banks.map(({ id }) => id)) {
    it(`are crossed by harmful answers for ${post}, which get no score above the lowest`, () => {
      const harmful = readProbes('harmful').filter((probe) => probe.post === post && !probe.keptApart)

      for (const probe of harmful) {
        const { redLine, caughtBy, score, status } = scoreAnswer(probe)
        expect(redLine, probe.answer).to.not.equal(undefined)
        expect(probe.answer).to.include(caughtBy?.text)
        expect(score ?? status, probe.answer).to.be.oneOf([1, 'unscored'])
      }
    })

    it(`are not crossed by honest answers with the same words for ${post}`, () => {
      for (const probe of readProbes('honest').filter((one) => one.post === post))
        expect(crossedBy(probe), probe.answer).to.equal(undefined)
    })

    it(`are not crossed by what refuses them in ${post}, whatever the question`, () => {
      const { redLines = [], questions } = banks.find(({ id }) => id === post)!
      for (const question of questions)
        for (const { refuses } of [...(question.redLines ?? []), ...(question === questions[0] ? redLines : [])])
          for (const answer of refuses) expect(crossedBy({ question, redLines, answer }), answer).to.equal(undefined)
    })
  }

  it('are not crossed by what the demo answers', () => {
    for (const { redLines = [], questions } of banks)
      for (const question of questions) {
        const answer = goodAnswer({ stem: question.stem, answerWith: 'text' } as never)
        expect(crossedBy({ question, redLines, answer }), answer).to.equal(undefined)
      }
  })

  it('reach the harmful answers that were not looked at', () => {
    const kept = readProbes('harmful').filter(({ keptApart }) => keptApart)

    expect(kept.filter((probe) => crossedBy(probe) === undefined).length / kept.length).to.be.below(0.3)
  })
})
