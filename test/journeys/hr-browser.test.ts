/** HR's day in Chromium: the group on the sandbox's page, the console behind its cards, in both languages, once by keyboard alone. */
import { expect } from 'chai'
import type { Locator, Page } from 'playwright-core'
import { wang } from '../../scripts/demo/people.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { barriersOn } from '../axe.js'
import { keepScreenshot } from '../browser.js'
import { guideImage } from '../guide-images.js'
import { openDesk, tabTo, type Desk } from './hr-desk.js'
import { inTheMorning, passTime } from './pass-time.js'
import { finishInterview } from './steps.js'

const shortly = 30_000
/** The group hears one card a minute at most. */
const aCardMs = 61_000

describe("HR's side in the browser", function () {
  this.timeout(300_000)
  let desk: Desk
  let page: Page
  let report: Page
  let admin: Page

  before(async () => {
    desk = await openDesk()
    page = desk.page
    await inTheMorning(desk.world)
  })
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return
    for (const [index, open] of desk.pages().entries()) await keepScreenshot(open, `hr-failed-${index}`)
  })
  after(() => desk.end())

  const says = () => page.getByRole('combobox', { name: /说点什么|Say something/ })
  const group = () => page.getByRole('log')

  async function ask(words: string, answer: string | RegExp): Promise<void> {
    await page.bringToFront()
    await says().fill(`@小招 ${words}`)
    await says().press('Escape')
    await says().press('Enter')
    await group().getByText(answer).last().waitFor()
  }

  /** The same page in both languages, each without barriers. */
  async function inBoth(open: Page, look: (language: 'zh' | 'en') => Promise<void>): Promise<void> {
    for (const language of ['zh', 'en'] as const) {
      if (language === 'en') await open.getByRole('button', { name: 'English', exact: true }).click()
      await open.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), language)
      await look(language)
      expect(await barriersOn(open), language).to.deep.equal([])
    }
    await open.getByRole('button', { name: '中文', exact: true }).click()
  }

  /** For a picture of it and what follows. */
  const toTop = (what: Locator) =>
    what.evaluate((one) => {
      let around = one.parentElement
      while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) around = around.parentElement
      const scrolls = around ?? document.documentElement
      scrolls.scrollTop += one.getBoundingClientRect().top - Math.max(scrolls.getBoundingClientRect().top, 0) - 24
    })

  async function sandboxSpeaks(language: '中文' | 'English'): Promise<void> {
    await page.bringToFront()
    await page.getByRole('button', { name: /语言|Language/ }).click()
    await page.getByRole('menuitemradio', { name: language }).click()
  }

  it('greets the bot, which may write to a group once somebody there has talked to it', async () => {
    await says().fill('@小招 ')
    await page.getByRole('listbox').waitFor()
    await guideImage(page, 'commands.zh')
    await ask('帮助', '你可以这样问我')
  })

  it('shows the card of a finished interview in the group', async () => {
    const { world } = desk
    const candidate = await world.phone(wang.personId)
    await finishInterview(world, { ...wang, candidate }, ['ai-scoring', 'sharing'])
    // Before any time is passed: to whoever makes a report a minute that is skipped is a lease that has run out.
    await waitFor('the report', async () => (await candidate.applications())[0]!.feedbackReady, { withinMs: shortly })
    await waitFor(
      'the card of the report',
      async () => {
        await passTime(world, aCardMs)
        return (await world.sandbox.group('teller-group')).some(({ content }) => content.includes('报告已生成'))
      },
      { withinMs: shortly },
    )
    await group()
      .getByRole('link', { name: /查看报告/ })
      .last()
      .waitFor()
    await page.getByText('小招暂时不在线').waitFor({ state: 'detached' })
    await guideImage(page, 'group.zh')

    expect(await barriersOn(page)).to.deep.equal([])
  })

  it('answers what 李静 asks in the group', async () => {
    await ask('今日', /今天：/)
    await ask('待办', /王\*明 [0-9A-HJKMNP-TV-Z]{4}/)
    await ask('进渡 王小明', /你是不是|你是想发/)
    await keepScreenshot(page, 'hr-group-commands')
  })

  it('opens the report of the card as 李静, without a password', async () => {
    report = await desk.opens(() =>
      group()
        .getByRole('link', { name: /查看报告/ })
        .last()
        .click(),
    )
    await report.getByRole('heading', { name: '王小明' }).waitFor()
    await inBoth(report, (language) => guideImage(report, `report.${language}`))
  })

  it('says first what a decision sends', async () => {
    await inBoth(report, async (language) => {
      await report.getByRole('button', { name: language === 'zh' ? /婉拒…/ : /Decline…/ }).click()
      const dialog = report.getByRole('dialog')
      await dialog.getByLabel(language === 'zh' ? '理由' : 'Reason').fill('作答没有提到核实身份')
      await dialog.getByRole('button', { name: language === 'zh' ? '预览' : 'Preview' }).click()
      await dialog.getByText(language === 'zh' ? '候选人会收到' : 'The candidate receives').waitFor()
      await guideImage(report, `decide.${language}`)
      await report.keyboard.press('Escape')
      await dialog.getByRole('button', { name: language === 'zh' ? '放弃' : 'Discard' }).click()
    })
  })

  it('opens on who waits, the longest first', async () => {
    const home = await desk.opens(() => page.getByRole('link', { name: /打开招聘后台/ }).click())
    await home.getByText('王小明').first().waitFor()
    await inBoth(home, (language) => guideImage(home, `home.${language}`))
    await home.close()
  })

  it('lets somebody without a mouse go from the card to a decision', async () => {
    await report.close()
    await page.bringToFront()
    await says().focus()
    await page.keyboard.type('@小招 报告 王小明')
    await page.keyboard.press('Enter')
    await group()
      .getByRole('link', { name: /查看报告/ })
      .nth(1)
      .waitFor()
    await page.getByRole('tab', { selected: true }).focus()
    for (
      let card = await group()
        .getByRole('link', { name: /查看报告/ })
        .count();
      card > 0;
      card -= 1
    )
      await tabTo(page, '查看报告')
    report = await desk.opens(() => page.keyboard.press('Enter'))
    await report.getByRole('heading', { name: '王小明' }).waitFor()

    await tabTo(report, '待定…')
    await report.keyboard.press('Enter')
    await tabTo(report, '理由')
    await report.keyboard.type('等下周的笔试')
    await tabTo(report, '预览')
    await report.keyboard.press('Enter')
    await report.getByText('候选人不会收到消息。', { exact: true }).waitFor()
    await tabTo(report, '确认待定')
    await report.keyboard.press('Enter')
    await report.getByText(/待定/).first().waitFor()
    await keepScreenshot(report, 'hr-held')
    await report.close()
  })

  it('shows an interviewer and a manager the same report without contact data, and an IT operator nothing', async () => {
    const address = (await group()
      .getByRole('link', { name: /查看报告/ })
      .last()
      .getAttribute('href'))!
    for (const [name, id, picture] of [
      ['赵颖', 'zhao-ying', 'interviewer'],
      ['陈浩', 'chen-hao', 'manager'],
    ] as const) {
      await desk.become(name)
      const open = await desk.opens(() =>
        page.evaluate(
          (url) => {
            window.open(url)
          },
          address.replace('member=li-jing', `member=${id}`),
        ),
      )
      await open.getByRole('heading', { name: '王小明' }).waitFor()
      expect(await open.locator('body').innerText()).not.to.include(wang.resume.phone)
      await inBoth(open, (language) => guideImage(open, `${picture}.${language}`))
      await open.close()
    }
    await desk.become('孙涛')
    const outside = await desk.opens(() => page.getByRole('link', { name: /打开招聘后台/ }).click())
    await outside.getByRole('heading', { level: 1 }).waitFor()
    await inBoth(outside, (language) => guideImage(outside, `it-operator.${language}`))
    expect(await outside.locator('body').innerText()).not.to.include('王小明')
    await outside.close()
  })

  it('makes 周敏 the first administrator, with the code from the terminal and the authenticator in her pocket', async () => {
    await desk.become('周敏')
    admin = await desk.opens(() => page.getByRole('link', { name: /周敏凭/ }).click())
    const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(desk.world.log())![0]
    await inBoth(admin, (language) => guideImage(admin, `first-admin.${language}`))
    await admin.locator('#code').fill(code)
    await admin.getByRole('button', { name: '确认' }).click()

    await admin.getByRole('button', { name: '开始设置' }).click()
    const secret = await admin.locator('.secret').innerText()
    await inBoth(admin, (language) => guideImage(admin, `second-factor.${language}`))
    await page.bringToFront()
    await page.getByRole('tab', { name: '验证器' }).click()
    await page.getByLabel('贴入密钥').fill(secret)
    await page.keyboard.press('Enter')
    const digits = await page.locator('.code').innerText()
    await admin.bringToFront()
    await admin.locator('#digits').fill(digits)
    await admin.getByRole('button', { name: '确认' }).click()
    await admin.getByRole('heading', { name: '等待决定' }).waitFor()
  })

  it('lets her give access and change positions', async () => {
    await admin.getByRole('link', { name: '人员与权限' }).click()
    await admin.getByText('赵颖').first().waitFor()
    await inBoth(admin, (language) => guideImage(admin, `people.${language}`))

    await admin.getByRole('link', { name: '岗位与流程' }).click()
    await admin.getByRole('link', { name: '综合柜员' }).click()
    await admin.getByText(/复试/).first().waitFor()
    await inBoth(admin, async (language) => {
      await toTop(admin.getByRole('heading', { name: /^(面试轮次|Rounds)$/ }))
      await guideImage(admin, `positions.${language}`)
    })
    await admin.close()
  })

  it('shows 何洁 who read what, and nothing else', async () => {
    await desk.become('何洁')
    const trail = await desk.opens(() => page.getByRole('link', { name: /打开招聘后台/ }).click())
    await trail.getByRole('heading', { level: 1, name: '审计' }).waitFor()
    await trail.getByRole('row').filter({ hasText: '赵颖' }).first().waitFor()
    await inBoth(trail, (language) => guideImage(trail, `audit.${language}`))
    expect(await trail.locator('body').innerText()).not.to.include('王小明')
    await trail.close()
  })

  it('speaks English all through', async () => {
    await desk.become('李静')
    await sandboxSpeaks('English')
    await page.getByRole('tab', { name: /柜员校招群/ }).click()
    await ask('help', /Ask me like this/)
    await says().fill('@小招 ')
    await page.getByRole('listbox').waitFor()
    await guideImage(page, 'commands.en')
    await says().fill('')
    await toTop(group().getByText('报告已生成').first())
    await guideImage(page, 'group.en')
    await toTop(page.getByText('Simulate faults'))
    await guideImage(page.locator('.side'), 'faults.en')
    expect(await barriersOn(page)).to.deep.equal([])
    await sandboxSpeaks('中文')
    await toTop(page.getByText('制造故障'))
    await guideImage(page.locator('.side'), 'faults.zh')
  })

  it('met no uncaught error on any page', () => {
    expect(desk.problems).to.deep.equal([])
  })
})
