import { expect } from 'chai'
import { drawableText } from './drawable-text.js'

const words = { few: '〔{codes}〕', many: '〔{count} 个字符〕' }
/** A font with everything below the emoji, and no Arabic. */
const has = (code: number) =>
  (code < 0xd800 || (code > 0xdfff && code < 0x10000)) && !(code >= 0x600 && code < 0x700) && code > 0x1f
const shown = (text: string) => drawableText(text, has, words)

describe('text in a font that has not every character', () => {
  it('stays as it was typed where the font has all of it', () => {
    expect(shown('先请她坐下，\n再问 12% & <b>')).to.deep.equal({
      text: '先请她坐下，\n再问 12% & <b>',
      replaced: false,
    })
  })

  it('names an emoji by its code, with all parts of one picture together', () => {
    expect(shown('好😀的')).to.deep.equal({ text: '好〔U+1F600〕的', replaced: true })
    expect(shown('👨‍👩‍👧‍👦').text).to.equal('〔U+1F468 U+1F469 U+1F467 U+1F466〕')
    expect(shown('❤️').text).to.equal('❤')
  })

  it('counts a long stretch of another script instead of spelling codes', () => {
    expect(shown('说：' + 'ب'.repeat(30)).text).to.equal('说：〔30 个字符〕')
    expect(shown('说 ' + 'بب '.repeat(10) + '完').text).to.equal('说 〔20 个字符〕 完')
  })

  it('lets nothing turn the direction of a line, and breaks lines however they were broken', () => {
    expect(shown('退款\u202e不要\u200b').text).to.equal('退款不要')
    expect(shown('一\r\n二\u2028三\t四').text).to.equal('一\n二\n三    四')
  })

  it('takes half of a pair and a control character for what they are', () => {
    expect(shown('a\ud83d').text).to.equal('a〔U+D83D〕')
    expect(shown('a\u0007b').text).to.equal('a〔U+0007〕b')
  })
})
