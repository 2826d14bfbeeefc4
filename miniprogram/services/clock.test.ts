import { expect } from 'chai'
import { leftMs, minutesAndSeconds, serverClock, steadyStopwatch } from './clock.js'

describe('the server’s clock on the phone', () => {
  it('runs on from the middle of the call that told it', () => {
    let phone = 1_000
    const clock = serverClock({ readMs: () => phone, gaps: () => 0 })

    clock.observe({ serverNow: '2026-11-22T02:00:00.000Z', sentMs: 1_000, receivedMs: 1_200 })
    phone = 5_100

    expect(new Date(clock.nowMs()).toISOString()).to.equal('2026-11-22T02:00:04.000Z')
  })

  for (const [name, setMs] of [
    ['7 minutes forward', 420_000],
    ['an hour forward', 3_600_000],
    ['a day forward', 86_400_000],
    ['a day back', -86_400_000],
  ] as const)
    it(`does not follow a phone clock that is set ${name}, and is unsure until the server has told its time`, () => {
      let phone = 1_000_000
      const clock = serverClock(steadyStopwatch(() => phone))
      const tell = (serverNow: string) =>
        clock.observe({ serverNow, sentMs: clock.stopwatchMs(), receivedMs: clock.stopwatchMs() })
      tell('2026-11-22T02:00:00Z')
      phone += 1_000
      expect([clock.isSure(), clock.nowMs()]).to.deep.equal([true, Date.parse('2026-11-22T02:00:01Z')])

      phone += setMs
      expect([clock.isSure(), clock.nowMs()]).to.deep.equal([false, Date.parse('2026-11-22T02:00:01Z')])
      tell('2026-11-22T02:00:02Z')
      phone += 1_000

      expect([clock.isSure(), clock.nowMs()]).to.deep.equal([true, Date.parse('2026-11-22T02:00:03Z')])
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
