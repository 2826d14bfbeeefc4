import { expect } from 'chai'
import { decodeText } from './decode-text.js'

const gbk = (...bytes: number[]) => Uint8Array.from(bytes)

describe('a file that somebody saved', () => {
  const text = '姓名: 张三\n'
  const utf8 = new TextEncoder().encode(text)
  const utf16 = (swap: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return new Uint8Array(swap ? bytes.swap16() : bytes)
  }

  it('is read in UTF-8, with and without its mark, and in both UTF-16', () => {
    for (const bytes of [utf8, Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), utf16(false), utf16(true)])
      expect(decodeText(bytes)).to.equal(text)
  })

  it('is read in GB18030, as older programs save it', () => {
    expect(decodeText(gbk(0xd0, 0xd5, 0xc3, 0xfb, 0x3a, 0x20, 0xd5, 0xc5, 0xc8, 0xfd, 0x0a))).to.equal(text)
  })

  it('is refused, never mended, when it is none of them', () => {
    expect(decodeText(gbk(0xd5, 0xc5, 0xff))).to.equal(undefined) // broken off
    expect(decodeText(gbk(0xff, 0xfe, 0x20))).to.equal(undefined) // half a unit of UTF-16
    expect(decodeText(gbk(0xaa, 0xa1, 0xaa, 0xa2))).to.equal(undefined) // no signs of anybody’s
    expect(decodeText(gbk(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).to.equal(undefined) // a picture
  })
})
