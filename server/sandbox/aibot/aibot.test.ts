import type { WsFrame } from '@wecom/aibot-node-sdk'
import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { GroupPost, PlatformCall } from '../../../shared/contracts/sandbox.js'
import { confirmCard, errcodeOf, startBotBench, until, type BotBench } from '../../../test/bot-bench.js'

const {
  wecom: { bot },
  group,
} = sandboxCredentials
const minute = 60_000

describe('the simulated smart bot', () => {
  let bench: BotBench

  beforeEach(async () => {
    bench = await startBotBench()
  })
  afterEach(() => bench.end())

  it('hears a mention at any place, and finds it where it was typed', async () => {
    const bot1 = await bench.connect()
    for (const content of ['进度 QTDZ @小招', '@李静 @小招 进度 QTDZ', '婉拒 QTDZ @小招 不合适']) {
      const frame = await bench.asked(bot1, content)
      expect((frame.body as { text: { content: string } }).text.content).to.equal(content)
    }
  })

  it('hears only what mentions it, with the mention, who wrote and where', async () => {
    const { heard } = await bench.connect()
    await bench.say('大家好')
    await bench.say('@小招 今日', 'zhou-min')
    await until('the question', () => heard.length > 0)

    expect(heard).to.have.length(1)
    expect(heard[0]!.cmd).to.equal('aibot_msg_callback')
    expect(heard[0]!.body).to.have.all.keys('msgid', 'aibotid', 'chatid', 'chattype', 'from', 'msgtype', 'text')
    expect(heard[0]!.body).to.deep.include({
      aibotid: bot.id,
      chatid: group.chatId,
      chattype: 'group',
      from: { userid: 'zhou-min' },
      msgtype: 'text',
      text: { content: '@小招 今日' },
    })
  })

  it('shows a stream as one post that grows to its last text', async () => {
    const bot1 = await bench.connect()
    const frame = await bench.asked(bot1)
    await bot1.client.replyStream(frame, 's1', '正在查', false)
    const growing = await bench.lastPost()
    await bot1.client.replyStream(frame, 's1', '正在查：3 人', true)

    expect(growing).to.deep.include({ content: '正在查', msgtype: 'stream', from: { kind: 'bot', name: '小招' } })
    expect(await bench.posts()).to.have.length(2)
    expect(await bench.lastPost()).to.deep.equal({ ...growing, content: '正在查：3 人' })
    expect(await errcodeOf(bot1.client.replyStream(frame, 's1', '还有', true))).to.equal(846608)
  })

  it('ends a stream after ten minutes, and forgets a question after a day', async () => {
    const bot1 = await bench.connect()
    const frame = await bench.asked(bot1)
    await bot1.client.replyStream(frame, 's1', '…', false)
    await bench.sandbox.pass(10 * minute)
    const inTime = await errcodeOf(bot1.client.replyStream(frame, 's1', '……', false))
    await bench.sandbox.pass(minute)

    expect(inTime).to.equal(0)
    expect(await errcodeOf(bot1.client.replyStream(frame, 's1', '完', true))).to.equal(846608)
    expect(await errcodeOf(bot1.client.reply(frame, { msgtype: 'markdown', markdown: { content: '完' } }))).to.equal(0)
    await bench.sandbox.pass(24 * 60 * minute)
    expect(await errcodeOf(bot1.client.reply(frame, { msgtype: 'markdown', markdown: { content: '晚了' } }))).to.equal(
      846605,
    )
  })

  it('calls back a card’s button and shows the form that the bot answers with', async () => {
    const bot1 = await bench.connect()
    const frame = await bench.asked(bot1)
    await bot1.client.replyTemplateCard(frame, confirmCard('resend-1'))
    const before = await bench.lastPost()
    await bench.tap('confirm', 'zhou-min')
    await until('the press', () => bot1.heard.length > 1)
    const press = bot1.heard[1]!
    await bot1.client.updateTemplateCard(press, {
      ...confirmCard('resend-1', { main_title: { title: '已重发 2 人' } }),
      button_list: [{ text: '已确认', style: 2, key: 'done' }],
    })

    expect(before.card).to.deep.include({
      title: '确认重发？',
      description: '2 人',
      taskId: 'resend-1',
      cardType: 'button_interaction',
    })
    expect(before.card!.buttons).to.deep.equal([
      { text: '确认', style: 1, key: 'confirm' },
      { text: '取消', style: 2, key: 'cancel' },
    ])
    expect(press.cmd).to.equal('aibot_event_callback')
    expect(press.body).to.deep.include({ msgtype: 'event', from: { userid: 'zhou-min' }, chatid: group.chatId })
    expect(press.body).to.deep.nested.include({
      'event.eventtype': 'template_card_event',
      'event.template_card_event': { card_type: 'button_interaction', event_key: 'confirm', task_id: 'resend-1' },
    })
    expect((await bench.lastPost()).card).to.deep.include({
      title: '已重发 2 人',
      buttons: [{ text: '已确认', style: 2, key: 'done' }],
    })
    expect(await bench.tap('cancel', 'li-jing')).to.have.nested.property('error.code', 'no-such-button')
  })

  it('counts one press of each member until the card changes', async () => {
    const bot1 = await bench.connect()
    await bot1.client.replyTemplateCard(await bench.asked(bot1), confirmCard('t'))
    await bench.tap('confirm', 'zhou-min')

    expect(await bench.tap('cancel', 'zhou-min')).to.have.nested.property('error.code', 'already-pressed')
    expect(await bench.tap('confirm', 'chen-hao')).to.equal(undefined)
    expect(await bench.tap('explode', 'li-jing')).to.have.nested.property('error.code', 'no-such-button')
    expect(await bench.tap('confirm', 'sun-tao')).to.have.nested.property('error.code', 'not-a-member')
    expect(await bench.tap('confirm', 'li-jing', 'no-post')).to.have.nested.property('error.code', 'not-found')
  })

  it('changes a card for one member only when the bot says so', async () => {
    const bot1 = await bench.connect()
    await bot1.client.replyTemplateCard(await bench.asked(bot1), confirmCard('t'))
    await bench.tap('confirm', 'zhou-min')
    await until('the press', () => bot1.heard.length > 1)
    await bot1.client.updateTemplateCard(bot1.heard[1]!, confirmCard('t', { main_title: { title: '你已确认' } }), [
      'zhou-min',
    ])

    expect((await bench.lastPost()).card!.title).to.equal('确认重发？')
    expect((await bench.lastPost('zhou-min')).card!.title).to.equal('你已确认')
  })

  it('refuses an update after five seconds, a second one, and one of another card', async () => {
    const bot1 = await bench.connect()
    await bot1.client.replyTemplateCard(await bench.asked(bot1), confirmCard('t'))
    await bench.tap('confirm', 'zhou-min')
    await bench.tap('confirm', 'li-jing')
    await until('two presses', () => bot1.heard.length > 2)
    const [, first, second] = bot1.heard as [WsFrame, WsFrame, WsFrame]
    const update = (frame: WsFrame, taskId: string) =>
      errcodeOf(bot1.client.updateTemplateCard(frame, confirmCard(taskId)))

    expect(await update(first, 'other')).to.equal(42016)
    expect(
      await errcodeOf(
        bot1.client.reply(first, { response_type: 'x', template_card: confirmCard('t') }, 'aibot_respond_update_msg'),
      ),
    ).to.equal(93050)
    expect(await update(first, 't')).to.equal(0)
    expect(await update(first, 't')).to.equal(846605)
    await bench.sandbox.pass(5_001)
    expect(await update(second, 't')).to.equal(846605)
  })

  it('lets a member press again when the bot left the press unanswered for five seconds', async () => {
    const bot1 = await bench.connect()
    await bot1.client.replyTemplateCard(await bench.asked(bot1), confirmCard('t'))
    await bench.tap('confirm', 'zhou-min')
    await bench.sandbox.pass(5_000)
    const atOnce = await bench.tap('confirm', 'zhou-min')
    await bench.sandbox.pass(1)

    expect(atOnce).to.have.nested.property('error.code', 'already-pressed')
    expect(await bench.tap('confirm', 'zhou-min')).to.equal(undefined)
    await until('both presses', () => bot1.heard.length === 3)
  })

  it('does not count a press while nobody is connected', async () => {
    const bot1 = await bench.connect()
    await bot1.client.replyTemplateCard(await bench.asked(bot1), confirmCard('t'))
    bot1.client.disconnect()
    await until(
      'the bot is away',
      async () => !(await bench.sandbox.get<{ connected: boolean }>('/api/aibot')).connected,
    )

    expect(await bench.tap('confirm', 'zhou-min')).to.have.nested.property('error.code', 'bot-away')
    const bot2 = await bench.connect()
    expect(await bench.tap('confirm', 'zhou-min')).to.equal(undefined)
    await until('the press', () => bot2.heard.length > 0)
  })

  describe('the single chat', () => {
    const chat = () => bench.sandbox.get<GroupPost[]>('/api/members/li-jing/bot')

    it('welcomes once a day within five seconds, with text', async () => {
      const bot1 = await bench.connect()
      await bench.sandbox.post('/api/members/li-jing/bot/open')
      await bench.sandbox.post('/api/members/li-jing/bot/open')
      await until('enter_chat', () => bot1.heard.length > 0)
      const [entered] = bot1.heard as [WsFrame]
      await bot1.client.replyWelcome(entered, { msgtype: 'text', text: { content: '你好' } })

      expect(bot1.heard).to.have.length(1)
      expect(entered.body).to.have.nested.property('event.eventtype', 'enter_chat')
      expect((await chat()).map(({ content }) => content)).to.deep.equal(['你好'])
      await bench.sandbox.pass(24 * 60 * minute)
      await bench.sandbox.post('/api/members/li-jing/bot/open')
      await until('the next day', () => bot1.heard.length > 1)
      await bench.sandbox.pass(5_001)
      expect(
        await errcodeOf(bot1.client.replyWelcome(bot1.heard[1]!, { msgtype: 'text', text: { content: '晚了' } })),
      ).to.equal(846605)
    })

    it('needs no mention, and has cards with buttons too', async () => {
      const bot1 = await bench.connect()
      await bench.sandbox.post('/api/members/li-jing/bot', { content: '今日' })
      await until('the question', () => bot1.heard.some(({ cmd }) => cmd === 'aibot_msg_callback'))
      const frame = bot1.heard.find(({ cmd }) => cmd === 'aibot_msg_callback')!
      await bot1.client.replyTemplateCard(frame, confirmCard('t'))
      await bench.sandbox.post('/api/members/li-jing/bot/tap', { postId: (await chat()).at(-1)!.id, key: 'confirm' })
      await until('the press', () =>
        bot1.heard.some(
          ({ body }) => (body as { event?: { eventtype: string } }).event?.eventtype === 'template_card_event',
        ),
      )

      expect(frame.body).to.include({ chattype: 'single' }).and.not.to.have.property('chatid')
      expect(await bench.posts()).to.deep.equal([])
    })
  })

  describe('faults', () => {
    const fault = (name: string, times = 1) =>
      bench.sandbox.post('/api/faults', { fault: name, on: true, endpoint: 'aibot_respond_msg', times })
    const reply = async (name: string) => {
      const bot1 = await bench.connect()
      const frame = await bench.asked(bot1)
      await fault(name)
      const sent = errcodeOf(bot1.client.reply(frame, { msgtype: 'markdown', markdown: { content: 'x' } }))
      return { bot1, sent }
    }

    for (const [name, errcode] of [
      ['busy', -1],
      ['rate-limited', 45009],
    ] as const) {
      it(`answers ${errcode} when it is ${name}`, async () => {
        const { sent } = await reply(name)

        expect(await sent).to.equal(errcode)
        expect(await bench.posts()).to.have.length(1)
      })
    }

    for (const [name, arrives] of [
      ['timeout-before', 1],
      ['timeout-after', 2],
    ] as const) {
      it(`says nothing at ${name}`, async () => {
        await reply(name)
        await until('the call', async () =>
          (await bench.sandbox.get<PlatformCall[]>('/api/calls')).some(({ errcode }) => errcode === 'unanswered'),
        )

        expect(await bench.posts()).to.have.length(arrives)
      })
    }

    it('leaves heartbeat and subscribe alone unless it names them', async () => {
      await bench.sandbox.post('/api/faults', { fault: 'busy', on: true })
      const { client } = await bench.connect()

      expect(client.isConnected).to.equal(true)
    })
  })

  it('is logged without what was said', async () => {
    const bot1 = await bench.connect()
    await bot1.client.reply(await bench.asked(bot1), { msgtype: 'markdown', markdown: { content: '王小明' } })
    const calls = await bench.sandbox.get<PlatformCall[]>('/api/calls')

    expect(calls.map(({ endpoint }) => endpoint)).to.deep.equal([
      '/aibot/aibot_subscribe',
      '/aibot/aibot_msg_callback',
      '/aibot/aibot_respond_msg',
    ])
    expect(JSON.stringify(calls)).not.to.include('王小明')
  })
})
