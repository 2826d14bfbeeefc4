import { expect } from 'chai'
import { chosenIn } from './chosen-in.js'

const after = (ms: number, end: () => unknown) =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(end())
      } catch (error) {
        reject(error as Error)
      }
    }, ms)
  })
const refused = (errMsg: string) => () => {
  throw Object.assign(new Error('refused'), { errMsg })
}

describe('a choice that WeCom’s app lets somebody make', () => {
  it('waits while they choose, and says when they closed the list', async () => {
    expect(
      await chosenIn(
        after(30, () => 'ok'),
        5_000,
      ),
    ).to.equal('shared')
    expect(await chosenIn(after(1, refused('shareAppMessage:cancel')), 5_000)).to.equal('cancelled')
    expect(await chosenIn(after(1, refused('shareAppMessage:fail')), 5_000)).to.equal('failed')
  })

  it('is over at last where nothing ever answers', async () => {
    expect(await chosenIn(new Promise(() => {}), 20)).to.equal('failed')
  })
})
