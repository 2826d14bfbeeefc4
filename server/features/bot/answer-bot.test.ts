import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { botSetup, type BotSetup } from '../../../test/builders/bot.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { leaseStore, type LeaseStore } from '../../mongo/lease-store.js'
import type { BotAnswer, BotListeners, GroupBot, Incoming } from '../../ports/group-bot.js'
import type { SendOutcome } from '../../ports/messenger.js'
import { answerBot, botInboxStore, botLeader, groupCardsByBot, type BotLeader } from './index.js'

type Inbox = ReturnType<typeof botInboxStore>
const chat = { id: 'g1', kind: 'group' } as const
const asks = (msgid: string, text = '进度 王小明'): Incoming => ({
  msgid,
  chat,
  userid: 'li-jing',
  what: { kind: 'text', text },
})
const textOf = (answer: BotAnswer) => (answer.kind === 'text' ? answer.markdown.split('\n')[0]! : answer.card.title)

/** A platform with one connection a bot, which remembers what was answered. */
function platform() {
  const seen: { way: 'reply' | 'push'; what: string; msgid?: string }[] = []
  const state = {
    seen,
    outcome: (): SendOutcome => ({ kind: 'sent' }),
    connections: [] as { listeners: BotListeners; open: boolean; requests: Set<string> }[],
  }
  const bot: GroupBot = {
    connect(listeners) {
      const mine = { listeners, open: true, requests: new Set<string>() }
      state.connections
        .filter(({ open }) => open)
        .forEach((older) => {
          older.open = false
          older.listeners.lost('replaced')
        })
      state.connections.push(mine)
      queueMicrotask(() => listeners.opened())
      const send = async (way: 'reply' | 'push', answer: BotAnswer, msgid?: string): Promise<SendOutcome> => {
        if (!mine.open) return { kind: 'unknown', code: 'cut' }
        const outcome = state.outcome()
        if (outcome.kind === 'sent' || (outcome.kind === 'unknown' && outcome.code === 'arrived'))
          seen.push({ way, what: textOf(answer), ...(msgid && { msgid }) })
        return outcome
      }
      return {
        isOpen: () => mine.open,
        wayFor: (msgid) => (mine.requests.has(msgid) ? 'reply' : 'push'),
        reply: ({ msgid }, answer) => send('reply', answer, msgid),
        push: (_chat, answer) => send('push', answer),
        close: () => {
          mine.open = false
        },
      }
    },
  }
  return {
    bot,
    state,
    tell(incoming: Incoming) {
      const open = state.connections.find((one) => one.open)!
      open.requests.add(incoming.msgid)
      open.listeners.received(incoming)
    },
  }
}

describe('answering what came in', () => {
  let at: BotSetup
  let connection: Connection
  let inbox: Inbox
  let leases: LeaseStore
  let now: number
  let outside: ReturnType<typeof platform>
  let leaders: BotLeader[]
  let tokens = 0

  beforeEach(async () => {
    at = await botSetup()
    await at.person('王小明')
    connection = await testStore()
    inbox = botInboxStore(connection, testVault(connection))
    leases = leaseStore(connection)
    await Promise.all([inbox.ready(), leases.ready()])
    now = Date.parse('2026-11-22T02:00:00Z')
    outside = platform()
    leaders = []
  })
  afterEach(() => Promise.all(leaders.map((leader) => leader.stop())))

  const realClock = { now: () => new Date(now) }
  const log = { info() {}, error() {} }
  function leaderNow(): BotLeader {
    const leader = botLeader({
      orgId: 'o1',
      bot: outside.bot,
      leases,
      inbox,
      realClock,
      wake: () => {},
      log,
      randomToken: () => `t${(tokens += 1)}`,
    })
    leaders.push(leader)
    return leader
  }
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
    await inbox.markReady(dying, await inbox.sealAnswer('o1', ready.answer))
    await inbox.markAnswering(ready, { way: 'reply', answeredOn: 't0' })
    await inbox.claimNext('o1', realClock.now()) // m2, and then the process is gone

    const leader = leaderNow()
    await leader.tend()
    await work(leader)
    expect(outside.state.seen.map(({ what }) => what)).to.deep.equal(['目前没有人在等你们决定。'])
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

describe('a card for the group', () => {
  const card = { cardId: 'c1', title: '报告已生成', text: '', buttons: [] }
  const cards = (pushed: SendOutcome | undefined) =>
    groupCardsByBot({ line: () => (pushed ? ({} as never) : undefined), push: () => pushed && Promise.resolve(pushed) })

  it('goes by the bot that leads, with what came of it', async () => {
    for (const outcome of [{ kind: 'sent' }, { kind: 'unknown', code: 'no-answer' }] as const) {
      expect(cards(outcome).isReady()).to.equal(true)
      expect(await cards(outcome).send({ groupId: 'g1', card })).to.deep.equal(outcome)
    }
  })

  it('is refused where nobody leads any more: nothing arrived', async () => {
    expect(cards(undefined).isReady()).to.equal(false)
    expect(await cards(undefined).send({ groupId: 'g1', card })).to.include({ kind: 'refused' })
  })
})
