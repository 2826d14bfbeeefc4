/** The page of the sandbox in Chromium, with a small stand-in for the product and a stand-in for the mini-program. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { keepScreenshot, launchBrowser, type TestBrowser } from '../browser.js'
import { startSandbox, type TestSandbox } from '../sandbox.js'
import { builtSandboxPage, openSandboxPage } from './open-sandbox-page.js'

const { wechat, group, sms } = sandboxCredentials

describe('the page of the sandbox', function () {
  this.timeout(120_000)
  let browser: TestBrowser
  let sandbox: TestSandbox
  let product: Server
  let page: Page
  let applied = false
  let built: ReturnType<typeof builtSandboxPage>
  const problems: string[] = []

  before(async () => {
    built = builtSandboxPage()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser.close()
    built.remove()
  })

  beforeEach(async () => {
    applied = false
    problems.length = 0
    product = await startProduct(
      () => sandbox.baseUrl,
      () => applied,
    )
    const productUrl = `http://127.0.0.1:${(product.address() as AddressInfo).port}`
    sandbox = await startSandbox({ productUrl, pageDir: built.pageDir, phoneDir: built.phoneDir })
    page = await openSandboxPage(browser, { baseUrl: sandbox.baseUrl, problems })
  })
  afterEach(async () => {
    await page.context().close()
    await sandbox.close()
    product.closeAllConnections()
    await new Promise((resolve) => {
      product.close(resolve)
    })
  })

  const scrolls = () =>
    page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
      return { down: scrollHeight > clientHeight, across: scrollWidth > clientWidth }
    })

  it('tells a newcomer what to do first, and one click opens the positions on the phone', async () => {
    await page.getByText('还没有投递').waitFor()
    await keepScreenshot(page, 'sandbox-first')
    await page.getByRole('button', { name: '打开招聘岗位' }).click()

    const src = await page.locator('iframe').getAttribute('src')
    expect(src).to.equal('/phone/?person=wang-xiaoming&path=%2Fpages%2Fpositions%2Fpositions')
    expect(await scrolls()).to.deep.equal({ down: false, across: false })
    expect(problems).to.deep.equal([])
  })

  it('shows notices, group, steps and calls as they come, and a tap opens the mini-program', async () => {
    applied = true
    await fill(sandbox)
    await page.getByText('报告已生成').waitFor()
    await page.getByText('招聘组复核').waitFor()
    await page.getByRole('button', { name: /服务通知.*2 条未读/ }).click()
    await page.getByRole('button', { name: /面试邀请/ }).waitFor()
    await keepScreenshot(page, 'sandbox')
    expect(await scrolls()).to.deep.equal({ down: false, across: false })

    await page.getByRole('button', { name: /面试邀请/ }).click()
    expect(await page.locator('iframe').getAttribute('src')).to.include(
      encodeURIComponent('/pages/invitation/invitation?token=t1'),
    )
    await page.getByRole('button', { name: '返回聊天' }).click()
    expect(await page.locator('iframe').isVisible()).to.equal(false)
    await page.getByRole('button', { name: '关机重开' }).click()
    expect(await page.locator('iframe').count()).to.equal(0)
    expect(problems).to.deep.equal([])
  })

  it('shows an SMS to whom it came, and leads where its link leads', async () => {
    await page.getByRole('button', { name: /候选人/ }).click()
    await page.getByRole('menuitemradio', { name: /李雷/ }).click()
    await page.getByText('李雷还没有投递').waitFor()
    await fill(sandbox)
    await page.getByText(/李雷收到了短信/).waitFor()
    await page.getByRole('button', { name: /短信.*1 条未读/ }).click()
    await page.getByRole('button', { name: /^https:\/\/jnbank\.example/ }).click()

    expect(await page.locator('iframe').getAttribute('src'))
      .to.include('person=li-lei')
      .and.to.include(encodeURIComponent('/pages/claim/claim'))
  })

  it('switches faults on and off, for one kind of call when asked', async () => {
    await page.getByLabel('只对').selectOption({ label: '订阅消息' })
    await page.getByRole('switch', { name: '接口繁忙 −1' }).click()
    await page.getByText('接口繁忙 −1 · 订阅消息').waitFor()

    expect(await sandbox.get('/api/faults')).to.deep.equal([{ fault: 'busy', on: true, endpoint: 'subscribe/send' }])
    await page.getByRole('switch', { name: '接口繁忙 −1' }).click()
    await page.getByText('接口繁忙 −1 · 订阅消息').waitFor({ state: 'detached' })
    expect(await sandbox.get('/api/faults')).to.deep.equal([])
  })

  it('works by keyboard: a menu opens, moves, chooses, closes', async () => {
    await page.getByRole('button', { name: /模拟时间/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText(/×10/).first().waitFor()

    expect(await sandbox.get('/api/clock')).to.include({ speed: 10 })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('menu').count()).to.equal(0)
  })

  it('writes to the group as the member that was chosen', async () => {
    await page.getByRole('button', { name: /我是/ }).click()
    await page.getByRole('menuitemradio', { name: /周敏/ }).click()
    await page.getByLabel('以周敏的身份说点什么').fill('<b>收到</b> @小招')
    await page.keyboard.press('Enter')
    await page.getByText('<b>收到</b>').waitFor()

    expect(await sandbox.get(`/api/groups/${group.id}/messages`)).to.have.nested.property('[0].from.name', '周敏')
  })

  it('says calmly that the phone is offline or the product is down', async () => {
    await page.getByRole('button', { name: '断网' }).click()
    await page.getByText('手机断网了').waitFor()
    await page.getByText('无网络').waitFor()
    await page.getByRole('button', { name: '恢复网络' }).click()
    product.closeAllConnections()
    await new Promise((resolve) => {
      product.close(resolve)
    })
    await page.getByText('小招服务没有应答').waitFor()
    await keepScreenshot(page, 'sandbox-product-down')
  })

  it('fits other screens, and speaks English', async () => {
    applied = true
    await fill(sandbox)
    await page.getByText('报告已生成').waitFor()
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await scrolls()).to.deep.equal({ down: false, across: false })
    await page.getByRole('button', { name: /中文/ }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByText('Progress so far').waitFor()
    await page.getByText('Recruiters decide').waitFor()
    await keepScreenshot(page, 'sandbox-1280-en')
    expect(await scrolls()).to.deep.equal({ down: false, across: false })

    await page.setViewportSize({ width: 900, height: 800 })
    expect((await scrolls()).across).to.equal(false)
    await page.setViewportSize({ width: 390, height: 844 })
    await keepScreenshot(page, 'sandbox-390')
    expect((await scrolls()).across).to.equal(false)
  })
})

async function fill(sandbox: TestSandbox): Promise<void> {
  const { access_token: token } = await sandbox.post('/wechat/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: wechat.appId,
    secret: wechat.appSecret,
  })
  const choices = { [wechat.templates.invitation]: 'accept', [wechat.templates.progress]: 'accept' }
  await sandbox.post('/api/people/wang-xiaoming/wx/subscribe', { choices })
  const notice = (template: string, pageOf: string, data: object) =>
    sandbox.post(`/wechat/cgi-bin/message/subscribe/send?access_token=${String(token)}`, {
      touser: 'oSandbox-wang-xiaoming-00001',
      template_id: template,
      page: pageOf,
      data,
    })
  await notice(wechat.templates.invitation, 'pages/invitation/invitation?token=t1', {
    thing4: { value: '综合柜员' },
    time8: { value: '2026年11月28日 18:00' },
    enum2: { value: '线上面试' },
    short_thing6: { value: 'AI提问' },
    thing9: { value: '约25分钟，不用下载' },
  })
  await notice(wechat.templates.progress, 'pages/status/status?application=1', {
    character_string1: { value: 'A7K2' },
    thing5: { value: '已收到，正在生成报告' },
    time8: { value: '10:21' },
  })
  const webhook = `/wecom/cgi-bin/webhook/send?key=${group.webhookKey}`
  await sandbox.post(webhook, {
    msgtype: 'markdown',
    markdown: { content: '**开始面试 · 王*明 A7K2 · 综合柜员**\n今天已开始 3 人' },
  })
  await sandbox.post(webhook, {
    msgtype: 'markdown',
    markdown: {
      content:
        '**报告已生成 · 王*明 A7K2 · 综合柜员**\n6 / 6 题已评 · 1 项待人工复核\n等待决定：**3 人**，最久的已等 <font color="warning">2 天</font>\n\n> 李* `B3T9` 建议暂缓，等人确认',
    },
  })
  await sandbox.post(`/api/groups/${group.id}/messages`, { content: '@小招 收到，我来看' })
  await sendSms(sandbox)
}

async function sendSms(sandbox: TestSandbox): Promise<void> {
  const { sms: sdk } = await import('tencentcloud-sdk-nodejs-sms')
  const client = new sdk.v20210111.Client({
    credential: { secretId: sms.secretId, secretKey: sms.secretKey },
    region: 'ap-guangzhou',
    profile: { httpProfile: { endpoint: `127.0.0.1:${sandbox.port}/sms`, protocol: 'http://' } },
  })
  await client.SendSms({
    PhoneNumberSet: ['+8613900139000'],
    SmsSdkAppId: sms.sdkAppId,
    SignName: sms.signName,
    TemplateId: sms.templates.invitation,
    TemplateParamSet: ['11月28日18:00', 'A7K2'],
  })
}

/** Into the mini-program, where the short code of an SMS is asked for. */
async function linkInto(sandboxUrl: string): Promise<string> {
  const post = async <Reply>(path: string, body: object) =>
    (await (await fetch(sandboxUrl + path, { method: 'POST', body: JSON.stringify(body) })).json()) as Reply
  const credentials = { grant_type: 'client_credential', appid: wechat.appId, secret: wechat.appSecret }
  const { access_token: token } = await post<{ access_token: string }>('/wechat/cgi-bin/stable_token', credentials)
  const made = await post<{ url_link: string }>(`/wechat/wxa/generate_urllink?access_token=${token}`, {
    path: 'pages/claim/claim',
  })
  return made.url_link
}

