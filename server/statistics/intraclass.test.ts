import { expect } from 'chai'
import { oneWay, twoWay } from './intraclass.js'

/** Six targets, four judges: table 2 of Shrout and Fleiss, with ICC(1,1) .17 and ICC(2,1) .29 in table 4. */
const published = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

describe('intraclass correlation', () => {
  it('is the published figure for the published set', () => {
    expect(oneWay(published)).to.be.closeTo(0.17, 0.005)
    expect(twoWay(published)).to.be.closeTo(0.29, 0.005)
  })

  it('is 1 where all agree, and 0 where nothing differs or nothing is there', () => {
    expect(
      oneWay([
        [1, 1],
        [4, 4],
      ]),
    ).to.equal(1)
    expect(
      twoWay([
        [3, 3],
        [3, 3],
      ]),
    ).to.equal(0)
    expect(oneWay([])).to.equal(0)
    expect(twoWay([[1, 2]])).to.equal(0)
  })

  it('counts it when one of two is stricter throughout', () => {
    const stricter = [
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
    ]

    expect(twoWay(stricter)).to.be.closeTo(10 / 13, 1e-9)
  })
})
