import { expect } from 'chai'
import { changedClock, simulatedNow } from './clock.js'
import { RateWindow } from './rate-window.js'

const start = { simulatedAt: 1_000_000, realAt: 500, speed: 1 }

describe('simulated time', () => {
  it('runs at its speed from the moment it was set', () => {
    expect(simulatedNow(start, 500)).to.equal(1_000_000)
    expect(simulatedNow({ ...start, speed: 60 }, 1_500)).to.equal(1_060_000)
  })

  it('keeps what has passed when the speed changes, and jumps forward', () => {
    const faster = changedClock(start, { speed: 10 }, 1_500)
    expect(faster).to.deep.equal({ simulatedAt: 1_001_000, realAt: 1_500, speed: 10 })
    expect(changedClock(start, { jumpMs: 3_600_000 }, 500)).to.include({ simulatedAt: 4_600_000, speed: 1 })
  })

  it('never goes back', () => {
    expect(changedClock(start, { now: 999_999 }, 500)).to.equal('goes-back')
  })
})

describe('a rate limit', () => {
  const twoAMinute = [{ count: 2, windowMs: 60_000 }]

  it('counts within a sliding window, each key by itself, and a refusal costs nothing', () => {
    const rates = new RateWindow()
    const take = (key: string, now: number) => rates.take(key, twoAMinute, now) === undefined

    expect([take('a', 0), take('a', 30_000), take('a', 59_999), take('b', 59_999)]).to.deep.equal([
      true,
      true,
      false,
      true,
    ])
    expect([take('a', 60_000), take('a', 60_001), take('a', 90_000)]).to.deep.equal([true, false, true])
  })
})
