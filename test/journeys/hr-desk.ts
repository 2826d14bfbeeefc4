/** HR's side in Chromium: a whole world with all three pages, and one browser that sits at the sandbox's page. */
import type { Page } from 'playwright-core'
import { launchBrowser } from '../browser.js'
import { startWorld } from './world.js'

const shortly = 30_000
const mostTabs = 120

export type Desk = Awaited<ReturnType<typeof openDesk>>

export async function openDesk() {
  const world = await startWorld()
  const browser = await launchBrowser()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(shortly)
  const problems: string[] = []
  context.on('weberror', (error) => problems.push(error.error().message))
  const page = await context.newPage()
  await page.goto(world.sandboxUrl.replace('127.0.0.1', 'localhost'))
  await page.getByRole('tab', { name: /柜员校招群/ }).waitFor()

  return {
    world,
    page,
    problems,
    pages: () => context.pages(),
    /** What a tap opens in a tab of its own. */
    async opens(tap: () => Promise<void>): Promise<Page> {
      const [opened] = await Promise.all([context.waitForEvent('page'), tap()])
      await opened.waitForLoadState()
      return opened
    },
    async become(name: string): Promise<void> {
      await page.bringToFront()
      await page
        .locator('.top')
        .getByRole('button', { name: /我是|I am/ })
        .click()
      await page.getByRole('menuitemradio', { name: new RegExp(name) }).click()
    },
    async end(): Promise<void> {
      await browser.close()
      await world.end()
    },
  }
}

/** Goes from part to part by Tab, as who has no mouse does, until the one with this text has the focus. */
export async function tabTo(page: Page, text: string | RegExp): Promise<void> {
  const seen: string[] = []
  for (let presses = 0; presses < mostTabs; presses += 1) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const at = document.activeElement
      if (!at?.matches('a, button, input, textarea, select, [tabindex="0"]')) return ''
      const label = 'labels' in at ? (at as HTMLInputElement).labels?.[0]?.textContent : undefined
      return [at.getAttribute('aria-label'), label, at.id, at.textContent]
        .map((part) => part?.trim() ?? '')
        .join(' ')
        .trim()
    })
    if (typeof text === 'string' ? name.includes(text) : text.test(name)) return
    seen.push(name.slice(0, 30))
  }
  throw new Error(`no Tab leads to ${String(text)}, but to ${[...new Set(seen)].join(' | ')}`)
}
