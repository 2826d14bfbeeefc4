import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { startBotBench, until, type BotBench } from '../../../test/bot-bench.js'
import type { BotAnswer, BotConnection, Incoming } from '../../ports/group-bot.js'
import { incomingIn } from './bot-frames.js'
import { conversationBudget } from './conversation-budget.js'
import { smartBot } from './smart-bot.js'

const {
  wecom: { bot },
  group,
} = sandboxCredentials
const chat = { kind: 'group', id: group.chatId } as const
const said = (markdown: string): BotAnswer => ({ kind: 'text', markdown })
const card = (cardId: string): BotAnswer => ({
  kind: 'card',
  card: {
    cardId,
    title: '重发 2 人，确认吗？',
    description: '5 分钟内有效',
    text: '王*明 A7K2',
    rows: [{ label: '去安排', value: '时间和地点', opens: 'http://localhost:7300/console/' }],
    buttons: [
      { text: '确认', key: 'confirm', tone: 'main' },
      { text: '取消', key: 'cancel' },
    ],
  },
})

describe('the smart bot’s long connection', () => {
  let bench: BotBench
  let logged: string
  let open: BotConnection[]
  let elapsed: number

  beforeEach(async () => {
    bench = await startBotBench()
    logged = ''
    open = []
    elapsed = 0
  })
  afterEach(async () => {
    for (const one of open) one.close()
    await bench.end()
  })

  async function connect(secret: string = bot.secret) {
    const [heard, events]: [Incoming[], string[]] = [[], []]
    const note = (fields: object, text: string) => {
      logged += `${JSON.stringify(fields)} ${text}\n`
    }
    const clock = { now: () => new Date(1_790_000_000_000) }
    const connection = smartBot({
      ...bot,
      secret,
      wsUrl: bench.wsUrl,
      clock,
      elapsedMs: () => elapsed,
      log: { info: note, warn: note },
    }).connect({
      received: (incoming) => heard.push(incoming),
      opened: () => events.push('opened'),
      lost: (why) => events.push(why),
    })
    open.push(connection)
    if (secret === bot.secret) await until('the bot to connect', () => connection.isOpen())
    return { connection, heard, events }
  }
  async function asked(heard: Incoming[], text: string): Promise<Incoming> {
    await bench.say(text)
    await until('the question', () => heard.some(({ what }) => what.kind === 'text' && what.text.includes(text)))
    return heard.find(({ what }) => what.kind === 'text' && what.text.includes(text))!
  }

  it('answers a question on its own request', async () => {
    const { connection, heard } = await connect()
    const question = await asked(heard, '@小招 今日')

    expect(question).to.deep.include({ chat, userid: 'li-jing', what: { kind: 'text', text: '@小招 今日' } })
    expect(connection.wayFor(question.msgid, said('今天'))).to.equal('reply')
    expect(await connection.reply(question, said('今天：邀请 2'))).to.deep.equal({ kind: 'sent' })
    expect((await bench.lastPost()).content).to.equal('今天：邀请 2')
  })

  it('shows a card, hears its button, and settles it in time', async () => {
    const { connection, heard } = await connect()
    await connection.reply(await asked(heard, '@小招 重发'), card('confirm-1'))
    await bench.tap('confirm', 'li-jing')
    await until('the press', () => heard.length === 2)

    expect(heard[1]!.what).to.deep.equal({ kind: 'press', cardId: 'confirm-1', key: 'confirm' })
    const settled: BotAnswer = {
      kind: 'settled',
      card: { cardId: 'confirm-1', title: '重发 2 人', text: '已重发 2 人。' },
    }
    expect(connection.wayFor(heard[1]!.msgid, settled)).to.equal('reply')
    expect(await connection.reply(heard[1]!, settled)).to.deep.equal({ kind: 'sent' })
    const { card: shown } = await bench.lastPost()
    expect(shown!.text).to.equal('已重发 2 人。')
    expect(shown!.buttons.map(({ text, key }) => [text, key])).to.deep.equal([['已处理', 'settled']])
  })

  it('tells beside the card what is too long for it, whole, and before it ends the buttons', async () => {
    const { connection, heard } = await connect()
    await connection.reply(await asked(heard, '@小招 重发'), card('confirm-1'))
    const { id } = await bench.lastPost()
    await bench.tap('confirm', 'li-jing')
    await until('the press', () => heard.length === 2)
    const text = `${'已重新发送给 王*明 A7K2。\n'.repeat(8)}没有送出：李* B3T9。`

    expect(
      await connection.reply(heard[1]!, { kind: 'settled', card: { cardId: 'confirm-1', title: '重发 9 人', text } }),
    ).to.deep.equal({ kind: 'sent' })
    expect((await bench.lastPost()).content).to.equal(`**重发 9 人**\n${text}`)
    const { card: shown } = (await bench.posts()).find((post) => post.id === id)!
    expect(shown!.buttons[0]!.text).to.equal('已处理')
    expect(shown!.text).to.equal(`${'已重新发送给 王*明 A7K2。\n'.repeat(6)}…`)
  })

  it('puts more than a bot’s card holds on none: whatever is long is cut by us, and a link is a row', async () => {
    const { connection, heard } = await connect()
    const long: BotAnswer = {
      kind: 'card',
      card: {
        cardId: 'long-1',
        title: '字'.repeat(40),
        description: '字'.repeat(40),
        text: '字'.repeat(170),
        rows: Array.from({ length: 8 }, () => ({ label: '一二三四五六七', value: '字'.repeat(40) })),
        buttons: Array.from({ length: 8 }, (_, index) => ({ text: '一二三四五六七八九十零一', key: `k${index}` })),
      },
    }

    expect(await connection.reply(await asked(heard, '@小招 重发'), long)).to.deep.equal({ kind: 'sent' })
    await connection.reply(await asked(heard, '@小招 再来'), card('confirm-2'))
    expect((await bench.lastPost()).card!.rows).to.deep.equal([
      { label: '去安排', value: '时间和地点', opens: 'http://localhost:7300/console/' },
    ])
  })

  it('knows when it is too late to change a card, and pushes instead', async () => {
    const { connection, heard } = await connect()
    await connection.reply(await asked(heard, '@小招 重发'), card('confirm-1'))
    await bench.tap('confirm', 'li-jing')
    await until('the press', () => heard.length === 2)
    const settled: BotAnswer = {
      kind: 'settled',
      card: { cardId: 'confirm-1', title: '重发 2 人', text: '已重发 2 人。' },
    }

    elapsed = 4_500
    expect(connection.wayFor(heard[1]!.msgid, settled)).to.equal('push')
    await connection.push(chat, settled)
    expect((await bench.lastPost()).content).to.equal('**重发 2 人**\n已重发 2 人。')
  })

  it('says what the platform’s answer means for sending again', async () => {
    const { connection, heard } = await connect()
    const question = await asked(heard, '@小招 今日')

    await bench.sandbox.post('/api/faults', { fault: 'rate-limited', on: true, times: 1, endpoint: 'aibot_respond' })
    expect(await connection.reply(question, said('一'))).to.deep.equal({
      kind: 'try-later',
      code: '45009',
      afterMs: 60_000,
    })
    await bench.sandbox.post('/api/faults', { fault: 'busy', on: true, times: 1, endpoint: 'aibot_respond' })
    expect(await connection.reply(question, said('一'))).to.include({ kind: 'try-later', code: '-1' })
    expect(await connection.push({ kind: 'group', id: group.id }, said('一'))).to.include({
      kind: 'refused',
      reason: 'recipient',
      code: '93006',
    })
    expect(await connection.reply({ msgid: 'never-heard', chat }, said('一'))).to.include({
      kind: 'refused',
      code: 'request-unknown',
    })
  })

  it('says unknown when the answer was lost, and try later when nothing went out', async () => {
    const { connection, heard } = await connect()
    const question = await asked(heard, '@小招 今日')

    await bench.sandbox.post('/api/faults', { fault: 'timeout-after', on: true, times: 1, endpoint: 'aibot_respond' })
    expect(await connection.reply(question, said('一'))).to.deep.equal({ kind: 'unknown', code: 'no-answer' })
    connection.close()
    expect(await connection.reply(question, said('一'))).to.include({ kind: 'try-later', code: 'not-connected' })
  }).timeout(8_000)

  it('stops when a newer connection takes its place, and does not come back', async () => {
    const first = await connect()
    const second = await connect()
    await until('the first to be told', () => first.events.includes('replaced'))

    expect(first.connection.isOpen()).to.equal(false)
    expect(second.connection.isOpen()).to.equal(true)
  })

  it('connects again when the line was cut, and hears again what nobody answered', async () => {
    const { connection, heard, events } = await connect()
    const question = await asked(heard, '@小招 今日')
    await bench.sandbox.post('/api/aibot/cut')
    await until('the second delivery', () => heard.length === 2)

    expect(events).to.deep.equal(['opened', 'opened'])
    expect(heard[1]!.msgid).to.equal(question.msgid)
    expect(await connection.reply(heard[1]!, said('今天'))).to.deep.equal({ kind: 'sent' })
  }).timeout(8_000)

  it('keeps under thirty a minute in a conversation by itself', async () => {
    const { connection, heard } = await connect()
    await asked(heard, '@小招 今日')
    const outcomes = await Promise.all(
      Array.from({ length: 31 }, (_, index) => connection.push(chat, said(String(index)))),
    )

    expect(outcomes.filter(({ kind }) => kind === 'sent')).to.have.length(30)
    expect(outcomes.at(-1)).to.deep.equal({ kind: 'try-later', code: 'own-budget', afterMs: 60_000 })
  })

  it('logs neither what was said nor the secret', async () => {
    const { connection, heard } = await connect()
    await connection.reply(await asked(heard, '@小招 重发 王小明'), said('已重新发送给 王*明'))
    await bench.sandbox.post('/api/aibot/cut')
    await until('a line in the log', () => logged.includes('again'))

    for (const secret of ['王', bot.secret]) expect(logged).not.to.contain(secret)
  })
})

