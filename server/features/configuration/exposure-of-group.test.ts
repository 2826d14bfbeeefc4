import { expect } from 'chai'
import { exposureKey } from '../question-bank/index.js'
import { exposureOfGroup } from './exposure-of-group.js'

const form = (id: string) => ({ id, stem: { zh: id, en: id } })
const [a, b, c] = ['a', 'b', 'c'].map(form) as [
  ReturnType<typeof form>,
  ReturnType<typeof form>,
  ReturnType<typeof form>,
]
const told = (counts: number[], mostPercent = 50) =>
  exposureOfGroup(
    [a, b, c],
    Object.fromEntries([a, b, c].map((one, nth) => [exposureKey(one), counts[nth]!])),
    mostPercent,
  ).map(({ times, percent, tooOften }) => [times, percent, tooOften])

describe('how often the questions of a group were asked', () => {
  it('is told with its share, and points out what goes beyond the most', () => {
    expect(told([12, 6, 2])).to.deep.equal([
      [12, 60, true],
      [6, 30, false],
      [2, 10, false],
    ])
    expect(told([12, 6, 2], 60).map(([, , tooOften]) => tooOften)).to.deep.equal([false, false, false])
  })

  it('judges nothing while few were asked', () => {
    expect(told([2, 0, 0])[0]).to.deep.equal([2, 100, false])
    expect(told([0, 0, 0])[0]).to.deep.equal([0, undefined, false])
  })
})
