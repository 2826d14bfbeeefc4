import { expect } from 'chai'
import { differenceOf, shareInCommon } from './text-difference.js'

const told = (first: string, second: string) =>
  differenceOf(first, second)
    .map((piece) => ({ both: piece.text, first: `[-${piece.text}]`, second: `[+${piece.text}]` })[piece.in])
    .join('')

describe('where two texts differ', () => {
  it('is told by what only one of them has', () => {
    expect(told('先按抚客户，再上报', '先安抚客户，再上报')).to.equal('先[-按][+安]抚客户，再上报')
    expect(told('存款五百', '存款五千五百')).to.equal('存款五[+千五]百')
    expect(told('多说了一遍一遍', '多说了一遍')).to.equal('多说了一遍[-一遍]')
    expect(told('', '全是新的')).to.equal('[+全是新的]')
    expect(told('都没了', '')).to.equal('[-都没了]')
    expect(told('一样😀', '一样😀')).to.equal('一样😀')
  })

  it('gives both texts back, whatever they are', () => {
    const [first, second] = ['甲乙丙丁戊己庚辛', '乙甲丁丁己辛庚壬😀']
    const pieces = differenceOf(first, second)
    const without = (left: string) =>
      pieces
        .filter((piece) => piece.in !== left)
        .map(({ text }) => text)
        .join('')

    expect([without('second'), without('first')]).to.deep.equal([first, second])
  })

  it('has a share in common, of the longer text and without marks that nobody said', () => {
    expect(shareInCommon('先安抚。再 上报', '先安抚，再上报')).to.equal(1)
    expect(shareInCommon('一二三四', '一二五六')).to.equal(0.5)
    expect(shareInCommon('一二', '一二三四五六七八')).to.equal(0.25)
    expect(shareInCommon('', '')).to.equal(1)
  })

  it('of what is longer than any answer is not looked for in the middle', () => {
    const long = (character: string) => `头${character.repeat(4_000)}尾`

    expect(differenceOf(long('甲'), long('乙')).map(({ text, ...piece }) => [piece.in, text.length])).to.deep.equal([
      ['both', 1],
      ['first', 4_000],
      ['second', 4_000],
      ['both', 1],
    ])
  })
})
