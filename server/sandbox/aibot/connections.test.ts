import { once } from 'node:events'
import { expect } from 'chai'
import { WebSocket } from 'ws'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { startBotBench, until, type BotBench } from '../../../test/bot-bench.js'

const {
  wecom: { bot },
} = sandboxCredentials
const minute = 60_000

describe('the long connection of the simulated smart bot', () => {
  let bench: BotBench

  beforeEach(async () => {
    bench = await startBotBench()
  })
  afterEach(() => bench.end())

  describe('one connection', () => {
    it('kicks the older, which is told and does not come back', async () => {
      const older = await bench.connect({ maxReconnectAttempts: 5 })
      let disconnections = 0
      older.client.on('event.disconnected_event', () => {
        disconnections += 1
      })
      const newer = await bench.connect()
      await until('the kick', () => disconnections === 1)
      const frame = await bench.asked(newer)

      expect(older.client.isConnected).to.equal(false)
      expect(older.heard.filter(({ cmd }) => cmd === 'aibot_msg_callback')).to.deep.equal([])
      expect(frame.body).to.have.nested.property('text.content', '@小招 今日')
    })

    it('is refused with a wrong secret and for another bot', async () => {
      for (const wrong of [{ bot_id: bot.id, secret: 'guess' }, { bot_id: 'other', secret: bot.secret }, {}]) {
        const ack = await raw({ cmd: 'aibot_subscribe', headers: { req_id: 'r1' }, body: wrong })
        expect(ack).to.deep.include({ errcode: 40001, headers: { req_id: 'r1' } })
      }
    })

    it('is refused everything before it has subscribed', async () => {
      for (const cmd of ['ping', 'aibot_send_msg', 'aibot_respond_msg']) {
        expect(await raw({ cmd, headers: { req_id: 'r1' }, body: {} }), cmd).to.include({ errcode: 40001 })
      }
    })

    it('is told about frames that are none', async () => {
      expect(await raw('no json')).to.include({ errcode: 47001 })
      expect(await raw({ cmd: 'ping' })).to.include({ errcode: 47001 })
    })

    it('answers pings, and drops who says nothing', async () => {
      await bench.end()
      bench = await startBotBench({ timing: { silenceMs: 250 } })
      const lively = await bench.connect({ heartbeatInterval: 50 })
      const silentOne = new WebSocket(bench.wsUrl)
      await once(silentOne, 'close')

      expect(lively.client.isConnected).to.equal(true)
    })

    it('is only for this machine', async () => {
      for (const headers of [{ host: 'evil.example' }, { origin: 'https://evil.example' }]) {
        const [error] = (await once(new WebSocket(bench.wsUrl, { headers }), 'error')) as [Error]
        expect(error, JSON.stringify(headers)).to.be.instanceOf(Error)
      }
    })

    it('ends when the sandbox ends', async () => {
      const { client } = await bench.connect()
      await bench.restartSandbox()
      await until('the end', () => !client.isConnected)
    })

    async function raw(frame: unknown): Promise<Record<string, unknown>> {
      const socket = new WebSocket(bench.wsUrl)
      await once(socket, 'open')
      socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
      const [data] = (await once(socket, 'message')) as [Buffer]
      socket.terminate()
      return JSON.parse(data.toString()) as Record<string, unknown>
    }
  })

  describe('when nobody is there', () => {
    it('keeps questions for ten minutes and asks them at the next subscribe', async () => {
      await bench.say('@小招 早')
      await bench.sandbox.pass(8 * minute)
      await bench.say('@小招 今日')
      await bench.sandbox.pass(3 * minute)
      const { heard } = await bench.connect()
      await until('the question', () => heard.length > 0)

      expect(heard.map(({ body }) => (body as { text: { content: string } }).text.content)).to.deep.equal([
        '@小招 今日',
      ])
    })

    it('asks again, with the same msgid, what a connection died over without a reply', async () => {
      const first = await bench.connect()
      const answered = await bench.asked(first, '@小招 一')
      await first.client.reply(answered, { msgtype: 'markdown', markdown: { content: '一' } })
      const open = await bench.asked(first, '@小招 二')
      await bench.sandbox.post('/api/aibot/cut')
      const second = await bench.connect()
      await until('the question again', () => second.heard.length > 0)

      expect(second.heard.map(({ body }) => (body as { msgid: string }).msgid)).to.deep.equal([
        (open.body as { msgid: string }).msgid,
      ])
      expect(second.heard[0]!.headers.req_id).not.to.equal(open.headers.req_id)
      await second.client.reply(second.heard[0]!, { msgtype: 'markdown', markdown: { content: '二' } })
      const third = await bench.connect()
      await bench.asked(third, '@小招 三')
      expect(third.heard).to.have.length(1)
    })

    it('takes three open questions of a member, and says when it does not take a fourth', async () => {
      const told = [
        await bench.say('@小招 1'),
        await bench.say('@小招 2'),
        await bench.say('@小招 3'),
        await bench.say('@小招 4'),
        await bench.say('@小招 5', 'zhou-min'),
      ]
      const { heard } = await bench.connect()
      await until('four questions', () => heard.length === 4)

      expect(told.map(({ refused }) => refused)).to.deep.equal([
        undefined,
        undefined,
        undefined,
        'too-many-pending',
        undefined,
      ])
    })

    it('survives a restart of the sandbox', async () => {
      await bench.say('@小招 今日')
      await bench.restartSandbox()
      const { heard } = await bench.connect()
      await until('the question', () => heard.length === 1)
    })
  })
})
