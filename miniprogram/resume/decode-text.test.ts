import { expect } from 'chai'
import { decodeText } from './decode-text.js'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('a file’s bytes on the phone', () => {
  it('are read in UTF-8 and both UTF-16, as TextDecoder reads them', () => {
    for (const text of ['', 'a', '张三 é 😀\n', '\u07FF\u0800\uFFFF\u{10000}\u{10FFFF}']) {
      const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
      expect(decodeText(Buffer.from(text))).to.equal(text)
      expect(decodeText(Buffer.from(`\uFEFF${text}`))).to.equal(text)
      expect(decodeText(utf16)).to.equal(text)
      expect(decodeText(Buffer.from(utf16).swap16())).to.equal(text)
    }
  })

  it('are refused, never mended, when they are something else', () => {
    const strict = (value: Uint8Array) => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(value)
      } catch {
        return undefined
      }
    }
    for (const torn of [
      bytes(0xd5, 0xc5, 0xc8, 0xfd), // 张三 in GBK
      bytes(0xe5, 0xbc),
      bytes(0xc0, 0xaf), // longer than needed
      bytes(0xed, 0xa0, 0x80), // half a character
      bytes(0xf4, 0x90, 0x80, 0x80), // beyond the last one
      bytes(0x41, 0x80),
    ])
      expect([decodeText(torn), strict(torn)]).to.deep.equal([undefined, undefined])
    expect(decodeText(bytes(0xff, 0xfe, 0x00, 0xd8))).to.equal(undefined)
  })
})
