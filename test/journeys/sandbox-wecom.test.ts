/** HR's WeCom on the page of the sandbox: group, app messages, authenticator, with cards as the platform keeps them. */
import { expect } from 'chai'
import type { Page, Route } from 'playwright-core'
import {
  sandboxCredentials,
  type CardView,
  type GroupPost,
  type MemberMessage,
} from '../../shared/contracts/sandbox.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { barriersOn } from '../axe.js'
import { keepScreenshot, launchBrowser, type TestBrowser } from '../browser.js'
import { startSandbox, type TestSandbox } from '../sandbox.js'
import { builtSandboxPage, openSandboxPage } from './open-sandbox-page.js'

const { group } = sandboxCredentials
const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1000).toISOString()
/** The address of a page of the console as that member's WeCom opens it. */
function opens(member: string, page: string): string {
  const url = `/api/staff/sign-in?${new URLSearchParams({ via: 'wecom', returnTo: page }).toString()}`
  return `/wecom-client/open?${new URLSearchParams({ member, url }).toString()}`
}
const bot = { kind: 'bot', name: '小招' } as const

describe("HR's WeCom on the page of the sandbox", function () {
  this.timeout(120_000)
  let browser: TestBrowser
  let built: ReturnType<typeof builtSandboxPage>
  let sandbox: TestSandbox
  let page: Page
  let posts: GroupPost[]
  let inbox: MemberMessage[]
  let taps: unknown[]
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
    problems.length = 0
    taps = []
    posts = groupOfADay()
    inbox = appChat()
    sandbox = await startSandbox({ pageDir: built.pageDir, phoneDir: built.phoneDir })
    page = await openSandboxPage(browser, { baseUrl: sandbox.baseUrl, problems, prepare: standIn })
  })
  afterEach(async () => {
    await page.context().close()
    await sandbox.close()
  })

  /** What the platform keeps, in the test's hand: cards in every state without a bot. */
  async function standIn(opened: Page): Promise<void> {
    const json = (route: Route, value: unknown) => route.fulfill({ json: value })
    await opened.route(/\/api\/groups\/[^/]+\/messages/, (route) =>
      route.request().method() === 'GET' ? json(route, posts) : route.continue(),
    )
    await opened.route('**/api/members/*/inbox', (route) =>
      json(route, route.request().url().includes('li-jing') ? inbox : []),
    )
    await opened.route('**/api/{groups,members}/*/tap', (route) => {
      taps.push(route.request().postDataJSON())
      const card = posts[0]!.card!
      posts = [{ ...posts[0]!, card: { ...card, settledText: '李静：待定' } }, ...posts.slice(1)]
      return json(route, {})
    })
  }

  const says = () => page.getByRole('combobox', { name: /说点什么|Say something/ })
  const proposals = () => page.getByRole('listbox').getByRole('option')
  const heard = () => sandbox.get<GroupPost[]>(`/api/groups/${group.id}/messages`)
  const lastHeard = async () => (await heard()).at(-1)?.content
  const scrollsAcross = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

  it('draws a card with its buttons; a link opens as the chosen member, a tap is sent once and settles the card', async () => {
    const card = page.locator('.tc').first()
    await keepScreenshot(page, 'sandbox-wecom')

    expect(await card.getByRole('link', { name: /查看报告/ }).getAttribute('href')).to.equal(
      '/wecom-client/open?member=li-jing&url=http%3A%2F%2Flocalhost%3A7300%2Freport',
    )
    await card.getByRole('button', { name: '待定' }).click()
    await card.getByText('李静：待定').waitFor()
    expect(taps).to.deep.equal([{ postId: 'card', key: 'hold', from: 'li-jing' }])
    expect(await card.getByRole('button').count()).to.equal(0)
    expect(problems).to.deep.equal([])
  })

  it('opens the links in a notice of the webhook as the chosen member too', async () => {
    await choose('赵颖')

    expect(await page.getByRole('link', { name: '看看谁在等' }).getAttribute('href')).to.include(
      '/wecom-client/open?member=zhao-ying&url=',
    )
  })

  it('proposes the bot, then commands, then people, by keyboard alone', async () => {
    await says().focus()
    await page.keyboard.type('@')
    await page.keyboard.press('Enter')
    await page.keyboard.type('进')
    await keepScreenshot(page, 'sandbox-wecom-commands')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await says().inputValue()).to.equal('@小招 进度 C5M8 ')

    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#say')?.value === '')
    expect(await lastHeard()).to.equal('@小招 进度 C5M8')
  })

  it('sends what was typed while proposals are open, and Escape closes them', async () => {
    await says().fill('@小招 ')
    await proposals().first().waitFor()
    await says().press('Escape')
    expect(await proposals().count()).to.equal(0)
    await says().fill('@小招 今日')
    await says().press('Enter')
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#say')?.value === '')

    expect(await lastHeard()).to.equal('@小招 今日')
  })

  it('keeps what is typed while the last message is still on its way, and sends both in order', async () => {
    let arrives = () => {}
    const arrival = new Promise<void>((resolve) => (arrives = resolve))
    await page.route(/\/api\/groups\/[^/]+\/messages/, async (route) => {
      if (route.request().method() === 'POST') await arrival
      await route.fallback()
    })
    await says().fill('@小招 今日')
    await says().press('Enter')
    await says().fill('@小招 待办')
    await says().press('Enter')
    await says().fill('@小招 进')
    arrives()
    await waitFor('the second message', async () => (await lastHeard()) === '@小招 待办')

    expect((await heard()).slice(-2).map(({ content }) => content)).to.deep.equal(['@小招 今日', '@小招 待办'])
    expect(await says().inputValue()).to.equal('@小招 进')
  })

  it('lets an answer grow in place and reads it out when it stands still', async () => {
    posts = [...posts, { id: 'stream', at: at(0), from: bot, msgtype: 'stream', content: '正在查' }]
    await sandbox.post(`/api/groups/${group.id}/messages`, { content: 'x' })
    await page.getByText('正在查').waitFor()
    posts = [...posts.slice(0, -1), { ...posts.at(-1)!, content: '正在查……**3 人** 等你决定' }]
    await sandbox.post(`/api/groups/${group.id}/messages`, { content: 'x' })

    await page.getByRole('status').getByText('小招: 正在查……3 人 等你决定').waitFor({ state: 'attached' })
    expect(await page.getByRole('log').getByText('正在查').count()).to.equal(1)
  })

  it('counts what the member has not read in the app chat, and draws what opens', async () => {
    const tab = page.getByRole('tab', { name: /应用消息/ })
    await tab.getByText(/2/).waitFor()
    await tab.click()
    await page.getByText('请你复核').waitFor()
    await keepScreenshot(page, 'sandbox-wecom-app')

    expect(await page.getByRole('link', { name: /查看详情/ }).getAttribute('href')).to.include('member=li-jing')
    expect(await barriersOn(page)).to.deep.equal([])
    await page.getByRole('tab', { name: /群/ }).click()
    expect(await tab.locator('.badge').count()).to.equal(0)
  })

  it('talks with the bot alone without naming it, and says that it is away', async () => {
    await page.getByText('小招暂时不在线').waitFor()
    await page.getByRole('tab', { name: '小招' }).click()
    await says().fill('待')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('待办').waitFor()

    const said = await sandbox.get<GroupPost[]>('/api/members/li-jing/bot')
    expect(said.map(({ content }) => content)).to.deep.equal(['待办'])
    expect(await heard()).to.deep.equal([])
  })

  it('says who cannot write here, and everybody can be chosen', async () => {
    await choose('孙涛')

    expect(await says().isDisabled()).to.equal(true)
    expect(await says().getAttribute('placeholder')).to.include('不在群里')
    expect(await page.getByRole('link', { name: /打开招聘后台/ }).getAttribute('href')).to.equal(
      opens('sun-tao', '/console/'),
    )
  })

  it('shows the codes of the authenticator with the seconds left', async () => {
    await page.getByRole('tab', { name: /群/ }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.getByLabel('贴入密钥').fill('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')
    await page.keyboard.press('Enter')
    await page.locator('.code').waitFor()
    await keepScreenshot(page, 'sandbox-authenticator')

    expect(await page.locator('.code').innerText()).to.match(/^\d{3} \d{3}$/)
    expect(await page.locator('.codes').innerText()).to.match(/还有 \d+ 秒/)
    await page.getByLabel('贴入密钥').fill('不是密钥')
    await page.keyboard.press('Enter')
    await page.getByText('这不像一个密钥').waitFor()
  })

  it('offers a newcomer what to try on this side, one click away', async () => {
    await page.getByRole('button', { name: '待办', exact: true }).click()

    expect(await says().inputValue()).to.equal('@小招 待办')
    expect(await page.getByRole('link', { name: /周敏凭/ }).getAttribute('href')).to.equal(
      opens('zhou-min', '/console/first-admin'),
    )
  })

  it('has no barriers, in both languages, at 1440 and at 1100', async () => {
    expect(await barriersOn(page)).to.deep.equal([])
    await page.getByRole('button', { name: /中文/ }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByText('What HR can try').waitFor()
    await says().fill('@小招 ')
    await page.setViewportSize({ width: 1100, height: 800 })
    await keepScreenshot(page, 'sandbox-wecom-1100-en')

    expect(await barriersOn(page)).to.deep.equal([])
    expect(await scrollsAcross()).to.equal(false)
  })

  async function choose(name: string): Promise<void> {
    await page.getByRole('button', { name: /我是/ }).click()
    await page.getByRole('menuitemradio', { name: new RegExp(name) }).click()
  }
})

