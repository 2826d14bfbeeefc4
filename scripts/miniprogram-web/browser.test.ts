import { expect } from 'chai'
import { launchBrowser, openPhone, type Phone, type TestBrowser } from '../../test/browser.js'
import { buildMiniprogramWeb } from './build.js'
import { servePhone, type PhoneServer } from './serve.js'
import { apiServer } from './testing/api-server.js'
import type { Inspector } from './testing/jsdom-phone.js'
import { tempProject, type TempProject } from './testing/temp-project.js'

interface Inspected {
  __xz: Inspector
}

describe('the mini-program in Chromium', function () {
  this.timeout(30_000)
  let project: TempProject
  let server: PhoneServer
  let browser: TestBrowser
  let phone: Phone

  before(async () => {
    project = tempProject()
    await buildMiniprogramWeb({ root: project.root, out: project.out })
    server = await servePhone({ out: project.out })
    browser = await launchBrowser()
  })
  after(async () => {
    await browser.close()
    await server.close()
    project.remove()
  })
  afterEach(async () => {
    const health = await phone.health()
    await phone.close()
    expect(health).to.deep.equal({ errors: [], warnings: [], missing: [] })
  })

  const open = async (query = 'person=wang', options = {}) => {
    phone = await openPhone(browser, `${server.url}?${query}`, options)
  }

  it('draws TDesign, takes what is typed and ticked, and opens the subscription sheet in the tap', async () => {
    await open()
    const page = phone.current()
    await page.getByPlaceholder('请填写你的姓名').fill('王小明 😀')
    await page.getByText('我已了解').last().tap()
    await page.locator('.agreed').waitFor()
    await phone.screenshot('miniprogram-web-page')

    await page.getByRole('button', { name: '提醒我' }).tap()
    const sheet = phone.page.getByRole('dialog')
    await sheet.getByText('面试邀请通知').waitFor()
    await phone.screenshot('miniprogram-web-sheet')
    await sheet.getByRole('button', { name: '允许' }).tap()
    await phone.page.waitForFunction(() => (globalThis as unknown as Inspected).__xz.data().answer !== '')

    expect(await phone.data()).to.include({ name: '王小明 😀', isAgreed: true, answer: 'accept' })
  })

  it('has a Chinese font: two characters do not look the same', async () => {
    await open()

    const [wang, li] = await phone.page.evaluate(() =>
      ['王', '李'].map((character) => {
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d') as CanvasRenderingContext2D
        context.font = `40px ${getComputedStyle(document.body).fontFamily}`
        context.fillText(character, 10, 60)
        return canvas.toDataURL()
      }),
    )

    expect(wang).not.to.equal(li)
  })

  it('fits a phone of 320 px and does not scroll sideways', async () => {
    await open('person=wang', { width: 320, height: 568 })

    const sideways = await phone.current().evaluate((node) => node.scrollWidth - node.clientWidth)

    expect(sideways).to.equal(0)
    await phone.screenshot('miniprogram-web-320')
  })

  it('measures, scrolls and grows its text', async () => {
    await open('person=wang&fontScale=2', { height: 500 })
    const measure = () =>
      phone.page.evaluate(
        () =>
          new Promise<{ width: number; top: number }>((done) => {
            ;(globalThis as unknown as Inspected).__xz.wx
              .createSelectorQuery()
              .select('.card')
              .boundingClientRect(done)
              .exec()
          }),
      )

    const before = await measure()
    await phone.page.evaluate(
      () => (globalThis as unknown as Inspected).__xz.wx.pageScrollTo({ scrollTop: 100, duration: 0 }) as Promise<void>,
    )

    expect(before.width).to.equal(375 - 2 * 16)
    expect((await measure()).top).to.equal(before.top - 100)
    expect(await phone.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).to.equal('32px')
  })

  it('goes to another page and back, with mouse, finger and keyboard', async () => {
    await open()

    await phone.current().getByText('查看说明').first().click()
    await phone.current().getByText('40%').waitFor()
    expect(await phone.route()).to.equal('pages/detail/detail')
    await phone.screenshot('miniprogram-web-detail')
    await phone.page.getByRole('button', { name: '返回', exact: true }).first().tap()
    expect(await phone.route()).to.equal('pages/home/home')

    await phone.current().locator('wx-button.add, wx-button[class*=add]').first().press('Enter')
    expect(await phone.data()).to.include({ count: 1 })
  })

  it('keeps the storage when the browser is killed, like a phone, and for each person apart', async () => {
    await open()
    await phone.page.evaluate(() => (globalThis as unknown as Inspected).__xz.wx.setStorageSync('draft', '未写完'))
    const storage = await phone.storage()
    await phone.close()

    await open('person=wang', { storage })
    const kept = await phone.page.evaluate(
      () => (globalThis as unknown as Inspected).__xz.wx.getStorageSync('draft') as string,
    )

    expect(kept).to.equal('未写完')
    await phone.close()
    await open('person=li', { storage })
    expect(
      await phone.page.evaluate(() => (globalThis as unknown as Inspected).__xz.wx.getStorageSync('draft') as string),
    ).to.equal('')
  })

  it('loses the network with the browser', async () => {
    const api = await apiServer()
    await open()

    await phone.context.setOffline(true)
    const failure = await phone.page.evaluate(
      (url) =>
        (globalThis as unknown as Inspected).__xz.wx
          .request({ url })
          .catch((reason: { errMsg: string }) => reason.errMsg),
      api.url,
    )

    expect(failure).to.match(/ERR_INTERNET_DISCONNECTED/)
    expect(api.seen).to.deep.equal([])
    await api.close()
  })
})
