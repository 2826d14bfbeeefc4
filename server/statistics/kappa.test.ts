import { expect } from 'chai'
import { quadraticKappa, tableOf } from './kappa.js'

describe('quadratic weighted kappa', () => {
  it('is 1 where all agree, 0 where a machine gives everybody the same', () => {
    expect(
      quadraticKappa([
        [3, 0],
        [0, 3],
      ]),
    ).to.equal(1)
    expect(
      quadraticKappa([
        [3, 0],
        [3, 0],
      ]),
    ).to.equal(0)
  })

  it('punishes two levels of difference four times as much as one', () => {
    const near = quadraticKappa([
      [5, 1, 0],
      [0, 5, 1],
      [0, 0, 5],
    ])
    const far = quadraticKappa([
      [5, 0, 2],
      [0, 5, 0],
      [0, 0, 5],
    ])

    expect(near).to.be.above(far)
    expect(near).to.be.closeTo(0.91, 0.005)
  })

  it('is what a reader finds by hand: 1 - 7 / 20.6', () => {
    const table = tableOf(
      [
        [0, 0],
        [0, 1],
        [1, 1],
        [1, 2],
        [2, 2],
        [2, 2],
        [3, 3],
        [3, 1],
        [0, 0],
        [2, 1],
      ],
      4,
    )

    expect(table[3]).to.deep.equal([0, 1, 0, 1])
    // seen: 1 + 1 + 4 + 1 = 7 of 10; expected: rows 3 2 3 2, columns 2 4 3 1, squares of the distance: 20.6
    expect(quadraticKappa(table)).to.be.closeTo(1 - 7 / 20.6, 1e-9)
  })
})
