/** The candidate's pages in Chromium, drawn from a fake API: one build and one browser for all suites, a fresh API and phone a test. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { buildMiniprogramWeb } from '../scripts/miniprogram-web/build.js'
import { servePhone, type PhoneServer } from '../scripts/miniprogram-web/serve.js'
import { launchBrowser, openPhone, type Phone, type TestBrowser } from './browser.js'
import { candidateApi, type CandidateApi } from './fakes/candidate-api.js'

interface Look {
  fontScale?: number
  width?: number
  height?: number
}

let shared: Promise<{ out: string; browser: TestBrowser }> | undefined

async function openShared() {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-phone-'))
  await buildMiniprogramWeb({ root: 'miniprogram', out })
  const browser = await launchBrowser()
  return { out, browser }
}

/**
 * What a page hands over in one call goes through a bridge as text, on an old phone slowly: WeChat advises to stay far under 256 KB. An
 * interview does it twice a second while somebody speaks.
 */
const mostSetDataBytes = { interview: 10 * 1024, elsewhere: 48 * 1024 }
const largest = new Map<string, number>()

function boundSetData(sizes: Record<string, number>): void {
  const isInterview = (name: string) => /^(pages\/interview|components\/voice-answer|check)\//.test(name)
  const tooLarge = Object.entries(sizes).filter(
    ([name, bytes]) => bytes > mostSetDataBytes[isInterview(name) ? 'interview' : 'elsewhere'],
  )
  for (const [name, bytes] of Object.entries(sizes)) largest.set(name, Math.max(bytes, largest.get(name) ?? 0))
  expect(tooLarge, 'setData, bytes in one call').to.deep.equal([])
}

/** Outside of any suite, so after the last of all. */
after(async () => {
  const pages = [...largest].filter(([name]) => /^(pages|check)\//.test(name)).sort(([, one], [, other]) => other - one)
  const told = pages.map(([name, bytes]) => `${name.split('/').at(-1)} ${(bytes / 1024).toFixed(1)}`)
  console.log(`    setData, the largest call of each page in kB: ${told.join(' · ')}`)
  const opened = await shared
  await opened?.browser.close()
  if (opened) fs.rmSync(opened.out, { recursive: true, force: true })
})

export function candidatePhone() {
  let out: string
  let browser: TestBrowser
  let api: CandidateApi
  let server: PhoneServer
  let phone: Phone

  before(async function () {
    this.timeout(60_000)
    ;({ out, browser } = await (shared ??= openShared()))
  })
  beforeEach(async () => {
    api = await candidateApi()
    server = await servePhone({ out, apiBase: api.url })
  })
  afterEach(async () => {
    const health = await phone.health()
    const sizes = await phone.setDataSizes()
    await phone.close()
    await server.close()
    await api.close()
    expect(health).to.deep.equal({ errors: [], warnings: [], missing: [] })
    boundSetData(sizes)
  })

  return {
    api: () => api,
    host: () => server.host,
    phone: () => phone,
    open: async (page: string, { fontScale = 1, width = 375, height = 760 }: Look = {}) => {
      phone = await openPhone(
        browser,
        `${server.url}?person=wang&fontScale=${fontScale}&path=${encodeURIComponent(page)}`,
        { width, height },
      )
    },
    current: () => phone.current(),
    text: (words: string | RegExp) => phone.page.getByText(words, { exact: true }).last(),
    button: (words: string | RegExp) => phone.current().getByRole('button', { name: words, exact: true }),
    shown: (words: string | RegExp) => phone.page.getByText(words, { exact: true }).last().waitFor(),
  }
}
