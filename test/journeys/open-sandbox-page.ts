import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { TestBrowser } from '../browser.js'
import { built, ensureBuilt } from './built.js'

const shortly = 20_000

/** The page as it was built, beside a stand-in for the mini-program. */
export function builtSandboxPage() {
  ensureBuilt()
  const phoneDir = fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-page-'))
  fs.writeFileSync(
    path.join(phoneDir, 'index.html'),
    '<!doctype html><h1>mini-program</h1><script>document.title = location.search</script>',
  )
  return { pageDir: built.pageDir, phoneDir, remove: () => fs.rmSync(phoneDir, { recursive: true, force: true }) }
}

interface Opening {
  baseUrl: string
  /** Is told whatever the page complains of, and every request that leaves it. */
  problems: string[]
  viewport?: { width: number; height: number }
  /** Before the page is loaded. */
  prepare?: (page: Page) => Promise<void>
}

/** Opens the page in a zone that is not the organisation's. */
export async function openSandboxPage(
  browser: TestBrowser,
  { baseUrl, problems, viewport = { width: 1440, height: 900 }, prepare }: Opening,
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'America/New_York' })
  const page = await context.newPage()
  page.setDefaultTimeout(shortly)
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl) && !request.url().startsWith('data:'))
      problems.push(`outside: ${request.url()}`)
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await prepare?.(page)
  await page.goto(baseUrl)
  await page.getByText('柜员校招群').first().waitFor()
  return page
}
