import { expect } from 'chai'
import {
  correlation,
  interval,
  intervalOfGroups,
  pearson,
  tellingQuestions,
  withinQuestion,
  type Pair,
} from './agreement.js'
import { seededRandom } from './seeded-random.js'

const pair = (questionId: string, score: number, human: number): Pair => ({ questionId, score, human })
/** Anscombe's first set, r = 0.816 (The American Statistician 27, 1973). */
const anscombe = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
].map(([score = 0, human = 0]) => pair('anscombe', score, human))

describe('agreement with people', () => {
  it('is the published figure for a published set', () => {
    expect(pearson(anscombe)).to.be.closeTo(0.816, 0.0005)
  })

  it('within questions is the mean of their own figures, weighted by answers', () => {
    const up = [1, 2, 3, 4].map((value) => pair('up', value, value + 100))
    const down = [1, 2].flatMap((value) => [pair('down', value, -value), pair('down', value, -value)])

    expect(withinQuestion([...up, ...down])).to.be.closeTo(0, 1e-9)
    expect(withinQuestion([...up, ...down.slice(0, 3)])).to.be.closeTo((4 - 3) / 7, 1e-9)
  })

  it('leaves out questions that tell nothing: under three answers, or people who all gave the same', () => {
    const few = [pair('few', 1, 1), pair('few', 2, 2)]
    const same = [pair('same', 1, 1), pair('same', 2, 1), pair('same', 3, 1)]

    expect(tellingQuestions([...few, ...same, ...anscombe])).to.equal(1)
    expect(withinQuestion([...few, ...same, ...anscombe])).to.be.closeTo(0.816, 0.0005)
  })

  it('counts a scorer that gives everybody the same as no agreement', () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).to.equal(0)
  })

  it('gives an interval around the value that the seed repeats', () => {
    const ask = () => interval(anscombe, pearson, { rounds: 200, random: seededRandom(7) })

    expect(ask()).to.deep.equal(ask())
    expect(ask().low).to.be.below(ask().value)
    expect(ask().high).to.be.above(ask().value)
  })

  it('is wider where groups are drawn whole, and what is in a group is alike', async () => {
    const draws = { rounds: 300 }
    const groups = anscombe.map((one) => [one, one, one, one])
    const width = ({ low, high }: { low: number; high: number }) => high - low

    const together = await intervalOfGroups(groups, pearson, { ...draws, random: seededRandom(7) })
    const alone = await intervalOfGroups(
      groups.flat().map((one) => [one]),
      pearson,
      { ...draws, random: seededRandom(7) },
    )

    expect(width(together)).to.be.above(1.5 * width(alone))
  })
})
