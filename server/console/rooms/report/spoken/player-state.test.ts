import { expect } from 'chai'
import {
  afterClip,
  clockText,
  gapsOf,
  isPlayable,
  keyAct,
  nextSpeed,
  placeAt,
  shareOf,
  timeAt,
  timeLineOf,
  type Speed,
} from './player-state.js'

const clip = (number: number, durationMs: number, changes: { bytes?: number; missing?: number } = {}) => ({
  clip: number,
  type: 'audio/mpeg',
  bytes: durationMs * 6,
  durationMs,
  missing: 0,
  ...changes,
})
const line = (clips: ReturnType<typeof clip>[], measured = {}) => timeLineOf({ way: 'voice', clips }, measured)
const nothingCame = { bytes: 0, missing: 2 }

describe('the clips of an answer as one time line', () => {
  it('follow each other, as long as the phone told', () => {
    const { stretches, wholeMs, isGuess } = line([clip(1, 40_000), clip(2, 42_000)])

    expect(stretches.map(({ fromMs, lastsMs }) => [fromMs, lastsMs])).to.deep.equal([
      [0, 40_000],
      [40_000, 42_000],
    ])
    expect([wholeMs, isGuess]).to.deep.equal([82_000, false])
  })

  it('last as long as the browser measured, once it has', () => {
    expect(line([clip(1, 40_000), clip(2, 42_000)], { 1: 39_500 }).wholeMs).to.equal(81_500)
  })

  it('play to where a piece is missing; the rest of what was told is a gap', () => {
    const torn = line([clip(1, 10_000), clip(2, 20_000, { bytes: 30_000, missing: 3 }), clip(3, 5_000)])

    expect(gapsOf(torn)).to.deep.equal([{ fromMs: 15_000, toMs: 30_000, missing: 3 }])
    expect(torn.wholeMs).to.equal(35_000)
    expect(gapsOf(line([clip(1, 20_000, { bytes: 30_000, missing: 3 })], { 1: 6_000 }))[0]).to.include({
      fromMs: 6_000,
      toMs: 20_000,
    })
  })

  it('are a guess by their size where nobody told how long they are, and by what was measured once something was', () => {
    const untold = [clip(1, 0, { bytes: 60_000 }), clip(2, 0, { bytes: 30_000 })]

    expect(line(untold)).to.include({ wholeMs: 15_000, isGuess: true })
    expect(line(untold, { 1: 20_000 })).to.include({ wholeMs: 30_000, isGuess: true })
    expect(line(untold, { 1: 20_000, 2: 9_000 })).to.include({ wholeMs: 29_000, isGuess: false })
    expect(line([clip(1, 0, { bytes: 60_000, missing: 1 })]).wholeMs).to.equal(10_000)
  })

  it('are played from any moment, and out of a gap from what comes after it', () => {
    const torn = line([clip(1, 20_000, { bytes: 30_000, missing: 3 }), clip(2, 9_000, nothingCame), clip(3, 8_000)], {
      1: 5_000,
    })

    expect(placeAt(torn, 2_000)).to.deep.equal({ clip: 1, offsetMs: 2_000 })
    expect(placeAt(torn, 7_000)).to.deep.equal({ clip: 3, offsetMs: 0 })
    expect(placeAt(torn, 31_000)).to.deep.equal({ clip: 3, offsetMs: 2_000 })
    expect(placeAt(torn, 37_000)).to.equal(undefined)
    expect(timeAt(torn, { clip: 3, offsetMs: 2_000 })).to.equal(31_000)
  })

  it('go on with the next that came', () => {
    const torn = line([clip(1, 20_000), clip(2, 9_000, nothingCame), clip(3, 8_000)])

    expect(afterClip(torn, 1)).to.deep.equal({ clip: 3, offsetMs: 0 })
    expect(afterClip(torn, 3)).to.equal(undefined)
    expect([isPlayable(torn), isPlayable(line([clip(1, 9_000, nothingCame)]))]).to.deep.equal([true, false])
  })

  it('are told in minutes and seconds, and drawn as a share of the bar', () => {
    expect([0, 31_900, 82_000, 725_000, -3].map(clockText)).to.deep.equal(['0:00', '0:31', '1:22', '12:05', '0:00'])
    expect([-1, 20, 60].map((ms) => shareOf(ms, { wholeMs: 40 }))).to.deep.equal([0, 50, 100])
    expect(shareOf(5, { wholeMs: 0 })).to.equal(0)
  })
})

describe('the keys of a player', () => {
  const at = (nowMs: number, speed: Speed = 1) => ({ nowMs, wholeMs: 60_000, speed })

  it('go on and back by five seconds, and to both ends', () => {
    expect(
      [
        ['ArrowRight', 10_000],
        ['ArrowRight', 58_000],
        ['ArrowLeft', 10_000],
        ['ArrowLeft', 3_000],
        ['Home', 9],
        ['End', 9],
      ].map(([key, now]) => keyAct(key as string, at(now as number))),
    ).to.deep.equal([15_000, 60_000, 5_000, 0, 0, 60_000].map((ms) => ({ kind: 'seek', ms })))
  })

  it('play, pause, and change the speed within its steps', () => {
    expect(keyAct(' ', at(0))).to.deep.equal({ kind: 'toggle' })
    expect(keyAct('ArrowUp', at(0, 1.25))).to.deep.equal({ kind: 'speed', speed: 1.5 })
    expect(keyAct('ArrowUp', at(0, 2))).to.deep.equal({ kind: 'speed', speed: 2 })
    expect(keyAct('ArrowDown', at(0, 1))).to.deep.equal({ kind: 'speed', speed: 1 })
    expect([nextSpeed(1.5), nextSpeed(2)]).to.deep.equal([2, 1])
  })

  it('are no others', () => {
    expect(keyAct('Tab', at(0))).to.equal(undefined)
    expect(keyAct('a', at(0))).to.equal(undefined)
  })
})
