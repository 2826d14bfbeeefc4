import { expect } from 'chai'
import { localPlatform, type LocalPlatform, type PlatformAnswer } from '../../../test/local-platform.js'
import type { StaffContent } from '../../ports/staff-messenger.js'
import { platformCaller } from '../platform-call.js'
import { appMessages } from './app-messages.js'
import { wecomErrors } from './errors.js'

describe('app messages', () => {
  let platform: LocalPlatform
  const text: StaffContent = { kind: 'text', text: '你好' }
  const answering = async (answer: PlatformAnswer) => {
    platform = await localPlatform(() => answer)
  }
  const messenger = (timeoutMs = 5_000) =>
    appMessages({
      agentId: 1000002,
      client: {
        call: platformCaller({
          platform: 'wecom',
          baseUrl: platform.baseUrl,
          errors: wecomErrors,
          random: () => 0,
          timeoutMs,
          pauseMs: 1,
        }),
      },
    })
  const send = (content: StaffContent, userids = ['li-jing']) => messenger().send({ userids, content })
  const bodyOf = async (content: StaffContent) => {
    await answering({ errcode: 0 })
    await send(content)
    return platform.requests[0]!.body
  }

  afterEach(() => platform?.close())

  it('say of each person what became of it, though WeCom answers in lower case', async () => {
    await answering({ errcode: 0, errmsg: 'ok', invaliduser: 'chen-hao|gone', unlicenseduser: 'zhou-min', msgid: 'm1' })

    const outcome = await send(text, ['Li-Jing', 'Chen-Hao', 'Zhou-Min'])

    expect(outcome).to.deep.include({ kind: 'answered', platformId: 'm1' })
    expect([...(outcome as { people: ReadonlyMap<string, string> }).people]).to.deep.equal([
      ['Li-Jing', 'accepted'],
      ['Chen-Hao', 'unknown-member'],
      ['Zhou-Min', 'unlicensed'],
    ])
  })

  it('carry the app, its people and the duplicate check', async () => {
    expect(await bodyOf(text)).to.deep.equal({
      touser: 'li-jing',
      agentid: 1000002,
      msgtype: 'text',
      text: { content: '你好' },
      enable_duplicate_check: 1,
      duplicate_check_interval: 3_600,
    })
  })

  it('become our outcomes', async () => {
    const cases: [PlatformAnswer, object][] = [
      [{ errcode: 81013 }, { kind: 'refused', reason: 'recipient', code: '81013' }],
      [{ errcode: 43012 }, { kind: 'refused', reason: 'content', code: '43012' }],
      [{ errcode: 45009 }, { kind: 'try-later', code: '45009', afterMs: 60_000 }],
      [{ errcode: 48002 }, { kind: 'refused', reason: 'not-permitted', code: '48002' }],
      ['reset', { kind: 'unknown', code: 'ECONNRESET' }],
    ]
    for (const [answer, outcome] of cases) {
      await answering(answer)
      expect(await send(text)).to.deep.equal(outcome)
      await platform.close()
    }
  })

  it('never go to nobody or to more than a thousand', async () => {
    await answering({ errcode: 0 })

    expect(await send(text, [])).to.include({ kind: 'refused', code: 'userids' })
    expect(
      await send(
        text,
        Array.from({ length: 1001 }, (_, n) => `u${n}`),
      ),
    ).to.include({ kind: 'refused', code: 'userids' })
    expect(platform.requests).to.have.length(0)
  })

  describe('cut what people read to the platform’s limits', () => {
    const long = '长'.repeat(3_000)

    it('in text and markdown by bytes', async () => {
      expect(
        Buffer.byteLength(((await bodyOf({ kind: 'text', text: long })) as { text: { content: string } }).text.content),
      ).to.be.within(2_040, 2_048)
      await platform.close()
      expect(
        Buffer.byteLength(
          ((await bodyOf({ kind: 'markdown', markdown: long })) as { markdown: { content: string } }).markdown.content,
        ),
      ).to.be.within(2_040, 2_048)
    })

    it('in a text card by characters', async () => {
      const { textcard } = (await bodyOf({
        kind: 'text-card',
        title: long,
        description: long,
        url: 'https://x.test/',
        buttonText: '打开看一看',
      })) as { textcard: Record<string, string> }

      expect([textcard.title!.length, textcard.description!.length, textcard.btntxt!.length]).to.deep.equal([
        128, 512, 4,
      ])
    })

    it('in a card, whose kind follows from its buttons', async () => {
      const card = {
        cardId: 'overdue-1',
        title: long,
        description: long,
        text: long,
        rows: Array.from({ length: 9 }, () => ({ label: long, value: long })),
      }
      const { template_card: pressed } = (await bodyOf({
        kind: 'card',
        card: {
          ...card,
          buttons: [
            { text: long, key: 'hold', tone: 'main' },
            { text: '查看', url: 'https://x.test/' },
          ],
        },
      })) as { template_card: Record<string, unknown> }
      await platform.close()
      const { template_card: told } = (await bodyOf({
        kind: 'card',
        card: { ...card, opens: 'https://x.test/', buttons: [] },
      })) as { template_card: Record<string, unknown> }

      expect(pressed).to.include({ card_type: 'button_interaction', task_id: 'overdue-1' })
      expect(pressed.main_title).to.deep.equal({ title: `${'长'.repeat(35)}…`, desc: `${'长'.repeat(43)}…` })
      expect(pressed.horizontal_content_list)
        .to.have.length(6)
        .and.to.deep.include({ keyname: '长长长长…', value: `${'长'.repeat(29)}…` })
      expect(pressed.button_list).to.deep.equal([
        { text: `${'长'.repeat(9)}…`, style: 1, key: 'hold' },
        { text: '查看', style: 4, type: 1, url: 'https://x.test/' },
      ])
      expect(told).to.deep.include({ card_type: 'text_notice', card_action: { type: 1, url: 'https://x.test/' } })
    })

    it('in a notice that opens the mini-program', async () => {
      const { miniprogram_notice: notice } = (await bodyOf({
        kind: 'mini-program-notice',
        appId: 'wx1',
        page: 'pages/a/a?id=1',
        title: long,
        description: long,
        rows: Array.from({ length: 12 }, () => ({ label: long, value: long })),
      })) as { miniprogram_notice: { title: string; content_item: object[] } }

      expect(notice.title).to.have.length(12)
      expect(notice.content_item).to.have.length(10)
    })
  })

  it('refuse what must not be cut and does not fit', async () => {
    await answering({ errcode: 0 })
    const card = { cardId: 'c1', title: 't', buttons: [] }
    const url = `https://x.test/${'a'.repeat(2_048)}`
    const faulty: [StaffContent, string][] = [
      [{ kind: 'text', text: '' }, 'empty'],
      [{ kind: 'text-card', title: 't', description: 'd', url }, 'url'],
      [{ kind: 'card', card: { ...card, cardId: 'with space', opens: 'https://x.test/' } }, 'card-id'],
      [{ kind: 'card', card }, 'opens'],
      [{ kind: 'card', card: { ...card, buttons: [{ text: 'x', key: 'k'.repeat(1_025) }] } }, 'buttons'],
      [
        { kind: 'mini-program-notice', appId: 'a', page: 'p', title: '三个字', description: '够长的说明', rows: [] },
        'title',
      ],
    ]

    for (const [content, code] of faulty)
      expect(await send(content)).to.deep.equal({ kind: 'refused', reason: 'content', code })
    expect(platform.requests).to.have.length(0)
  })

  it('settle a card once; a code that was used is told', async () => {
    await answering({ errcode: 60140 })

    expect(await messenger().settleCard({ userids: ['li-jing'], responseCode: 'rc', text: '已待定' })).to.deep.equal({
      kind: 'refused',
      reason: 'spent',
      code: '60140',
    })
    expect(platform.requests[0]!.body).to.deep.equal({
      userids: ['li-jing'],
      agentid: 1000002,
      response_code: 'rc',
      button: { replace_name: '已待定' },
    })
  })
})
