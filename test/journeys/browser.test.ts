/** 王小明's whole way as a newcomer walks it: the sandbox's page in Chromium, the mini-program in its phone, tap by tap. */
import { expect } from 'chai'
import type { BrowserContext, FrameLocator, Page } from 'playwright-core'
import { wang } from '../../scripts/demo/people.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { keepScreenshot, launchBrowser, phoneInFrame, type TestBrowser } from '../browser.js'
import { guideImage } from '../guide-images.js'
import { startWorld, type World } from './world.js'

const shortly = 30_000

describe('a newcomer in the browser', function () {
  this.timeout(240_000)
  let world: World
  let browser: TestBrowser
  let page: Page
  let phone: FrameLocator

  before(async () => {
    world = await startWorld()
    browser = await launchBrowser()
    await openPage()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await look('failed')
  })
  after(async () => {
    await browser.close()
    await world.end()
  })

  async function openPage(storageState?: Awaited<ReturnType<BrowserContext['storageState']>>): Promise<void> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      ...(storageState && { storageState }),
    })
    page = await context.newPage()
    page.setDefaultTimeout(shortly)
    await page.goto(world.sandboxUrl.replace('127.0.0.1', 'localhost'))
    phone = page.frameLocator('iframe')
  }

  /** What stands on the page of the mini-program that is in front. */
  const shown = () => phone.locator('wx-page:visible').last()
  const tap = (text: string) => shown().getByText(text, { exact: true }).last().click()
  const see = (text: string | RegExp) => shown().getByText(text).first().waitFor()
  const look = (name: string) => keepScreenshot(page, `journey-${name}`)
  const forGuide = (name: string) => guideImage(page.locator('.ph'), `candidate-${name}`)

  /** In the list of chats, not the banner of a new message that may lie above it. */
  const openChat = (name: string) => page.locator('.chats').getByText(name).first().click()

  /** Whatever is asked on the answer is left out, until this stands there. */
  async function leaveOutFollowUps(next: string): Promise<void> {
    await see(new RegExp(`看追问|${next}`))
    if ((await shown().getByText('看追问').count()) === 0) return
    await tap('看追问')
    await tap('没有补充，跳过')
    await shown().getByText('没有补充，跳过').waitFor({ state: 'detached' })
    await leaveOutFollowUps(next)
  }

  /** The report may be faster than the candidate's finger; either button asks for messages. */
  async function tapWhicheverComes(texts: string[]): Promise<void> {
    await shown()
      .getByText(new RegExp(texts.join('|')))
      .last()
      .click()
  }

  async function openNotice(text: string): Promise<void> {
    await waitFor(
      `the notice ${text}`,
      async () => (await world.sandbox.inbox(wang.personId)).some(({ title }) => title === text),
      { withinMs: shortly },
    )
    await page.getByRole('button', { name: '返回聊天' }).click()
    await openChat('服务通知')
    await look(`notices-${text}`)
    await page.getByText('进入小程序查看').last().click()
  }

  async function answerInText(): Promise<void> {
    const stem = await shown().locator('.stem').innerText()
    await tap('我想好了，开始作答')
    await shown()
      .locator('textarea')
      .fill(goodAnswer({ stem: { zh: stem, en: '' }, answerWith: 'text' }))
  }

  it('applies with a JSON résumé, and accepts one message in the same tap', async () => {
    await page
      .getByRole('button', { name: /招聘岗位/ })
      .first()
      .click()
    await phone.getByText('综合柜员').first().waitFor()
    await look('positions')
    await forGuide('positions')
    await phone.getByText('综合柜员').first().click()
    const chooser = page.waitForEvent('filechooser')
    await tap('从聊天记录选一份 JSON 简历')
    await (
      await chooser
    ).setFiles({ name: '简历.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(wang.resume)) })
    await look('apply')

    await tap('投递')
    await look('subscribe')
    await phone.getByText('允许', { exact: true }).click()

    await openNotice('面试邀请')
    await see('王小明，你好')
    await look('invitation')
  })

  it('proves who he is by the digits of his phone, and chooses what may be used', async () => {
    await tap('开始准备')
    await shown().locator('input').first().fill('8000')
    await look('phone-digits')
    await tap('下一步')
    await see('由你决定我们能用什么')
    await look('consent')

    const switches = shown().getByRole('switch')
    expect(await switches.evaluateAll((all) => all.map((one) => one.getAttribute('aria-checked')))).to.deep.equal([
      'false',
      'false',
      'false',
    ])
    await shown()
      .getByRole('switch', { name: /录音录像/ })
      .click()
    await shown()
      .getByRole('switch', { name: /AI 辅助评分/ })
      .click()
    await look('consent-chosen')
    await forGuide('consent')
    await tap('继续')
    await see('先试一下设备')
    await tap('测试麦克风')
    await phone.getByRole('button', { name: '同意', exact: true }).click()
    await phone.getByRole('button', { name: '允许', exact: true }).click()
    await see('我们听到你了')
    await look('device-check')
    await forGuide('check')
    await tap('开始面试')
    await see('准备好了就开始')
    await look('ready')
  })

  it('answers in text, with thinking time, autosave and a rest', async () => {
    await tap('看第 1 题')
    await see('我想好了，开始作答')
    await look('thinking')
    await answerInText()
    await see('刚刚已保存')
    await look('answering')
    await forGuide('answer')
    await tap('回答完毕')
    await see(/看追问|休息时间/)
    await look('after-an-answer')
    await leaveOutFollowUps('休息时间')
    await see('休息时间')
    await look('rest')
  })

  it('goes on where he was after the browser was killed in the middle of an answer', async () => {
    await tap('看第 2 题')
    await answerInText()
    await see('刚刚已保存')
    const before = await shown().locator('textarea').inputValue()
    const phoneMemory = await page.context().storageState()
    await page.context().close()

    await openPage(phoneMemory)
    await openChat('服务通知')
    await page.getByText('进入小程序查看').last().click()
    await tap('接着答')
    await shown().locator('textarea').waitFor()

    expect(await shown().locator('textarea').inputValue()).to.equal(before)
    await look('resumed')
    await tap('回答完毕')
    await leaveOutFollowUps('看第 3 题')
  })

  it('says an answer, which the sandbox hears as it was written for it', async () => {
    await tap('看第 3 题')
    const said = goodAnswer({ stem: { zh: await shown().locator('.stem').innerText(), en: '' }, answerWith: 'text' })
    await page.getByRole('textbox', { name: '语音作答说了什么' }).fill(said)
    await page.getByRole('button', { name: '记下' }).click()
    await tap('换成语音作答')
    await look('voice-thinking')
    await tap('我想好了，开始作答')
    await see('已上传 100%')
    await look('voice')
    await forGuide('voice')
    await tap('回答完毕')
    await leaveOutFollowUps('看第 4 题')
    await look('voice-said')
  })

  it('reckons by keypad, finishes, and asks for the result in one more tap', async () => {
    await tap('看第 4 题')
    await tap('换成文字作答')
    await answerInText()
    await tap('回答完毕')
    await leaveOutFollowUps('看第 5 题')
    await tap('看第 5 题')
    const stem = await shown().locator('.stem').innerText()
    await tap('我想好了，开始作答')
    for (const digit of goodAnswer({ stem: { zh: stem, en: '' }, answerWith: 'number' }))
      await shown()
        .getByRole('button', { name: digit === '.' ? '小数点' : digit, exact: true })
        .click()
    await look('keypad')
    await tap('回答完毕')
    await tap('看第 6 题')
    await answerInText()
    await tap('回答完毕')
    await leaveOutFollowUps('完成了，辛苦啦|反馈已经出来了')
    await see(/完成了，辛苦啦|反馈已经出来了/)
    await tapWhicheverComes(['看面试反馈', '出结果时通知我'])
    await phone.getByText('允许', { exact: true }).click()
    await look('status')
  })

  it('reads honest feedback a moment later, while the group hears of it', async () => {
    await openNotice('面试结果')
    await see('做得好')
    expect(await page.getByRole('textbox', { name: '语音作答说了什么' }).inputValue(), 'what was heard').to.equal('')
    await look('feedback')
    await forGuide('feedback')

    await world.sandbox.setClock({ speed: 60 }) // a card a minute at most
    const said = await waitFor(
      'the card about the report',
      async () =>
        (await world.sandbox.group('teller-group'))
          .map(({ content }) => content)
          .find((card) => card.includes('报告已生成')),
      { withinMs: shortly },
    )
    await world.sandbox.setClock({ speed: 1 })
    expect(said).to.match(/王\*明 [0-9A-HJKMNP-TV-Z]{4}/)
    await page.getByRole('button', { name: '返回聊天' }).click()
    await openChat('服务通知')
    await page.getByText('报告已生成').first().waitFor()
    await look('group')
    await guideImage(page, 'sandbox')
  })

  it('is heard by HR, who plays what was said above what was written down', async () => {
    const opened = page.context().waitForEvent('page')
    await page
      .getByRole('link', { name: /查看报告/ })
      .last()
      .click()
    const desk = await opened
    desk.setDefaultTimeout(shortly)
    await desk.getByRole('tab', { name: /第 3 题/ }).click()

    await desk.getByRole('button', { name: '播放', exact: true }).click()
    await desk.waitForFunction(
      () => Number(document.querySelector('[role=slider]')?.getAttribute('aria-valuenow')) >= 1,
    )
    await keepScreenshot(desk, 'journey-played')
    await desk.close()
  })

  it('reads what was written down of it, and what correcting it would mean', async () => {
    await page.getByRole('button', { name: '关机重开' }).click()
    await openChat('江南银行招聘')
    await shown()
      .getByText(/ 投递$/)
      .click()
    await tap('看看写成的文字')
    await tap('更正听错的地方')
    await shown().getByText('提交更正').scrollIntoViewIfNeeded()
    await forGuide('transcript')
    await tap('先不改')
  })

  it('speaks English at once', async () => {
    await page.getByRole('button', { name: '关机重开' }).click()
    await openChat('江南银行招聘')
    await tap('English')
    await see('Bank teller')
    await look('english')
  })

  it('met no error in the mini-program', async () => {
    const frame = page.frames().find((one) => one.url().includes('/phone/'))
    const { errors, missing } = await (await phoneInFrame(frame!)).health()

    expect({ errors, missing }).to.deep.equal({ errors: [], missing: [] })
  })
})
