import { expect } from 'chai'
import { mediaTypeOf } from './media-type.js'

const withBrand = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(4), Buffer.from(`${brand}isom`)])

describe('what a clip is', () => {
  it('is told by its first bytes, under whichever brand a camera writes MP4', async () => {
    for (const brand of ['isom', 'mp42', 'qt  ', 'M4V ', '3gp4'])
      expect(await mediaTypeOf(withBrand(brand), 'video'), brand).to.equal('video/mp4')
    expect(await mediaTypeOf(withBrand('isom'), 'voice')).to.equal('audio/mp4')
  })

  it('is nothing of what phones record where the bytes say so', async () => {
    expect(await mediaTypeOf(Buffer.from('%PDF-1.7 and so on'), 'video')).to.equal(undefined)
    expect(await mediaTypeOf(withBrand('heic'), 'video')).to.equal(undefined)
  })
})
