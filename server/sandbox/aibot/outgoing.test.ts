import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { freshState } from '../core/state.js'
import { createWorld } from '../core/world.js'
import { requireRate } from './outgoing.js'
import { confirmCard, errcodeOf, startBotBench, type BotBench } from '../../../test/bot-bench.js'

const { group } = sandboxCredentials
const minute = 60_000

describe('what the simulated smart bot may say', () => {
  let bench: BotBench

  beforeEach(async () => {
    bench = await startBotBench()
  })
  afterEach(() => bench.end())

  describe('pushing', () => {
    const markdown = { msgtype: 'markdown' as const, markdown: { content: '早上好' } }

    it('goes only where somebody has talked to the bot', async () => {
      const bot1 = await bench.connect()
      const before = await errcodeOf(bot1.client.sendMessage(group.chatId, markdown))
      await bench.asked(bot1)
      await bot1.client.sendMessage(group.chatId, markdown)

      expect(before).to.equal(93006)
      expect(await bench.lastPost()).to.deep.include({ content: '早上好', msgtype: 'markdown' })
      expect(await errcodeOf(bot1.client.sendMessage('nowhere', markdown))).to.equal(93006)
      expect(await errcodeOf(bot1.client.sendMessage('li-jing', markdown))).to.equal(93006)
      expect(await errcodeOf(bot1.client.sendMessage(group.chatId, { ...markdown, chat_type: 1 } as never))).to.equal(
        93006,
      )
      expect(await errcodeOf(bot1.client.sendMessage(group.chatId, { ...markdown, chat_type: 2 } as never))).to.equal(0)
    })

    it('knows a group by its chatid only, letter by letter', async () => {
      const bot1 = await bench.connect()
      await bench.asked(bot1)

      for (const chatid of [group.id, group.name, group.chatId.toLowerCase()])
        expect(await errcodeOf(bot1.client.sendMessage(chatid, markdown)), chatid).to.equal(93006)
      expect(await errcodeOf(bot1.client.sendMessage(group.chatId, markdown))).to.equal(0)
    })

    it('is limited to 30 a minute in a conversation, replies included', async () => {
      const bot1 = await bench.connect()
      const frame = await bench.asked(bot1)
      await bot1.client.reply(frame, markdown)
      const codes: unknown[] = []
      for (let message = 1; message < 31; message += 1)
        codes.push(await errcodeOf(bot1.client.sendMessage(group.chatId, markdown)))
      await bench.sandbox.pass(minute + 1)

      expect(codes).to.deep.equal([...Array<number>(29).fill(0), 45009])
      expect(await errcodeOf(bot1.client.sendMessage(group.chatId, markdown))).to.equal(0)
    })
  })

  it('is limited to 1000 an hour in a conversation, whatever it says elsewhere', () => {
    let now = 0
    const world = createWorld({ state: freshState(0), realNow: () => now, onChange: () => {} })
    const push = (id: string) => requireRate(world, { kind: 'group', id })
    for (let message = 0; message < 1000; message += 1) {
      now += 2_001
      push('a')
    }

    expect(() => push('a'))
      .to.throw()
      .with.property('errcode', 45009)
    expect(() => push('b')).not.to.throw()
    now = 3_600_000 + 2_001
    expect(() => push('a')).not.to.throw()
  })

  describe('refusals', () => {
    const reply = (body: Record<string, unknown>) => async () => {
      const bot1 = await bench.connect()
      return errcodeOf(bot1.client.reply(await bench.asked(bot1), body))
    }
    const card = (change: Record<string, unknown>) =>
      reply({ msgtype: 'template_card', template_card: confirmCard('t', change) })
    const stream = (body: Record<string, unknown>) =>
      reply({ msgtype: 'stream', stream: { id: 's', finish: true, content: 'x', ...body } })
    const button = (change: Record<string, unknown>) => ({ button_list: [{ text: '好', key: 'k', ...change }] })

    for (const [what, attempt, errcode] of [
      ['text', reply({ msgtype: 'text', text: { content: 'x' } }), 40008],
      ['stream and card together', reply({ msgtype: 'stream_with_template_card', stream: { id: 's' } }), 40008],
      ['a picture that cannot have been uploaded', reply({ msgtype: 'image', image: { media_id: 'x' } }), 40007],
      ['no markdown', reply({ msgtype: 'markdown' }), 93017],
      ['20 481 bytes of markdown', reply({ msgtype: 'markdown', markdown: { content: 'a'.repeat(20_481) } }), 40058],
      ['20 481 bytes of a stream', stream({ content: 'a'.repeat(20_481) }), 40058],
      ['a stream without id', stream({ id: '' }), 93017],
      ['pictures in a stream', stream({ msg_item: [] }), 40008],
      ['an unknown kind of card', card({ card_type: 'poem' }), 42017],
      ['a card without task_id', card({ task_id: undefined }), 42014],
      ['a task_id with a space', card({ task_id: 'a b' }), 42014],
      ['a task_id of 129 bytes', card({ task_id: 'a'.repeat(129) }), 42014],
      ['a title of 27 characters', card({ main_title: { title: '字'.repeat(27) } }), 40058],
      ['a description of 31 characters', card({ main_title: { title: 'x', desc: '字'.repeat(31) } }), 40058],
      ['a text of 113 characters', card({ sub_title_text: '字'.repeat(113) }), 40058],
      ['a button that opens a page', card(button({ type: 1, url: 'https://x.example/' })), 40058],
      ['a button with a type', card(button({ type: 0 })), 40058],
      ['a text that greys its buttons', card({ replace_text: '已处理' }), 40058],
      ['links below the buttons', card({ jump_list: [{ type: 1, title: 'x', url: 'https://x.example/' }] }), 40058],
      ['a row that opens a file', card({ horizontal_content_list: [{ type: 2, keyname: 'a', value: 'b' }] }), 40058],
      ['a row that opens nothing', card({ horizontal_content_list: [{ type: 1, keyname: 'a', value: 'b' }] }), 93017],
      ['a card that says nothing', card({ main_title: {} }), 93017],
      [
        'seven rows',
        card({ horizontal_content_list: Array.from({ length: 7 }, () => ({ keyname: 'a', value: 'b' })) }),
        40058,
      ],
      [
        'a row’s name of six characters',
        card({ horizontal_content_list: [{ keyname: '一二三四五六', value: 'b' }] }),
        40058,
      ],
      [
        'a row’s value of 27 characters',
        card({ horizontal_content_list: [{ keyname: '一', value: '字'.repeat(27) }] }),
        40058,
      ],
      ['no buttons', card({ button_list: [] }), 40058],
      [
        'seven buttons',
        card({ button_list: Array.from({ length: 7 }, (_, key) => ({ text: 'x', key: String(key) })) }),
        40058,
      ],
      ['a button of eleven characters', card(button({ text: '一二三四五六七八九十一' })), 42038],
      ['a button without text', card(button({ text: '' })), 42038],
      ['a button without key', card(button({ key: undefined })), 42039],
      ['a key of 1025 bytes', card(button({ key: 'a'.repeat(1025) })), 42039],
      [
        'two buttons with one key',
        card({
          button_list: [
            { text: 'a', key: 'k' },
            { text: 'b', key: 'k' },
          ],
        }),
        42039,
      ],
      ['a card that leads to a page without one', card({ card_action: { type: 1 } }), 42045],
      ['a notice that leads nowhere', card({ card_type: 'text_notice' }), 42045],
      ['four entries of a menu', card({ action_menu: { action_list: [1, 2, 3, 4] } }), 40058],
      [
        'a vote without options',
        card({
          card_type: 'vote_interaction',
          submit_button: { text: '交', key: 'k' },
          checkbox: { question_key: 'q', option_list: [] },
        }),
        40058,
      ],
      [
        'four selections',
        card({ card_type: 'multiple_interaction', submit_button: { text: '交', key: 'k' }, select_list: [1, 2, 3, 4] }),
        40058,
      ],
    ] as const) {
      it(`answers ${errcode} to ${what}, and shows nothing`, async () => {
        expect(await attempt()).to.equal(errcode)
        expect((await bench.posts()).map(({ from }) => from.kind)).to.deep.equal(['member'])
      })
    }

    it('answers a task_id that was used, an unknown req_id, text pushed, uploads and an unknown command', async () => {
      const bot1 = await bench.connect()
      const frame = await bench.asked(bot1)
      await bot1.client.replyTemplateCard(frame, confirmCard('t'))
      const unknown = { headers: { req_id: 'never-was' } }

      expect(await errcodeOf(bot1.client.replyTemplateCard(frame, confirmCard('t')))).to.equal(42014)
      expect(await errcodeOf(bot1.client.replyStream(unknown, 's', 'x', true))).to.equal(846605)
      expect(await errcodeOf(bot1.client.replyWelcome(frame, { msgtype: 'text', text: { content: 'x' } }))).to.equal(
        846605,
      )
      expect(
        await errcodeOf(bot1.client.sendMessage(group.chatId, { msgtype: 'text', text: { content: 'x' } } as never)),
      ).to.equal(40008)
      expect(await errcodeOf(bot1.client.reply(frame, {}, 'aibot_upload_media_init'))).to.equal(48002)
      expect(await errcodeOf(bot1.client.reply(frame, {}, 'aibot_fly'))).to.equal(40066)
    })

    it('takes what the limits just allow', async () => {
      const bot1 = await bench.connect()
      const frame = await bench.asked(bot1)

      expect(await errcodeOf(bot1.client.replyStream(frame, 's', 'a'.repeat(20_480), true))).to.equal(0)
      expect(
        await errcodeOf(
          bot1.client.replyTemplateCard(
            frame,
            confirmCard('a'.repeat(128), {
              main_title: { title: '字'.repeat(26), desc: '字'.repeat(30) },
              sub_title_text: '字'.repeat(112),
              horizontal_content_list: Array.from({ length: 6 }, () => ({
                keyname: '一二三四五',
                type: 1,
                url: 'https://x.example/',
                value: '字'.repeat(26),
              })),
              button_list: Array.from({ length: 6 }, (_, key) => ({ text: '一二三四五六七八九十', key: String(key) })),
            }),
          ),
        ),
      ).to.equal(0)
    })
  })
})
