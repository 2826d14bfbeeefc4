import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { hasSound } from './mp3-sound.js'

interface Encoder {
  encodeBuffer(samples: Int16Array): Uint8Array
}

/** LAME as the browser loads it: a script that leaves `lamejs` behind. */
function mp3Of(sample: (index: number) => number): ArrayBuffer {
  const file = createRequire(import.meta.url).resolve('@breezystack/lamejs')
  const { Mp3Encoder } = runInNewContext(`${readFileSync(file, 'utf8')};lamejs`) as {
    Mp3Encoder: new (channels: number, rate: number, kilobits: number) => Encoder
  }
  const encoder = new Mp3Encoder(1, 16_000, 48)
  const parts = Array.from({ length: 20 }, (_, part) =>
    encoder.encodeBuffer(Int16Array.from({ length: 1024 }, (__, index) => sample(part * 1024 + index))),
  )
  return Uint8Array.from(parts.flatMap((part) => [...part])).buffer
}

/** From within a frame, as a recorder cuts it. */
const cut = (mp3: ArrayBuffer) => mp3.slice(1_000, 3_048)

describe('sound in an mp3', () => {
  it('is there while somebody speaks, however quietly', () => {
    expect(hasSound(cut(mp3Of((index) => 40 * Math.sin(index / 10))))).to.equal(true)
  })

  it('is missing when the microphone is muted', () => {
    expect(hasSound(cut(mp3Of(() => 0)))).to.equal(false)
  })

  it('cannot be told of anything else', () => {
    expect(hasSound(new Uint8Array(2_048).fill(7).buffer)).to.equal(undefined)
    expect(hasSound(new ArrayBuffer(0))).to.equal(undefined)
  })
})
