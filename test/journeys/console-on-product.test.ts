/** HR's console on the product itself: signed in by the simulated WeCom, a real report read, reviewed and decided in Chromium. */
import { expect } from 'chai'
import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { li, wang } from '../../scripts/demo/people.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { barriersOn } from '../axe.js'
import { keepScreenshot, launchBrowser, type TestBrowser } from '../browser.js'
import { finishInterview } from './steps.js'
import { startWorld, type World } from './world.js'

const shortly = 30_000

describe('HR’s console on the product', function () {
  this.timeout(180_000)
  this.bail(true)
  let world: World
  let browser: TestBrowser
  let page: Page
  /** Where the product says it stands: the cookie belongs to this name. */
  let home: string
  const problems: string[] = []
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  before(async () => {
    world = await startWorld()
    home = `http://localhost:${new URL(world.productUrl).port}`
    browser = await launchBrowser()
    await finishInterview(world, { ...wang, candidate: await world.phone(wang.personId) })
    await (await world.phone(li.personId)).apply('teller', li.resume, 'tap-li-0001')

    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    page = await context.newPage()
    page.setDefaultTimeout(shortly)
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) problems.push(message.text())
    })
  })
  after(async () => {
    await browser?.close()
    await world?.end()
  })

  it('makes 周敏 the first administrator with the code on the terminal, and asks her authenticator', async () => {
    const code = /([0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3})/.exec(world.log())![1]!
    await page.goto(`${home}/console/first-admin`)
    await page.getByLabel('一次性代码').fill(code)
    await button('确认').click()
    await page.getByRole('link', { name: '去登录' }).click()
    await page.getByRole('link', { name: /周敏/ }).click()
    await page.getByLabel('一次性代码').fill(code.toLowerCase())
    await button('确认').click()
    await button('开始设置').click()
    const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '')
    await page
      .getByLabel('6 位数字')
      .fill(generateSync({ secret, epoch: Date.parse((await world.sandbox.clock()).now) / 1000 }))
    await keepScreenshot(page, 'console-real-second-factor')
    await button('确认').click()
    await page.getByRole('heading', { name: '等待决定', exact: true }).waitFor()

    await page.getByRole('button', { name: /我的账号：周敏/ }).click()
    await page.getByText('角色：HR 管理员').waitFor()
    await button('退出登录').click()
    await page.getByRole('heading', { name: '登录小招管理台' }).waitFor()
  })

  it('lets a recruiter in by the code of WeCom, back to the page they asked for', async () => {
    await page.goto(`${home}/console/candidates`)
    await button('扫码登录').click()
    await page.getByRole('link', { name: /李静/ }).click()
    await page.getByRole('heading', { name: '候选人' }).waitFor()

    expect(new URL(page.url()).pathname).to.equal('/console/candidates')
  })

  it('shows who waits, and a real report with its evidence', async () => {
    await waitFor(
      'two who wait',
      async () => {
        await page.goto(`${home}/console/`)
        await page.locator('.waiting, .empty').first().waitFor()
        return (await page.locator('.waiting').count()) === 2
      },
      { withinMs: 60_000 },
    )
    expect(await barriersOn(page)).to.deep.equal([])
    await keepScreenshot(page, 'console-real-today')

    await page.getByRole('link', { name: /王小明/ }).click()
    await page.getByRole('tab').first().waitFor()
    const marked = page.locator('mark').first()
    for (const tab of await page.locator('.questions [role=tab]').all()) {
      await tab.click()
      if (await marked.isVisible()) break
    }
    await marked.waitFor()
    expect([...(await barriersOn(page)), ...problems]).to.deep.equal([])
    await keepScreenshot(page, 'console-real-report')
  })

  it('takes a decision with its reason, after showing what is sent', async () => {
    await button('婉拒…').click()
    await page.getByLabel('理由').fill('这次岗位名额已满，优先其他人选')
    await button('预览').click()
    await page.getByText('候选人会收到').waitFor()
    await keepScreenshot(page, 'console-real-letter')
    await button('确认婉拒并发送').click()
    await page.getByText('已决定：婉拒').waitFor()
    await button('婉拒…').waitFor({ state: 'detached' })

    expect(problems).to.deep.equal([])
  })

  it('confirms proposals of screening, and signs out', async () => {
    await page.getByRole('link', { name: /今天/ }).click()
    await page.getByLabel('选择 李雷').check()
    await button('确认婉拒…').click()
    await page.getByLabel('理由').fill('未达到岗位的学历要求')
    await button('查看名单').click()
    await button('婉拒 1 人').click()
    await page.getByText('没有人等待决定').waitFor()

    await button(/我的账号/).click()
    await button('退出登录').click()
    await page.getByRole('heading', { name: '登录小招管理台' }).waitFor()
    await page.goto(`${home}/console/candidates`)
    await button('扫码登录').waitFor()
  })
})
