import { expect } from 'chai'
import { botSetup, type BotSetup } from '../../../test/builders/bot.js'
import { botLine, silent as log, type BotLine } from '../../../test/builders/bot-line.js'
import type { BotAnswer, Incoming } from '../../ports/group-bot.js'
import type { SendOutcome } from '../../ports/messenger.js'
import { answerBot, type BotLeader } from './index.js'

const chat = { id: 'g1', kind: 'group' } as const
const asks = (msgid: string, text = '进度 王小明'): Incoming => ({
  msgid,
  chat,
  userid: 'li-jing',
  what: { kind: 'text', text },
})

describe('answering what came in', () => {
  let at: BotSetup
  let line: BotLine
  let { connection, inbox, outside, leaderNow } = {} as BotLine
  let now: number
  const realClock = { now: () => new Date(now) }

  beforeEach(async () => {
    at = await botSetup()
    await at.person('王小明')
    now = Date.parse('2026-11-22T02:00:00Z')
    line = await botLine(realClock)
    ;({ connection, inbox, outside, leaderNow } = line)
  })
  afterEach(() => line.stop())

  const work = (leader: BotLeader, deps = at.deps) =>
    answerBot({ orgId: 'o1', botDeps: deps, inbox, line: () => leader.line(), realClock, log })
  async function heard(incoming: Incoming, heardOn = 't0'): Promise<void> {
    await inbox.receive('o1', incoming, { heardOn, now: realClock.now() })
  }
  async function told(leader: BotLeader, incoming: Incoming): Promise<void> {
    outside.tell(incoming)
    for (let tries = 0; tries < 200 && outside.state.seen.length === 0; tries += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      await work(leader)
    }
  }

  it('answers by reply what its connection brought, once, however often it is brought', async () => {
    const leader = leaderNow()
    await leader.tend()
    await told(leader, asks('m1'))
    outside.tell(asks('m1'))
    await leader.stop()

    expect(outside.state.seen).to.have.length(1)
    expect(outside.state.seen[0]).to.deep.include({ way: 'reply', msgid: 'm1' })
  })

  it('pushes what another connection brought', async () => {
    await heard(asks('m1'))
    const leader = leaderNow()
    await leader.tend()
    await work(leader)

    expect(outside.state.seen.map(({ way }) => way)).to.deep.equal(['push'])
  })

  it('does not answer again when nobody knows whether it arrived, unless the platform brings the message again', async () => {
    const leader = leaderNow()
    await leader.tend()
    outside.state.outcome = () => ({ kind: 'unknown', code: 'lost' })
    outside.tell(asks('m1'))
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      await work(leader)
    }
    outside.state.outcome = () => ({ kind: 'sent' })
    now += 3_600_000
    await work(leader)
    expect(outside.state.seen).to.deep.equal([])

    await heard(asks('m1'), 'a-later-connection')
    await leader.tend()
    await work(leader)
    expect(outside.state.seen).to.have.length(1)
  })

  it('never answers again what was pushed into the unknown', async () => {
    await heard(asks('m1'))
    const leader = leaderNow()
    await leader.tend()
    outside.state.outcome = () => ({ kind: 'unknown', code: 'arrived' })
    await work(leader)
    outside.state.outcome = () => ({ kind: 'sent' })
    await heard(asks('m1'), 'a-later-connection')
    await work(leader)

    expect(outside.state.seen).to.have.length(1)
  })

  it('leaves unconfirmed what a dead process was sending, and finishes what it had not begun to send', async () => {
    await heard(asks('m1', '进度 王小明'))
    await heard(asks('m2', '待办'))
    const dying = (await inbox.claimNext('o1', realClock.now()))!
    const ready = { ...dying, answer: { kind: 'text', markdown: '' } as BotAnswer }
    await inbox.markReady(dying, await inbox.sealAnswer(dying, ready.answer))
    await inbox.markAnswering(ready, { way: 'reply', answeredOn: 't0' })
    await inbox.claimNext('o1', realClock.now()) // m2, and then the process is gone

    const leader = leaderNow()
    await leader.tend()
    await work(leader)
    expect(outside.state.seen.map(({ what }) => what)).to.deep.equal(['目前没有人等待决定。'])
    await inbox.settle(ready, 'answered')
    await heard(asks('m1'), 'a-later-connection')
    await work(leader)
    expect(outside.state.seen, 'the old process has no say any more').to.have.length(2)
  })

  it('waits and tries again when the platform asks it to, and goes by push when the request is over', async () => {
    const leader = leaderNow()
    await leader.tend()
    const outcomes: SendOutcome[] = [
      { kind: 'try-later', code: '45009', afterMs: 60_000 },
      { kind: 'refused', reason: 'spent', code: '846605' },
      { kind: 'sent' },
    ]
    outside.state.outcome = () => outcomes.shift()!
    outside.tell(asks('m1'))
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      await work(leader)
    }
    expect(outcomes).to.have.length(2)

    now += 60_000
    await leader.tend()
    await work(leader)
    expect(outside.state.seen.map(({ way }) => way)).to.deep.equal(['push'])
  })

  it('says sorry after five failures, and does the work once when it fails only once', async () => {
    let failures = 1
    const flaky = {
      ...at.deps,
      memberOf: async (...who: [string, string]) => {
        if (failures-- > 0) throw new Error('store away')
        return at.deps.memberOf(...who)
      },
    }
    await heard(asks('m1', '重发 王小明'))
    const leader = leaderNow()
    await leader.tend()
    await work(leader, flaky)
    now += 2_000
    await work(leader, flaky)
    expect(at.sent).to.have.length(1)

    failures = Infinity
    await heard(asks('m2', '重发 王小明'))
    for (let turn = 0; turn < 6; turn += 1) {
      now += 2_000
      await leader.tend()
      await work(leader, flaky)
    }
    expect(outside.state.seen.map(({ what }) => what).at(-1)).to.equal('现在答不了。')
    expect(at.sent).to.have.length(1)
  })

  it('keeps what was typed sealed', async () => {
    await heard(asks('m1', '重发 王小明'))

    const stored = await connection.collection('botincomings').findOne({})
    expect(stored?._id).to.equal('o1:m1')
    expect(Buffer.from((stored!.sealed as { buffer: Uint8Array }).buffer).toString()).not.to.contain('王')
    expect((await inbox.claimNext('o1', realClock.now()))!.incoming).to.deep.equal(asks('m1', '重发 王小明'))
  })
})
