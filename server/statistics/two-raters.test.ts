import { expect } from 'chai'
import { twoRaters, type Both } from './two-raters.js'

const how = { levelOf: (score: number) => Math.floor(score) - 1, levels: 5, anybody: false, seed: 7 }
const pairs = (count: number): Both[][] =>
  Array.from({ length: count }, (_, at) => [[1 + (at % 5), 1 + ((at + (at % 3 === 0 ? 1 : 0)) % 5)] as Both])

describe('how far two raters agree', () => {
  it('says how many pairs there are, and that under a hundred are few', async () => {
    expect(await twoRaters(pairs(99), how)).to.include({ n: 99, few: true })
    expect(await twoRaters(pairs(100), how)).to.include({ n: 100, few: false })
  })

  it('gives no figure of nothing, and only the distance of one or two', async () => {
    expect(await twoRaters([], how)).to.deep.equal({ n: 0, few: true })
    expect(await twoRaters([[[3, 4.5]]], how)).to.deep.equal({ n: 1, few: true, apart: 1.5 })
  })

  it('is 1 in all three where both always give the same', async () => {
    const same = pairs(20).map(([[one] = [1, 1]]) => [[one, one] as Both])
    const { kappa, intraclass, pearson, apart } = await twoRaters(same, how)

    expect([kappa?.value, intraclass?.value, apart]).to.deep.equal([1, 1, 0])
    expect(pearson?.value).to.be.closeTo(1, 1e-9)
  })

  it('gives the same interval for the same seed, around the value', async () => {
    const once = await twoRaters(pairs(60), how)

    expect(await twoRaters(pairs(60), how)).to.deep.equal(once)
    for (const { value, low, high } of [once.kappa!, once.intraclass!, once.pearson!]) {
      expect(low).to.be.below(value)
      expect(high).to.be.above(value)
    }
  })
})
