import { expect } from 'chai'
import { likeness } from './meaning.js'

describe('how near words are in meaning', () => {
  const nearer: [word: string, near: string, far: string][] = [
    ['道歉', '赔罪', '窗口'],
    ['核实', '验证', '排队'],
    ['诈骗', '骗局', '存款'],
    ['delet', 'eras', 'queue'],
    ['apolog', 'excus', 'machin'],
  ]
  for (const [word, near, far] of nearer) {
    it(`${word}: ${near} rather than ${far}`, () => {
      expect(likeness(word, near)).to.be.above(likeness(word, far) + 0.2)
    })
  }

  it('is 1 for the same word and 0 for a word that no dictionary has', () => {
    expect(likeness('道歉', '道歉')).to.be.closeTo(1, 1e-9)
    expect(likeness('qwxz', '道歉')).to.equal(0)
  })

  it('knows a word that is not in the dictionary by its parts', () => {
    expect(likeness('核实清楚', '核实')).to.be.above(0.5)
  })
})
