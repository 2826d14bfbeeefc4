import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { GroupPost } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { wecom, group } = sandboxCredentials
const gettoken = (corpid: string, secret: string) => `/wecom/cgi-bin/gettoken?corpid=${corpid}&corpsecret=${secret}`
const webhook = `/wecom/cgi-bin/webhook/send?key=${group.webhookKey}`
const markdown = (content: unknown) => ({ msgtype: 'markdown', markdown: { content } })

describe('the simulated WeCom', () => {
  let sandbox: TestSandbox
  const posts = () => sandbox.get<GroupPost[]>(`/api/groups/${group.id}/messages`)

  beforeEach(async () => {
    sandbox = await startSandbox({ realNow: () => 1_790_000_000_000 })
  })
  afterEach(() => sandbox.close())

  it('hands out the same token until it expires', async () => {
    const first = await sandbox.get(gettoken(wecom.corpId, wecom.appSecret))
    await sandbox.pass(3_600_000)
    const later = await sandbox.get(gettoken(wecom.corpId, wecom.appSecret))
    await sandbox.pass(3_600_000)
    const renewed = await sandbox.get(gettoken(wecom.corpId, wecom.appSecret))

    expect(first).to.include({ errcode: 0, expires_in: 7200 })
    expect(later).to.deep.equal({ ...first, expires_in: 3600 })
    expect(renewed.access_token).not.to.equal(first.access_token)
  })

  for (const [what, url, errcode] of [
    ['a wrong corp', gettoken('ww-other', wecom.appSecret), 40013],
    ['a wrong secret', gettoken(wecom.corpId, 'guess'), 40001],
    ['no corp', `/wecom/cgi-bin/gettoken?corpsecret=x`, 41002],
    ['no secret', `/wecom/cgi-bin/gettoken?corpid=${wecom.corpId}`, 41004],
    ['an unknown path', '/wecom/cgi-bin/user/nothing', 40066],
    ['GET on the webhook', webhook, 43002],
  ] as const) {
    it(`answers ${errcode} with status 200 to ${what}`, async () => {
      const reply = await fetch(sandbox.baseUrl + url)

      expect(reply.status).to.equal(200)
      expect(await reply.json()).to.include({ errcode })
    })
  }

  for (const [what, body, errcode] of [
    ['no content', markdown(undefined), 93017],
    ['blank content', markdown('  '), 93017],
    ['4097 bytes of markdown', markdown('a'.repeat(4097)), 40058],
    ['1366 Chinese characters of markdown, 4098 bytes', markdown('字'.repeat(1366)), 40058],
    ['2049 bytes of text', { msgtype: 'text', text: { content: 'a'.repeat(2049) } }, 40058],
    ['an unknown type', { msgtype: 'voice-mail' }, 40008],
    [
      'nine articles',
      { msgtype: 'news', news: { articles: Array.from({ length: 9 }, () => ({ title: 't', url: 'u' })) } },
      40058,
    ],
    ['a card with buttons', { msgtype: 'template_card', template_card: { card_type: 'button_interaction' } }, 42017],
    [
      'a card that leads nowhere',
      { msgtype: 'template_card', template_card: { card_type: 'text_notice', main_title: { title: 't' } } },
      42045,
    ],
    ['a list', [], 47001],
  ] as const) {
    it(`refuses ${what} with ${errcode} and shows nothing`, async () => {
      expect(await sandbox.post(webhook, body)).to.include({ errcode })
      expect(await posts()).to.deep.equal([])
    })
  }

  it('refuses a dead key and a body that is no JSON', async () => {
    expect(await sandbox.post('/wecom/cgi-bin/webhook/send?key=gone', markdown('x'))).to.include({ errcode: 93000 })
    const reply = await fetch(sandbox.baseUrl + webhook, { method: 'POST', body: '{"msgtype":' })
    expect(await reply.json()).to.include({ errcode: 47001 })
  })

  it('shows what the limit just allows, as the bot', async () => {
    const content = '字'.repeat(1365) + 'a'

    expect(await sandbox.post(webhook, markdown(content))).to.deep.equal({ errcode: 0, errmsg: 'ok' })
    expect(await posts()).to.have.length(1)
    expect((await posts())[0]).to.deep.include({ content, msgtype: 'markdown', from: { kind: 'bot', name: '小招' } })
  })

  it('shows cards and articles as text', async () => {
    const template_card = {
      card_type: 'text_notice',
      main_title: { title: '报告已生成', desc: '王*明 A7K2' },
      sub_title_text: '等待决定：3 人',
      card_action: { type: 1, url: 'http://localhost/' },
    }
    await sandbox.post(webhook, { msgtype: 'template_card', template_card })
    await sandbox.post(webhook, {
      msgtype: 'news',
      news: { articles: [{ title: '本周', description: '两人', url: 'http://localhost/' }] },
    })

    const contents = (await posts()).map(({ content }) => content)
    expect(contents).to.deep.equal(['**报告已生成**\n王*明 A7K2\n等待决定：3 人', '[本周](http://localhost/)\n两人'])
  })

  it('takes 20 messages a minute, then 45009 until the minute is over', async () => {
    const codes: unknown[] = []
    for (let message = 0; message < 21; message += 1)
      codes.push((await sandbox.post(webhook, markdown(`第 ${message} 条`))).errcode)
    await sandbox.pass(60_001)
    const afterwards = await sandbox.post(webhook, markdown('再来'))

    expect(codes).to.deep.equal([...Array<number>(20).fill(0), 45009])
    expect(afterwards.errcode).to.equal(0)
    expect(await posts()).to.have.length(21)
  })

  it('lets members write, and nobody else', async () => {
    await sandbox.post(`/api/groups/${group.id}/messages`, { content: '@小招 今日', from: 'zhou-min' })
    const stranger = await sandbox.post(`/api/groups/${group.id}/messages`, { content: 'hi', from: 'nobody' })

    expect(await posts()).to.have.length(1)
    expect((await posts())[0]!.from).to.deep.equal({ kind: 'member', name: '周敏' })
    expect(stranger).to.have.nested.property('error.code', 'not-a-member')
  })
})