describe('what a frame of the bot says', () => {
  const from = { msgid: 'm1', from: { userid: 'li-jing' }, chattype: 'group', chatid: 'g1' }

  it('reads the data of a card nested and flat', () => {
    const data = { task_id: 't1', event_key: 'confirm' }
    for (const event of [
      { eventtype: 'template_card_event', template_card_event: data },
      { eventtype: 'template_card_event', ...data },
    ]) {
      expect(incomingIn({ ...from, msgtype: 'event', event })!.what).to.deep.equal({
        kind: 'press',
        cardId: 't1',
        key: 'confirm',
      })
    }
  })

  it('takes a member’s id for the chat where there is no group', () => {
    expect(
      incomingIn({
        msgid: 'm1',
        from: { userid: 'li-jing' },
        chattype: 'single',
        msgtype: 'text',
        text: { content: '今日' },
      })!.chat,
    ).to.deep.equal({ kind: 'single', id: 'li-jing' })
  })

  it('reads texts of pictures with words, and knows that a picture is none', () => {
    expect(
      incomingIn({
        ...from,
        msgtype: 'mixed',
        mixed: { msg_item: [{ msgtype: 'text', text: { content: '@小招 今日' } }, { msgtype: 'image' }] },
      })!.what,
    ).to.deep.equal({ kind: 'text', text: '@小招 今日' })
    expect(incomingIn({ ...from, msgtype: 'image', image: {} })!.what).to.deep.equal({ kind: 'other' })
  })

  for (const broken of [
    undefined,
    {},
    { msgid: 'm1' },
    { ...from, chatid: undefined },
    { ...from, msgtype: 'event', event: { eventtype: 'feedback_event' } },
  ]) {
    it(`overlooks ${JSON.stringify(broken)}`, () => {
      expect(incomingIn(broken)).to.equal(undefined)
    })
  }
})

describe('the budget of a conversation', () => {
  it('is 30 a minute and 1 000 an hour, each chat for itself', () => {
    let now = 0
    const budget = conversationBudget({ now: () => new Date(now) })
    let sent = 0
    for (; sent < 1_000; sent += 1) {
      if (sent % 30 === 0) now += 60_000
      expect(budget.waitMs('a')).to.equal(0)
    }

    expect(budget.waitMs('a')).to.equal(60_000 + 3_600_000 - now)
    expect(budget.waitMs('b')).to.equal(0)
  })
})
