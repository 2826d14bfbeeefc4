import { expect } from 'chai'
import { localPlatform, type LocalPlatform, type PlatformAnswer } from '../../../test/local-platform.js'
import { followedClock, type FollowedClock } from './followed-clock.js'

describe('a clock that follows the sandbox', () => {
  let answer: PlatformAnswer
  let elapsed: number
  let platform: LocalPlatform
  let clock: FollowedClock
  const own = { now: () => new Date('2026-01-01T00:00:00Z') }

  beforeEach(async () => {
    answer = { now: '2026-11-22T10:00:00.000Z', speed: 60 }
    elapsed = 0
    platform = await localPlatform(() => answer)
    clock = followedClock({
      url: `${platform.baseUrl}/api/clock`,
      own,
      elapsedMs: () => elapsed,
      everyMs: 5,
      timeoutMs: 200,
    })
  })

  afterEach(async () => {
    clock.stop()
    await platform.close()
  })

  async function nextReading(): Promise<void> {
    const wanted = platform.requests.length + 2
    for (let turn = 0; turn < 400 && platform.requests.length < wanted; turn += 1)
      await new Promise((resolve) => {
        setTimeout(resolve, 5)
      })
  }

  it('counts on at the simulated speed between two answers', async () => {
    await clock.start()
    clock.stop()
    elapsed = 500

    expect(clock.now().toISOString()).to.equal('2026-11-22T10:00:30.000Z')
  })

  it('jumps ahead with the sandbox', async () => {
    await clock.start()
    answer = { now: '2026-11-25T10:00:00.000Z', speed: 1 }

    await nextReading()

    expect(clock.now().toISOString()).to.equal('2026-11-25T10:00:00.000Z')
  })

  it('stands still rather than run backwards', async () => {
    await clock.start()
    clock.now()
    answer = { now: '2026-11-22T09:00:00.000Z', speed: 1 }

    await nextReading()

    expect(clock.now().toISOString()).to.equal('2026-11-22T10:00:00.000Z')
  })

  it('goes on by itself while the sandbox cannot be heard or talks nonsense', async () => {
    await clock.start()
    answer = { now: 'soon', speed: -1 }
    await nextReading()
    answer = { status: 500, text: '' }
    await nextReading()
    elapsed = 1_000

    expect(clock.now().toISOString()).to.equal('2026-11-22T10:01:00.000Z')
  })

  it('starts from the clock of this machine when nobody answers', async () => {
    await platform.close()
    await clock.start()

    expect(clock.now().toISOString()).to.equal('2026-01-01T00:00:00.000Z')
  })
})
