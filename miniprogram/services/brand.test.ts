import { expect } from 'chai'
import { brandVariables, textScale } from './brand.js'

describe('the look of an organisation', () => {
  it('changes the brand colour and mixes its companions', () => {
    expect(brandVariables('#C8102E')).to.include('--brand:#c8102e').and.to.include('--brand-press:#a00d25')
  })

  it('leaves the token file alone for our own colour and for what is no colour', () => {
    expect(['#0052D9', '', 'red', 'url(x)', '#0052d9;display:none'].map(brandVariables)).to.deep.equal([
      '',
      '',
      '',
      '',
      '',
    ])
  })

  it('follows the text size chosen in WeChat, from standard to double', () => {
    expect(textScale({ fontSizeSetting: 16 })).to.equal(1)
    expect(textScale({ fontSizeSetting: 17 })).to.equal(1)
    expect(textScale({ fontSizeSetting: 14 })).to.equal(1)
    expect(textScale({ fontSizeSetting: 24 })).to.equal(1.5)
    expect(textScale({ fontSizeSetting: 16, fontSizeScaleFactor: 3 })).to.equal(2)
    expect(textScale({})).to.equal(1)
  })
})
