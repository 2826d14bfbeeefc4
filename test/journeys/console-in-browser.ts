/** HR's console, as it was built, in Chromium with a stand-in for the staff's side of the product. Screenshots lie in build/screenshots. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { barriersOn } from '../axe.js'
import { launchBrowser, type TestBrowser } from '../browser.js'
import { applicationForStaff } from '../builders/staff-reports.js'
import { startStaffApi, type FakeStaffApi, type StaffState } from '../fakes/staff-api.js'
import { guideImage } from '../guide-images.js'
import { built, ensureBuilt } from './built.js'

const shortly = 15_000
export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }
export const reportPath = `/candidates/${applicationForStaff().applicationId}`

/** To be called inside a `describe`: it opens and closes what it needs around the tests there. */
export function consoleInBrowser() {
  let browser: TestBrowser
  let api: FakeStaffApi
  /** One for all tests, because a new one costs more than what is looked at in it. Each API has a port, so a storage, of its own. */
  let page: Page | undefined
  let pagesAgent: string | undefined
  const problems: string[] = []

  before(async () => {
    ensureBuilt()
    browser = await launchBrowser()
  })
  after(() => browser.close())
  afterEach(async function () {
    await leave()
    if (this.currentTest?.state === 'failed') await closePage()
  })

  async function leave(): Promise<void> {
    await page?.unrouteAll({ behavior: 'wait' })
    await page?.goto('about:blank')
    await page?.context().clearCookies()
    await page?.context().clearPermissions()
    await api.close()
  }

  async function closePage(): Promise<void> {
    await page?.context().close()
    page = undefined
  }

  async function newPage(userAgent?: string): Promise<Page> {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'America/New_York',
      ...(userAgent && { userAgent }),
    })
    const opened = await context.newPage()
    opened.setDefaultTimeout(shortly)
    opened.on('request', (request) => {
      if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(api.baseUrl))
        problems.push(`outside: ${request.url()}`)
    })
    opened.on('pageerror', (error) => problems.push(error.message))
    opened.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text()))
        problems.push(message.text())
    })
    return opened
  }

  return {
    open: async (
      at: string,
      state: Partial<StaffState>,
      viewport = desk,
      userAgent?: string,
    ): Promise<{ page: Page; api: FakeStaffApi }> => {
      if (userAgent !== pagesAgent) await closePage()
      pagesAgent = userAgent
      api = await startStaffApi(built.consoleDir, state)
      page ??= await newPage(userAgent)
      problems.length = 0
      await page.setViewportSize(viewport)
      await page.goto(`${api.baseUrl}/console${at}`)
      return { page, api }
    },
    /** Before it is opened again in the same test. */
    leave,
    sentTo: (key: string) => api.state.sent.filter((one) => one.key === key).map(({ body }) => body),
    button: (name: string | RegExp) => page!.getByRole('button', { name }),
    scrolls: () =>
      page!.evaluate(() => {
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
        return { down: scrollHeight > clientHeight, across: scrollWidth > clientWidth }
      }),
    /** What sticks out at the right, where a page must not scroll across. */
    wide: () =>
      page!.evaluate(() =>
        [...document.querySelectorAll('main *, header *')]
          .filter(
            (one) =>
              one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
              !one.closest('.tabs, nav, .hidden'),
          )
          .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 20)}`),
      ),
    /** For the guides, as it stands now, in both languages. */
    picture: async (name: string) => {
      const turnTo = async (button: string, lang: string) => {
        await page!.getByRole('button', { name: button, exact: true }).click()
        await page!.waitForFunction((one) => document.documentElement.lang.startsWith(one), lang)
      }
      await guideImage(page!, `${name}.zh`)
      await turnTo('English', 'en')
      await guideImage(page!, `${name}.en`)
      await turnTo('中文', 'zh')
    },
    /** No barrier, no error, no request to elsewhere. */
    fine: async () => {
      expect([...(await barriersOn(page!)), ...problems]).to.deep.equal([])
    },
  }
}
