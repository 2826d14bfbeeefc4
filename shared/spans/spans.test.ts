import { expect } from 'chai'
import { spanInWords } from './index.js'

const minutes = (count: number) => count * 60_000

describe('how long something lasts', () => {
  it('is said in two units at most', () => {
    expect([59, 60 * 23, 60 * 52 + 5, 60 * 48].map((count) => spanInWords(minutes(count)))).to.deep.equal([
      { zh: '59 分钟', en: '59 min' },
      { zh: '23 小时', en: '23 h' },
      { zh: '2 天 4 小时', en: '2 d 4 h' },
      { zh: '2 天', en: '2 d' },
    ])
  })

  it('is never said to be nothing', () => {
    expect([0, minutes(0.9)].map((ms) => spanInWords(ms).zh)).to.deep.equal(['1 分钟以内', '1 分钟以内'])
  })
})