/** Signs in by the sandbox's code and returns one application, or none before it was sent. */
async function startProduct(sandboxUrl: () => string, applied: () => boolean): Promise<Server> {
  const answer = async (request: IncomingMessage, reply: ServerResponse) => {
    if (request.url === '/m') return reply.writeHead(302, { location: await linkInto(sandboxUrl()) }).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const json = (value: unknown) =>
      reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (request.url === '/api/candidate/applications') {
      const isWang = request.headers.authorization === 'Bearer oSandbox-wang-xiaoming-00001'
      return json({ applications: applied() && isWang ? [application()] : [] })
    }
    const { code } = JSON.parse(Buffer.concat(chunks).toString()) as { code: string }
    const query = new URLSearchParams({
      appid: wechat.appId,
      secret: wechat.appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    })
    const session = (await (await fetch(`${sandboxUrl()}/wechat/sns/jscode2session?${query}`)).json()) as {
      openid: string
    }
    return json({ token: session.openid })
  }
  const server = createServer((request, reply) => void answer(request, reply)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return server
}

function application() {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  return {
    id: 'a'.repeat(24),
    positionId: 'teller',
    positionTitle: { zh: '综合柜员', en: 'Teller' },
    appliedAt: ago(40),
    feedbackReady: true,
    steps: [
      { step: 'applied', state: 'done', at: ago(40) },
      { step: 'screened', state: 'done', at: ago(39) },
      { step: 'invited', state: 'done', at: ago(39) },
      { step: 'submitted', state: 'done', at: ago(5) },
      { step: 'report', state: 'done', at: ago(4) },
      { step: 'review', state: 'now', dueBy: new Date(Date.now() + 86_400_000).toISOString() },
      { step: 'next-round', state: 'todo' },
    ],
  }
}
