import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { MemberMessage } from '../../../shared/contracts/sandbox.js'
import { confirmCard } from '../../../test/bot-bench.js'
import { startFakeProduct, type FakeProduct } from '../../../test/fake-product.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const {
  wecom: { corpId, appSecret, agentId },
  wechat,
} = sandboxCredentials
const hour = 3_600_000

type Reply = Record<string, unknown>

describe('app messages of the simulated WeCom', () => {
  let sandbox: TestSandbox
  let product: FakeProduct
  let token: unknown

  beforeEach(async () => {
    product = await startFakeProduct()
    sandbox = await startSandbox({ realNow: () => 1_790_000_000_000, productUrl: product.url })
    await renewToken()
  })
  afterEach(async () => {
    await sandbox.close()
    await product.close()
  })

  async function renewToken() {
    token = (await sandbox.get(`/wecom/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${appSecret}`)).access_token
  }
  const pass = async (ms: number) => {
    await sandbox.pass(ms)
    await renewToken()
  }
  const call = (name: string, body: unknown) =>
    sandbox.post<Reply>(`/wecom/cgi-bin/message/${name}?access_token=${String(token)}`, body)
  const send = (body: Reply) => call('send', { touser: 'li-jing', agentid: agentId, ...body })
  const text = (content: string, change: Reply = {}) => send({ msgtype: 'text', text: { content }, ...change })
  const cardSent = (change: Reply = {}, to: Reply = {}) =>
    send({ msgtype: 'template_card', template_card: confirmCard('task-1', change), ...to })
  const update = (response_code: unknown, change: Reply = { button: { replace_name: '已处理' } }) =>
    call('update_template_card', { userids: ['li-jing'], agentid: agentId, response_code, ...change })
  const inbox = (id = 'li-jing') => sandbox.get<MemberMessage[]>(`/api/members/${id}/inbox`)

  it('reach who is named, and name who is not reached, in lower case', async () => {
    const reply = await text('你好', { touser: 'li-jing|Nobody|wu-fan|ZHOU-MIN', toparty: '7', totag: 'T' })

    expect(reply).to.include({
      errcode: 0,
      invaliduser: 'nobody',
      invalidparty: '7',
      invalidtag: 't',
      unlicenseduser: 'wu-fan',
    })
    expect(reply.msgid).to.be.a('string')
    expect(reply).not.to.have.property('response_code')
    expect((await inbox())[0]).to.include({ content: '你好', msgtype: 'text' })
    expect(await inbox('zhou-min')).to.have.length(1)
    expect(await inbox('wu-fan')).to.deep.equal([])
  })

  it('reach everybody with @all or the root department, once', async () => {
    await text('你好', { touser: '@all', toparty: '1' })

    expect(await inbox('he-jie')).to.have.length(1)
  })

  it('show each type as its reader sees it', async () => {
    await send({ msgtype: 'markdown', markdown: { content: '**好**' } })
    await send({
      msgtype: 'textcard',
      textcard: {
        title: '报告已生成',
        description: '<div class="gray">王*明</div>',
        url: 'http://localhost/x',
        btntxt: '查看',
      },
    })
    await send({ msgtype: 'news', news: { articles: [{ title: '本周', url: 'http://localhost/' }] } })
    await send({
      msgtype: 'miniprogram_notice',
      miniprogram_notice: {
        appid: wechat.appId,
        page: 'pages/a?id=1',
        title: '候选人待评审',
        content_item: [{ key: '岗位', value: '柜员' }],
      },
    })
    await send({
      msgtype: 'template_card',
      template_card: {
        card_type: 'text_notice',
        main_title: { title: '今日' },
        card_action: { type: 1, url: 'http://localhost/y' },
      },
    })

    expect((await inbox()).map(({ content, opens }) => [content, opens])).to.deep.equal([
      ['**好**', undefined],
      ['**报告已生成**\n王*明', 'http://localhost/x'],
      ['[本周](http://localhost/)', undefined],
      ['**候选人待评审**\n岗位：柜员', 'pages/a?id=1'],
      ['**今日**', 'http://localhost/y'],
    ])
    expect((await inbox()).at(-1)!.card).to.deep.include({
      title: '今日',
      cardType: 'text_notice',
      opens: 'http://localhost/y',
    })
  })

  const long = (count: number) => '字'.repeat(count)
  const notice = (change: Reply) => ({
    msgtype: 'miniprogram_notice',
    miniprogram_notice: { appid: wechat.appId, title: '候选人待评审', ...change },
  })
  const textcard = (change: Reply) => ({
    msgtype: 'textcard',
    textcard: { title: 't', description: 'd', url: 'u', ...change },
  })
  for (const [what, body, errcode] of [
    ['no agent', { agentid: undefined, msgtype: 'text', text: { content: 'x' } }, 41011],
    ['another agent', { agentid: 1, msgtype: 'text', text: { content: 'x' } }, 40056],
    ['nobody named', { touser: '', msgtype: 'text', text: { content: 'x' } }, 82001],
    ['only strangers', { touser: 'a|b', msgtype: 'text', text: { content: 'x' } }, 81013],
    [
      '1001 members',
      { touser: Array.from({ length: 1001 }, (_, id) => id).join('|'), msgtype: 'text', text: { content: 'x' } },
      40032,
    ],
    [
      '101 departments',
      { toparty: Array.from({ length: 101 }, (_, id) => id).join('|'), msgtype: 'text', text: { content: 'x' } },
      40032,
    ],
    ['an unknown type', { msgtype: 'taskcard' }, 40008],
    ['a picture', { msgtype: 'image', image: { media_id: 'x' } }, 40007],
    ['no text', { msgtype: 'text' }, 93017],
    ['2049 bytes of text', { msgtype: 'text', text: { content: 'a'.repeat(2049) } }, 40058],
    ['683 Chinese characters of markdown', { msgtype: 'markdown', markdown: { content: long(683) } }, 40058],
    ['a title of 129', textcard({ title: long(129) }), 40058],
    ['a description of 513', textcard({ description: long(513) }), 40058],
    ['a card without page', textcard({ url: undefined }), 93017],
    ['a button of five', textcard({ btntxt: long(5) }), 40058],
    [
      'nine articles',
      { msgtype: 'news', news: { articles: Array.from({ length: 9 }, () => ({ title: 't', url: 'u' })) } },
      40058,
    ],
    ['another mini-program', notice({ appid: 'wx-other' }), 90207],
    ['a notice to @all', { touser: '@all', ...notice({}) }, 81013],
    ['a notice’s title of 3', notice({ title: long(3) }), 40058],
    ['a notice’s title of 13', notice({ title: long(13) }), 40058],
    ['eleven rows', notice({ content_item: Array.from({ length: 11 }, () => ({ key: 'a', value: 'b' })) }), 40058],
    ['a row’s name of 11', notice({ content_item: [{ key: long(11), value: 'b' }] }), 40058],
    ['a row’s value of 31', notice({ content_item: [{ key: 'a', value: long(31) }] }), 40058],
    ['a page of 1025 bytes', notice({ page: 'a'.repeat(1025) }), 40058],
    [
      'a card without task_id',
      { msgtype: 'template_card', template_card: confirmCard('x', { task_id: undefined }) },
      42014,
    ],
    [
      'a button without key',
      { msgtype: 'template_card', template_card: confirmCard('x', { button_list: [{ text: 'a' }] }) },
      42039,
    ],
    [
      'a notice without card_action',
      { msgtype: 'template_card', template_card: { card_type: 'text_notice', main_title: { title: 't' } } },
      42045,
    ],
    ['a window of five hours', { msgtype: 'text', text: { content: 'x' }, duplicate_check_interval: 5 * 3600 }, 40058],
  ] as const) {
    it(`are refused with ${errcode} for ${what}`, async () => {
      expect(await send(body)).to.include({ errcode })
      expect(await inbox()).to.deep.equal([])
    })
  }

  it('need a token', async () => {
    token = 'guess'
    expect(await text('x')).to.include({ errcode: 40014 })
  })

  describe('checked for duplicates', () => {
    const once = { enable_duplicate_check: 1 }

    it('drop the same content for half an hour, and answer as before', async () => {
      const first = await text('你好', once)
      const again = await text('你好', once)
      await text('你好吗', once)
      await text('你好', { ...once, touser: 'zhou-min' })
      const within = (await inbox()).map(({ content }) => content)
      await pass(1_800_000)
      await text('你好', once)

      expect(again).to.deep.equal(first)
      expect(within).to.deep.equal(['你好', '你好吗'])
      expect(await inbox('zhou-min')).to.have.length(1)
      expect(await inbox()).to.have.length(3)
    })

    it('last as long as was asked, and only when asked', async () => {
      await text('a', { ...once, duplicate_check_interval: 14_400 })
      await pass(4 * hour - 1)
      await text('a', { ...once, duplicate_check_interval: 14_400 })
      await text('b')
      await text('b')

      expect((await inbox()).map(({ content }) => content)).to.deep.equal(['a', 'b', 'b'])
    })
  })

  it('are dropped silently after thirty a minute for a member', async () => {
    const codes = new Set<unknown>()
    for (let message = 0; message < 31; message += 1) codes.add((await text(String(message))).errcode)
    await sandbox.pass(60_001)
    await text('later')

    expect([...codes]).to.deep.equal([0])
    expect((await inbox()).map(({ content }) => content).slice(-2)).to.deep.equal(['29', 'later'])
  })

  it('are taken back within a day', async () => {
    const { msgid } = await text('一', { touser: 'li-jing|zhou-min' })
    const late = await text('二')
    expect(await call('recall', { msgid })).to.deep.equal({ errcode: 0, errmsg: 'ok' })
    expect(await call('recall', { msgid })).to.include({ errcode: 40035 })
    await pass(24 * hour + 1)

    expect(await call('recall', { msgid: late.msgid })).to.include({ errcode: 42052 })
    expect((await inbox()).map(({ content }) => content)).to.deep.equal(['二'])
    expect(await inbox('zhou-min')).to.deep.equal([])
  })

  describe('with buttons', () => {
    it('need a callback URL of the app', async () => {
      await product.close()
      const refused = await cardSent()
      const plain = await text('x')

      expect([refused.errcode, plain.errcode]).to.deep.equal([43012, 0])
      product = await startFakeProduct()
    })

    it('have a task_id of their own', async () => {
      const first = await cardSent()
      const again = await cardSent({ main_title: { title: '另一张' } })

      expect([first.errcode, again.errcode]).to.deep.equal([0, 42014])
    })

    it('are updated once with the code of the answer, within 72 hours', async () => {
      const { response_code } = await cardSent({}, { touser: 'li-jing|zhou-min' })
      const both = { userids: ['li-jing', 'he-jie'], button: { replace_name: '已处理' } }

      expect(await update('guess', both)).to.include({ errcode: 60140 })
      expect(await update(response_code, { ...both, button: undefined })).to.include({ errcode: 40058 })
      expect(await update(response_code, { ...both, userids: [] })).to.include({ errcode: 82001 })
      expect(await update(response_code, both)).to.deep.equal({ errcode: 0, errmsg: 'ok', invaliduser: ['he-jie'] })
      expect(await update(response_code, both)).to.include({ errcode: 60140 })
      expect((await inbox())[0]!.card!.settledText).to.equal('已处理')
      expect((await inbox('zhou-min'))[0]!.card).not.to.have.property('settledText')
    })

    it('are not updated after 72 hours', async () => {
      const { response_code } = await cardSent()
      await pass(72 * hour + 1)

      expect(await update(response_code)).to.include({ errcode: 60140 })
    })

    it('become another card', async () => {
      const { response_code } = await cardSent()
      const template_card = {
        card_type: 'text_notice',
        main_title: { title: '已完成' },
        card_action: { type: 1, url: 'http://localhost/' },
      }

      expect(
        await call('update_template_card', { atall: 1, agentid: agentId, response_code, template_card }),
      ).to.include({ errcode: 0 })
      expect((await inbox())[0]!.card).to.deep.include({ title: '已完成', cardType: 'text_notice' })
    })
  })
})
