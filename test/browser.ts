import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core'
import { findChromium } from './chromium.js'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]
const SCREENSHOTS = path.join('build', 'screenshots')

export interface TestBrowser {
  /** for pages that are no phone (console, sandbox) */
  newContext: Browser['newContext']
  close: () => Promise<void>
}

/** Starts a Chromium with an empty profile; close() leaves nothing behind. */
export async function launchBrowser(): Promise<TestBrowser> {
  const { executablePath, env, remove } = await findChromium()
  const tracesDir = fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-browser-'))
  const browser = await chromium.launch({ executablePath, env, args: FLAGS, tracesDir, artifactsDir: tracesDir })
  return {
    newContext: (options) => browser.newContext(options),
    async close() {
      await browser.close()
      fs.rmSync(tracesDir, { recursive: true, force: true })
      remove()
    },
  }
}

interface PhoneOptions {
  width?: number
  height?: number
  /** an earlier phone's context: the same storage, as after closing the app */
  context?: BrowserContext
  /** what an earlier phone's `storage()` returned: the same storage in a new browser, after the first was killed */
  storage?: Storage
}

type Storage = Awaited<ReturnType<BrowserContext['storageState']>>

export interface Health {
  errors: string[]
  warnings: string[]
  missing: string[]
}

interface Inspector {
  health(): Health
  data(): Record<string, unknown>
  route(): string
  /** The largest call of each page and component, in bytes. */
  setDataSizes(): Record<string, number>
}

/** Opens the mini-program on a phone of its own; `url` is where it is served (…/phone/?person=…&path=…). */
export async function openPhone(
  browser: TestBrowser,
  url: string,
  { width = 375, height = 812, context, storage }: PhoneOptions = {},
) {
  const own =
    context ??
    (await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: process.env.GUIDE_IMAGES === 'yes' ? 2 : 1, // four times the dots to draw, by a processor
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...(storage ? { storageState: storage } : {}),
    }))
  const page = await own.newPage()
  page.setDefaultTimeout(5000)
  const log = logOf(page)
  await page.goto(url)
  const inside = await phoneInFrame(page.mainFrame()).catch((cause: Error) => {
    throw new Error([cause.message, ...log].join('\n'), { cause })
  })
  return {
    ...inside,
    context: own,
    page,
    /** console lines and uncaught errors, oldest first */
    log,
    screenshot: (name: string) => keepScreenshot(page, name),
    storage: () => own.storageState(),
    close: () => (context ? page.close() : own.close()),
  }
}

export type Phone = Awaited<ReturnType<typeof openPhone>>

/** The mini-program in a frame that is already there, such as the phone on the sandbox's page; waits until it has started. */
export async function phoneInFrame(frame: Frame) {
  await frame.waitForSelector('html[data-ready]', { state: 'attached' })
  return {
    /** only the visible page of the stack */
    current: () => frame.locator('wx-page:visible'),
    route: () => inspect(frame, 'route') as Promise<string>,
    data: () => inspect(frame, 'data') as Promise<Record<string, unknown>>,
    health: () => inspect(frame, 'health') as Promise<Health>,
    setDataSizes: () => inspect(frame, 'setDataSizes') as Promise<Record<string, number>>,
  }
}

function logOf(page: Page) {
  const lines: string[] = []
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => lines.push(`pageerror: ${error.message}`))
  return lines
}

const inspect = (frame: Frame, what: keyof Inspector) =>
  frame.evaluate((name) => (globalThis as unknown as { __xz: Inspector }).__xz[name](), what)

/** Kept for a person's eyes under build/screenshots/, beside which the mock-ups are laid. */
export async function keepScreenshot(page: Page, name: string): Promise<string> {
  fs.mkdirSync(SCREENSHOTS, { recursive: true })
  const file = path.join(SCREENSHOTS, `${name}.png`)
  await page.screenshot({ path: file })
  return file
}