function groupOfADay(): GroupPost[] {
  const card: CardView = {
    taskId: 'task',
    cardType: 'button_interaction',
    title: '报告已生成 · 王*明 A7K2 · 综合柜员',
    text: '6 / 6 题已评 · 1 项待人工复核\n等待决定：**3 人**，最久的已等 2 天',
    rows: [],
    buttons: [
      { text: '查看报告', url: 'http://localhost:7300/report' },
      { text: '进入下一轮', key: 'advance', style: 1 },
      { text: '待定', key: 'hold', style: 1 },
    ],
  }
  const said = (id: string, from: GroupPost['from'], content: string): GroupPost => ({
    id,
    at: at(60),
    from,
    msgtype: 'markdown',
    content,
  })
  return [
    {
      id: 'card',
      at: at(120),
      from: bot,
      msgtype: 'template_card',
      content: '**报告已生成 · 王*明 A7K2 · 综合柜员**',
      card,
    },
    said('ask', { kind: 'member', name: '李静' }, '@小招 重发 B3T9'),
    said(
      'answer',
      bot,
      '已重新发送给 李* B3T9（综合柜员）。\n走的是：短信，他没有可用的微信订阅。上次 11-20 16:02 发出，未打开。',
    ),
    said('today', { kind: 'member', name: '李静' }, '@小招 今日'),
    said(
      'figures',
      bot,
      '今天：邀请 24 · 打开 19 · 完成 11 · 报告 11 · **等待决定 3**\n最久：陈* C5M8（风险岗）2 天 4 小时 [看看谁在等](http://localhost:7300/console/)',
    ),
  ]
}

function appChat(): MemberMessage[] {
  return [
    {
      id: 'm1',
      at: at(90),
      msgtype: 'textcard',
      content: '请你复核\n王*明 A7K2 有 1 项等人看',
      opens: 'http://localhost:7300/console/candidates/1',
    },
    { id: 'm2', at: at(30), msgtype: 'markdown', content: '**明天 09:00** 有 2 场复试' },
  ]
}
