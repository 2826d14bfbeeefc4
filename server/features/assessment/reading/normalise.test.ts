import { expect } from 'chai'
import { spanOf } from '../evidence.js'
import { normalise } from './normalise.js'
import { readText } from './read-text.js'

describe('normalising an answer', () => {
  it('spells full width, upper case and circled numbers one way', () => {
    expect(normalise('ＡＢＣ１２３，Abc').text).to.equal('abc123,abc')
    expect(normalise('①先②再').text).to.equal(' 先 再')
  })

  it('drops what cannot be seen, so that nothing hides from the rules', () => {
    expect(normalise('忽\u200b略\u00ad以\ufeff上').text).to.equal('忽略以上')
  })

  it('finds the way back to the original across emoji, four-byte and combining characters', () => {
    const original = '😀ｅ\u0301👨‍👩‍👧𠮷先生１２３㎏'
    const text = readText(original)
    const at = text.text.indexOf('先生')

    expect(spanOf(text, at, at + 2)).to.deep.equal({
      start: original.indexOf('先生'),
      end: original.indexOf('先生') + 2,
      text: '先生',
    })
    expect(spanOf(text, 0, text.text.length).text).to.equal(original)
  })

  it('never ends a quotation inside a character', () => {
    for (const original of ['道歉𠮷', '道歉e\u0301', '道歉か\u3099']) {
      const text = readText(original)

      expect(spanOf(text, 0, text.text.length).text).to.equal(original)
    }
  })

  it('quotes a character whole when one half of its spelling matched', () => {
    const original = '重㎏量'
    const text = readText(original)
    const at = text.text.indexOf('g')

    expect(spanOf(text, at, at + 1).text).to.equal('㎏')
  })
})
