import { expect } from 'chai'
import { bestCuts, confusion, humanLevels, macroF1 } from './levels.js'

describe('agreement on levels', () => {
  it('takes a file of 0 and 1 for two levels and any other for three', () => {
    expect(humanLevels([0, 1, 1]).count).to.equal(2)
    const three = humanLevels([0, 0.5, 1])
    expect([0, 0.3, 0.34, 0.66, 0.67, 1].map(three.of)).to.deep.equal([0, 0, 1, 1, 2, 2])
  })

  it('gives macro-F1 as the mean over the levels', () => {
    expect(
      macroF1([
        [8, 2],
        [4, 6],
      ]),
    ).to.be.closeTo((16 / 22 + 12 / 18) / 2, 1e-9)
  })

  it('finds the cut that separates best', () => {
    const graded = [0.1, 0.2, 0.6, 0.7].map((score) => ({ score, human: score > 0.5 ? 1 : 0 }))
    const level = (human: number) => human

    const cuts = bestCuts(graded, level, 2)

    expect(confusion(graded, level, cuts)).to.deep.equal([
      [2, 0],
      [0, 2],
    ])
  })
})
