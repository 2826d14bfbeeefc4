import { expect } from 'chai'
import { forwardOnly, leftMs, minutesAndSeconds, serverClock } from './clock.js'

describe('the server’s clock on the phone', () => {
  it('runs on from the middle of the call that told it', () => {
    let stopwatch = 1_000
    const clock = serverClock(() => stopwatch)

    clock.observe({ serverNow: '2026-11-22T02:00:00.000Z', sentMs: 1_000, receivedMs: 1_200 })
    stopwatch = 5_100

    expect(new Date(clock.nowMs()).toISOString()).to.equal('2026-11-22T02:00:04.000Z')
  })

  it('does not follow a phone clock that is set back', () => {
    let phone = 100_000
    const stopwatch = forwardOnly(() => phone)

    phone = 101_000
    stopwatch()
    phone = 40_000
    stopwatch()
    phone = 42_000

    expect(stopwatch()).to.equal(3_000)
  })

  it('never shows less than nothing', () => {
    expect(leftMs('2026-11-22T02:00:00Z', Date.parse('2026-11-22T02:00:05Z'))).to.equal(0)
  })

  it('shows minutes and seconds, 0:00 only at the very end', () => {
    expect([0, 1, 1_000, 59_001, 151_000].map(minutesAndSeconds)).to.deep.equal([
      '0:00',
      '0:01',
      '0:01',
      '1:00',
      '2:31',
    ])
  })
})
