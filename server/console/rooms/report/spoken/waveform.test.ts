import { expect } from 'chai'
import { timeLineOf } from './player-state.js'
import { barsOf, pathOf } from './waveform.js'

const clip = (number: number, durationMs: number, changes: object = {}) => ({
  ...{ clip: number, type: 'audio/mpeg', bytes: durationMs * 6, durationMs, missing: 0 },
  ...changes,
})
const drawn = (...clips: ReturnType<typeof clip>[]) => barsOf({ clips }, timeLineOf({ way: 'voice', clips }, {}))

describe('the waveform of a recording', () => {
  it('stands where its clips play', () => {
    const bars = drawn(clip(1, 4_000, { peaks: [10, 100] }), clip(2, 1_000, { peaks: [50] }))

    expect(bars).to.deep.equal([
      { ms: 1_000, peak: 10 },
      { ms: 3_000, peak: 100 },
      { ms: 4_500, peak: 50 },
    ])
  })

  it('ends where the first piece is missing, and is none where nothing came or nobody knows it', () => {
    const torn = clip(1, 10_000, { bytes: 30_000, missing: 2, peaks: [100, 100] })

    expect(drawn(torn).map(({ ms }) => ms)).to.deep.equal([1_250, 3_750])
    expect(drawn(clip(1, 10_000, { bytes: 0, missing: 2, peaks: [9] }), clip(2, 1_000))).to.deep.equal([])
  })

  it('is drawn around the middle, silence as a dot', () => {
    expect(
      pathOf([
        { ms: 10.4, peak: 100 },
        { ms: 20, peak: 0 },
      ]),
    ).to.equal('M10 0V100M20 48V52')
    expect(pathOf([])).to.equal('')
  })
})
