/** A page of HR's console on the product in this process, signed in as the first administrator, 周敏. */
import { randomBytes } from 'node:crypto'
import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { offerFirstAdmin } from '../../server/features/accounts/index.js'
import type { TestBrowser } from '../browser.js'
import type { WorldInProcess } from '../builders/world-in-process.js'

interface AdminPage {
  page: Page
  home: string
  /** Errors of the page, in its order. */
  problems: string[]
}

export async function openAdminPage(world: WorldInProcess, browser: TestBrowser): Promise<AdminPage> {
  const problems: string[] = []
  const home = `http://localhost:${new URL(world.productUrl).port}`
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) problems.push(message.text())
  })
  await becomeAdmin(world, page, home)
  return { page, home, problems }
}

async function becomeAdmin(world: WorldInProcess, page: Page, home: string): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name })
  const code = (await offerFirstAdmin(world.deps, { orgId: world.orgId, random: randomBytes(16) }))!
  await page.goto(`${home}/console/first-admin`)
  await page.getByLabel('一次性代码').fill(code)
  await button('确认').click()
  await page.getByRole('link', { name: '去登录' }).click()
  await page.getByRole('link', { name: /周敏/ }).click()
  await page.getByLabel('一次性代码').fill(code)
  await button('确认').click()
  await button('开始设置').click()
  const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '')
  await page
    .getByLabel('6 位数字')
    .fill(generateSync({ secret, epoch: Date.parse((await world.sandbox.clock()).now) / 1000 }))
  await button('确认').click()
  await page.getByRole('heading', { name: '等待决定', exact: true }).waitFor()
}
