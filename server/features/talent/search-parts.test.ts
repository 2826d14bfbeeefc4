import { expect } from 'chai'
import { bucketOf, holdsText, pairsOf, singlesAndPairs, soughtParts } from './search-parts.js'

describe('the parts by which a sealed name is found', () => {
  it('are its characters and pairs, each once, however it is written', () => {
    expect(singlesAndPairs('王小 小')).to.deep.equal(['王', '小', '王小', '小小'])
    expect(singlesAndPairs('买买提·艾力')).to.deep.equal(singlesAndPairs('买买提 艾力'))
    expect(singlesAndPairs('Ａnna')).to.deep.equal(['a', 'n', 'an', 'nn', 'na'])
    expect(pairsOf('财经大学')).to.deep.equal(['财经', '经大', '大学'])
  })

  it('are all in the whole when they are sought', () => {
    const whole = singlesAndPairs('欧阳小明')

    for (const part of ['欧', '小明', '阳小明', '欧阳小明']) expect(whole).to.include.members(soughtParts(part))
    expect(soughtParts('小')).to.deep.equal(['小'])
    expect(soughtParts(' ')).to.deep.equal([])
  })

  it('say nothing alone: few numbers stand for all texts, and the text itself decides', () => {
    expect(bucketOf(Buffer.from([0xff, 0xff, 1]).toString('base64url'))).to.equal(4095)
    expect(holdsText('王小明', '小明')).to.equal(true)
    expect(holdsText('明小王', '小明')).to.equal(false)
  })
})
