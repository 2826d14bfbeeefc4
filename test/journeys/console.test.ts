/** HR's console in Chromium, with a stand-in for the staff's side of the product. Screenshots lie in build/screenshots. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { barriersOn } from '../axe.js'
import { keepScreenshot, launchBrowser, type TestBrowser } from '../browser.js'
import { applicationForStaff, candidateRow, me, numeracyToReview, screened, waitingDecision } from '../builders/staff-reports.js'
import { startStaffApi, type FakeStaffApi, type StaffState } from '../fakes/staff-api.js'

const shortly = 15_000
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const reportPath = `/candidates/${applicationForStaff().applicationId}`

describe('HR’s console', function () {
  this.timeout(120_000)
  let browser: TestBrowser
  let api: FakeStaffApi
  let page: Page
  const built = fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-console-'))
  const problems: string[] = []

  before(async () => {
    await build({ configFile: 'server/console/vite.config.ts', build: { outDir: built }, logLevel: 'error' })
    browser = await launchBrowser()
  })
  after(async () => {
    await browser.close()
    fs.rmSync(built, { recursive: true, force: true })
  })
  afterEach(async () => {
    await page.context().close()
    await api.close()
  })

  async function open(at: string, state: Partial<StaffState>, viewport = desk, userAgent?: string): Promise<void> {
    problems.length = 0
    api = await startStaffApi(built, state)
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'America/New_York', ...(userAgent && { userAgent }) })
    page = await context.newPage()
    page.setDefaultTimeout(shortly)
    page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(api.baseUrl)) problems.push(`outside: ${request.url()}`) })
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text())) problems.push(message.text()) })
    await page.goto(`${api.baseUrl}/console${at}`)
  }

  const sentTo = (key: string) => api.state.sent.filter((one) => one.key === key).map(({ body }) => body)
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const scrolls = () => page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
    return { down: scrollHeight > clientHeight, across: scrollWidth > clientWidth }
  })
  /** What sticks out at the right, where a page must not scroll across. */
  const wide = () => page.evaluate(() => [...document.querySelectorAll('main *, header *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !one.closest('.tabs, nav, .hidden'))
    .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 20)}`))
  const fine = async () => { expect([...await barriersOn(page), ...problems]).to.deep.equal([]) }

  const three = () => [
    screened(3, { name: '李雷', shortCode: 'B3T9' }), screened(4, { name: '韩梅梅', shortCode: 'C4D5', proposal: 'hold' }),
    waitingDecision(1), waitingDecision(2, { name: '赵倩', shortCode: 'K9M2', raisedAt: '2026-11-22T10:00:00.000Z', dueAt: '2026-11-23T10:00:00.000Z', overdue: false, toReview: 0 }),
  ]

  describe('at the door', () => {
    it('offers both ways in a browser, and keeps where somebody wanted to go', async () => {
      await open(reportPath, {})
      await button('扫码登录').waitFor()
      await fine()
      await keepScreenshot(page, 'console-sign-in')

      const asked = page.waitForRequest(/\/api\/staff\/sign-in\?/)
      await button('扫码登录').click()

      expect(new URL((await asked).url()).searchParams.get('returnTo')).to.equal(`/console${reportPath}`)
    })

    it('keeps what WeCom’s sign-in leaves neither in the address nor for the way back', async () => {
      await open(`${reportPath}#wechat_redirect`, {})
      const asked = page.waitForRequest(/\/api\/staff\/sign-in\?/)
      await button('扫码登录').click()
      expect(new URL((await asked).url()).searchParams.get('returnTo')).to.equal(`/console${reportPath}`)

      api.state.me = me()
      await page.goto(`${api.baseUrl}/console/?show=overdue#wechat_redirect`)
      await page.getByText('没有人等待决定').waitFor()
      expect(page.url()).to.equal(`${api.baseUrl}/console/?show=overdue`)
    })

    it('asks nothing inside WeCom', async () => {
      await open('/', {}, phone, 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile wxwork/4.1.36 MicroMessenger/7.0.1')

      await page.waitForURL(/\/api\/staff\/sign-in\?via=wecom&returnTo=%2Fconsole%2F/)
    })

    it('makes the one with the code the first administrator, with a second factor', async () => {
      await open('/first-admin', { me: me({ name: '周敏', grants: [], secondFactor: 'not-needed' }) })
      await page.getByLabel('一次性代码').fill('a1b2')
      await button('确认').click()
      await page.getByText('4 组').waitFor()
      await page.getByLabel('一次性代码').fill('a1b2 c3d4 e5f6 g7h8')
      await page.keyboard.press('Enter')
      await button('开始设置').click()
      await page.getByText('JBSW Y3DP EHPK 3PXP').waitFor()
      await fine()
      await keepScreenshot(page, 'console-second-factor')
      api.state.me!.grants = [{ role: 'hr-admin', positionIds: 'all' }]
      await page.getByLabel('6 位数字').fill('123456')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '等待决定', exact: true }).waitFor()

      expect(sentTo('POST /api/staff/first-admin')).to.deep.equal([{ code: 'A1B2-C3D4-E5F6-G7H8' }])
      expect(sentTo('POST /api/staff/second-factor')).to.deep.equal([{ code: '123456' }])
    })

    it('says whom to ask when somebody has no role', async () => {
      await open('/no-access', {})

      await page.getByText('请联系 HR 管理员').waitFor()
      await fine()
    })
  })

  describe('who waits', () => {
    it('stands oldest first with how long, red only for what is late', async () => {
      await open('/', { me: me(), waiting: three() })
      await page.getByText('4 人 · 最久已等 2 天 4 小时').waitFor()

      expect(await page.locator('.waiting .who b').allInnerTexts()).to.deep.equal(['王小明', '李雷', '韩梅梅', '赵倩'])
      expect(await page.locator('.waiting .tone-bad').allInnerTexts()).to.deep.equal(['已等 2 天 4 小时', '已超时 1 天 4 小时'])
      expect(await page.getByRole('link', { name: /今天/ }).innerText()).to.contain('4')
      await fine()
      await keepScreenshot(page, 'console-today')
    })

    it('remembers filters in the address and for the next visit', async () => {
      await open('/', { me: me(), waiting: three() })
      await page.getByLabel('只看').selectOption({ label: '已超时' })
      await page.getByText('1 人，共 4 人').waitFor()
      expect(page.url()).to.contain('show=overdue')

      await page.goto(`${api.baseUrl}/console/`)
      await page.getByText('1 人，共 4 人').waitFor()
      await page.getByLabel('岗位').selectOption('teller')
      await page.getByLabel('环节').selectOption({ label: '简历筛选' })
      await button('清空筛选').click()
      await page.getByText('4 人 · 最久').waitFor()
    })

    it('confirms proposals of screening together: reason, who exactly, confirmation', async () => {
      await open('/', { me: me(), waiting: three() })
      await page.getByLabel('选择全部筛选建议（2）').check()
      await button('确认婉拒…').click()
      await button('查看名单').click()
      await page.getByText('请写明理由').waitFor()
      await page.getByLabel('理由').fill('学历不符合岗位要求')
      await button('查看名单').click()
      await page.getByRole('dialog').getByText('韩梅梅').waitFor()
      await fine()
      await keepScreenshot(page, 'console-bulk')
      await button('婉拒 2 人').click()
      await page.getByText('已决定 2 人').waitFor()
      await page.getByText('2 人 · 最久').waitFor()

      expect(sentTo('POST /api/staff/decisions/bulk').map((body) => (body as { confirmed: boolean }).confirmed)).to.deep.equal([false, true])
    })

    it('says how it fills when nobody waits, and what to do when the server is away', async () => {
      await open('/', { me: me() })
      await page.getByText('没有人等待决定').waitFor()
      await fine()

      await page.route('**/api/staff/waiting', (route) => route.abort())
      await page.reload()
      await page.getByText('暂时连不上服务器').waitFor()
      await page.unroute('**/api/staff/waiting')
      await button('重试').click()
      await page.getByText('没有人等待决定').waitFor()
    })
  })

  describe('the candidates', () => {
    it('are found by name or short code, position and progress', async () => {
      await open('/candidates', { me: me(), candidates: [candidateRow(1), candidateRow(2, { name: '李雷', shortCode: 'B3T9', step: 'invited', stepName: { zh: '已邀请', en: 'Invited' } })] })
      await page.getByText('2 位候选人').waitFor()
      await page.getByLabel('姓名或短码').fill('b3t9')
      await page.getByText('1 位候选人').waitFor()
      await page.getByLabel('进度').selectOption({ label: '等待决定' })
      await page.getByText('没有符合条件的候选人').waitFor()
      await button('清空条件').click()
      await page.getByText('2 位候选人').waitFor()
      await fine()
      await keepScreenshot(page, 'console-candidates')
    })
  })

  describe('a candidate’s page', () => {
    const waiting = () => [waitingDecision(1)]
    const openReport = (changes: Parameters<typeof applicationForStaff>[0] = {}, viewport = desk, reportChanges: Parameters<typeof applicationForStaff>[1] = {}) =>
      open(reportPath, { me: me(), waiting: waiting(), applications: [applicationForStaff(changes, reportChanges)] }, viewport)

    it('shows verdict, evidence and history on one screen', async () => {
      await openReport()
      await page.getByRole('tab', { name: /第 3 题/ }).click()
      await page.locator('mark').first().waitFor()

      expect(await page.locator('mark').allInnerTexts()).to.deep.equal(['请她到旁边坐下，跟她说抱歉让您久等', '带她去旁边的机器上办，大概十分钟', '记下来，下班前跟主任说能不能多开一个窗口'])
      expect(await scrolls()).to.deep.equal({ down: false, across: false })
      await page.getByText('高于该岗位 71% 的候选人（214 人）').waitFor()
      await page.getByText('11-20 10:15').waitFor()
      await page.getByText('来源：小程序投递').waitFor()
      await fine()
      await keepScreenshot(page, 'console')
    })

    it('opens on what waits for a review, hides its score until it is rated, then shows both', async () => {
      await openReport()
      await page.getByRole('tab', { name: /第 5 题.*待复核/, selected: true }).waitFor()
      expect(await page.getByRole('tabpanel').first().innerText()).to.not.contain('2.8')
      await fine()
      await keepScreenshot(page, 'console-review')

      await button('提交评分').click()
      await page.getByText('请先选一个分数').waitFor()
      await page.getByRole('radio', { name: '1.0' }).focus()
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
      await page.getByLabel('说明').fill('步骤对，少了复核')
      await button('提交评分').click()
      await page.getByText('李静 评 2.5').waitFor()
      await page.getByText('机器评分 2.8').waitFor()

      expect(sentTo(`POST /api/staff/reports/${applicationForStaff().report!.reportId}/ratings`)).to.deep.equal([{ questionId: 'q5', score: 2.5, note: '步骤对，少了复核' }])
    })

    it('moves between the answers by keyboard', async () => {
      await openReport()
      await page.getByRole('tab', { name: /第 5 题/ }).focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowLeft')

      expect(await page.getByRole('tab', { selected: true }).first().innerText()).to.contain('第 6 题')
      await page.getByText('正确答案 369.86').waitFor()
      await button('去复核第 5 题').click()
      await page.getByRole('tab', { name: /第 5 题/, selected: true }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.id)).to.equal('answer')
    })

    it('advances with time, place and contact after showing the notice, by keyboard alone', async () => {
      await openReport()
      await button('进入 HR 复试…').focus()
      await page.keyboard.press('Enter')
      expect(await page.getByLabel('时间（Asia/Shanghai）').inputValue()).to.equal('2026-11-30T14:00')
      await page.keyboard.press('Escape')
      expect(await page.getByRole('dialog').count()).to.equal(0)
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.contain('进入 HR 复试')

      await page.keyboard.press('Enter')
      await page.getByLabel('理由').fill('沟通清楚，服务意识好')
      await fine()
      await keepScreenshot(page, 'console-advance')
      await button('预览').focus()
      await page.keyboard.press('Enter')
      await page.getByText('复试安排：江南银行总行 3 楼 302').waitFor()
      await button('确认并发送').focus()
      await page.keyboard.press('Enter')
      await page.getByText('已决定：进入下一轮').waitFor()
      await button('进入 HR 复试…').waitFor({ state: 'detached' })

      const slot = applicationForStaff().nextSlot
      expect(sentTo(`POST /api/staff/decisions/${waitingDecision(1).decisionId}`)).to.deep.equal([{ verdict: 'advance', reason: '沟通清楚，服务意识好', slot }])
    })

    it('declines only with a reason and after the letter was seen', async () => {
      await openReport()
      await button('婉拒…').click()
      await button('预览').click()
      await page.getByText('请写明理由').waitFor()
      expect(sentTo(`POST /api/staff/decisions/${waitingDecision(1).decisionId}/preview`)).to.deep.equal([])
      await page.getByLabel('理由').fill('数字与逻辑未达到要求')
      await button('预览').click()
      await page.getByText('您能先安抚再给方案').waitFor()
      await page.getByText('还有 1 题待复核').waitFor()
      await fine()
      await keepScreenshot(page, 'console-decline')
      await button('确认婉拒并发送').click()
      await page.getByText('已决定：婉拒').waitFor()
    })

    it('tells kindly that somebody else decided, and shows how it stands', async () => {
      await openReport()
      await button('待定…').click()
      await page.getByLabel('理由').fill('等部门意见')
      await button('预览').click()
      await page.getByText('候选人不会收到消息。').waitFor()
      api.state.refuse = { status: 409, code: 'already-decided' }
      await button('确认待定').click()

      await page.getByText('已经有人决定了').waitFor()
    })

    it('ends a session without losing the place', async () => {
      await openReport()
      await button('待定…').waitFor()
      api.state.me = undefined
      await page.getByRole('tab', { name: /第 5 题/ }).click()
      await page.getByRole('radio', { name: '3.0' }).check({ force: true })
      await button('提交评分').click()
      await page.getByText('登录已过期').waitFor()

      const asked = page.waitForRequest(/\/api\/staff\/sign-in\?/)
      await button('重新登录').click()
      expect(new URL((await asked).url()).searchParams.get('returnTo')).to.equal(`/console${reportPath}`)
    })

    it('says so where too few have been through for a median, where nobody scored, and where there is no report', async () => {
      const few = applicationForStaff().report!.competencies.map(({ median: _median, ...rest }) => rest)
      const { standing: _standing, ...report } = applicationForStaff().report!
      await openReport({ report: { ...report, competencies: few } })
      await page.getByText('同岗位不足 20 人').waitFor()
      await page.context().close()
      await api.close()

      const { total: _total, recommendation: _recommendation, ...unscored } = report
      await openReport({ report: { ...unscored, status: 'awaiting-human', competencies: [], questions: [numeracyToReview()] } })
      await page.getByText('等待人工评阅').waitFor()
      await page.context().close()
      await api.close()

      const { report: _report, ...screenedOnly } = applicationForStaff()
      await open(reportPath, { me: me(), applications: [{ ...screenedOnly, waiting: screened(1) }] })
      await page.getByText('建议婉拒').waitFor()
      await page.getByRole('heading', { name: '经历' }).waitFor()
      await fine()
    })

    it('draws the radar when it is asked for', async () => {
      await openReport()
      await button('雷达图').click()
      await page.getByRole('img', { name: /客户服务 4.5/ }).waitFor()
      await page.locator('.radar canvas').waitFor()
      await fine()
      await keepScreenshot(page, 'console-radar')
    })

    it('copies its link outside WeCom', async () => {
      await openReport()
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await button('分享给面试官').click()
      await page.getByText('链接已复制').waitFor()

      expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(`${api.baseUrl}/console${reportPath}`)
    })

    it('reads on a phone, most important first, and at twice the text size', async () => {
      await openReport({}, phone)
      await page.getByText('高于该岗位').waitFor()
      expect((await scrolls()).across).to.equal(false)
      await fine()
      await keepScreenshot(page, 'console-390')
      const order = await page.evaluate(() => ['.report-head', '.verdict', '.questions', '.side-card'].map((one) => document.querySelector(one)!.getBoundingClientRect().top))
      expect(order).to.deep.equal([...order].sort((a, b) => a - b))

      await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
      expect(await wide()).to.deep.equal([])
      await button('进入 HR 复试…').waitFor()
      await keepScreenshot(page, 'console-390-large')
      await page.setViewportSize(desk)
      expect(await wide()).to.deep.equal([])
    })

    it('speaks English', async () => {
      await openReport()
      await button('English').click()
      await page.getByText('Above 71% of this position’s candidates (214)').waitFor()
      await fine()
      expect(sentTo('PUT /api/staff/me/language')).to.deep.equal([{ language: 'en' }])
      await keepScreenshot(page, 'console-en')
      await page.goto(`${api.baseUrl}/console/`)
      await page.getByText('longest wait 2 d 4 h').waitFor()
      await keepScreenshot(page, 'console-today-en')
    })
  })

  it('reads on a phone', async () => {
    await open('/', { me: me(), waiting: three() }, phone)
    await page.getByText('4 人 · 最久').waitFor()
    expect((await scrolls()).across).to.equal(false)
    await fine()
    await keepScreenshot(page, 'console-today-390')
  })
})
