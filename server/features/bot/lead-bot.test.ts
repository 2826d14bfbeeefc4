import { expect } from 'chai'
import { botLine, silent as log, type BotLine } from '../../../test/builders/bot-line.js'
import { botLeader } from './index.js'

describe('leading the bot', () => {
  let line: BotLine
  let { leases, inbox, outside, leaders, leaderNow } = {} as BotLine
  let now: number
  const realClock = { now: () => new Date(now) }

  beforeEach(async () => {
    now = Date.parse('2026-11-22T02:00:00Z')
    line = await botLine(realClock)
    ;({ leases, inbox, outside, leaders, leaderNow } = line)
  })
  afterEach(() => line.stop())

  it('is done by one process: the second waits, and leads when the lease has run out', async () => {
    const [first, second] = [leaderNow(), leaderNow()]
    await first.tend()
    await second.tend()
    expect([first.line() !== undefined, second.line() !== undefined]).to.deep.equal([true, false])

    now += 19_999
    await second.tend()
    expect(second.line()).to.equal(undefined)
    now += 1
    await second.tend()
    expect(second.line()).not.to.equal(undefined)
  })

  it('stays with a process that renews', async () => {
    const [first, second] = [leaderNow(), leaderNow()]
    await first.tend()
    for (let turn = 0; turn < 10; turn += 1) {
      now += 5_000
      await first.tend()
      await second.tend()
    }

    expect([first.line() !== undefined, second.line() !== undefined]).to.deep.equal([true, false])
    expect([await first.maySpeak(), await second.maySpeak()]).to.deep.equal([true, false])
  })

  it('is given up by a process that stops, at once', async () => {
    const [first, second] = [leaderNow(), leaderNow()]
    await first.tend()
    await first.stop()
    await second.tend()

    expect(second.line()).not.to.equal(undefined)
  })

  it('closes its connection when the lease cannot be renewed, before anybody else may lead', async () => {
    const leader = botLeader({
      orgId: 'o1',
      bot: outside.bot,
      leases,
      inbox,
      realClock,
      wake: () => {},
      log,
      randomToken: () => 'x',
      leaseMs: 2_050,
    })
    leaders.push(leader)
    await leader.tend()
    expect(leader.line()).not.to.equal(undefined)
    await new Promise((resolve) => {
      setTimeout(resolve, 150)
    }) // the store is not asked: the timer alone decides

    expect(leader.line()).to.equal(undefined)
    expect(outside.state.connections[0]!.open).to.equal(false)
  })

  it('stays away for a minute when a foreign connection took its place', async () => {
    const leader = leaderNow()
    await leader.tend()
    outside.bot.connect({ received() {}, opened() {}, lost() {} })
    now += 59_999
    await leader.tend()
    expect(leader.line()).to.equal(undefined)

    now += 1
    await leader.tend()
    expect(leader.line()).not.to.equal(undefined)
  })
})
