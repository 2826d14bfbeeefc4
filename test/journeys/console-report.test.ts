/** A candidate’s page in HR’s console, in Chromium: the report read, rated, arranged and decided. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { keepScreenshot } from '../browser.js'
import { me, screened, waitingDecision } from '../builders/staff-lists.js'
import { applicationForStaff, mayNothing, numeracyToReview, sameInAnotherFile } from '../builders/staff-reports.js'
import type { FakeStaffApi } from '../fakes/staff-api.js'
import { consoleInBrowser, desk, phone, reportPath } from './console-in-browser.js'

describe('a candidate’s page in HR’s console', function () {
  this.timeout(120_000)
  let page: Page
  let api: FakeStaffApi
  const { open: openAt, sentTo, button, scrolls, wide, fine, leave } = consoleInBrowser()
  const open = async (...at: Parameters<typeof openAt>) => {
    ;({ page, api } = await openAt(...at))
  }

  const waiting = () => [waitingDecision(1)]
  const openReport = (
    changes: Parameters<typeof applicationForStaff>[0] = {},
    viewport = desk,
    reportChanges: Parameters<typeof applicationForStaff>[1] = {},
  ) =>
    open(
      reportPath,
      { me: me(), waiting: waiting(), applications: [applicationForStaff(changes, reportChanges)] },
      viewport,
    )

  it('shows verdict, evidence and history on one screen', async () => {
    await openReport()
    await page.getByRole('tab', { name: /第 3 题/ }).click()
    await page.locator('mark').first().waitFor()
    expect(await page.locator('mark').allInnerTexts()).to.deep.equal([
      '请她到旁边坐下，跟她说抱歉让您久等',
      '带她去旁边的机器上办，大概十分钟',
      '记下来，下班前跟主任说能不能多开一个窗口',
    ])
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

    expect(sentTo(`POST /api/staff/reports/${applicationForStaff().report!.reportId}/ratings`)).to.deep.equal([
      { questionId: 'q5', score: 2.5, note: '步骤对，少了复核' },
    ])
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

  it('shows what was said after an answer, and marks what is quoted where it was said', async () => {
    await openReport()
    await page.getByRole('tab', { name: /第 2 题/ }).click()
    expect(await page.locator('#answer mark').innerText()).to.equal('大概十分钟')
    await keepScreenshot(page, 'console-follow-ups')
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
    expect(sentTo(`POST /api/staff/decisions/${waitingDecision(1).decisionId}`)).to.deep.equal([
      { verdict: 'advance', reason: '沟通清楚，服务意识好', slot },
    ])
  })

  it('arranges time and place of a round that was entered without, by keyboard alone', async () => {
    const second = waitingDecision(1, {
      stage: 'hr',
      stageName: { zh: 'HR 复试', en: 'HR interview' },
      unarranged: true,
      overdue: false,
    })
    const { proposal: _none, ...unset } = second
    await open('/', { me: me(), waiting: [unset], applications: [applicationForStaff({ waiting: unset })] })
    await page.locator('.waiting').getByText('时间地点待安排').waitFor()
    await fine()
    await page.getByRole('link', { name: /王小明/ }).click()
    await page.getByText('HR 复试时间地点待安排，候选人还没收到通知').waitFor()
    await fine()
    await keepScreenshot(page, 'console-unarranged')

    await button('安排…').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('时间（Asia/Shanghai）').fill('2026-11-30T14:00')
    await button('预览').click()
    await page.getByText('请补全：地点、联系人、联系电话').waitFor()
    await page.getByLabel('地点', { exact: true }).fill('总行 3 楼 302')
    await page.getByLabel('联系人', { exact: true }).fill('李静')
    await page.getByLabel('联系电话').fill('0512-66668888')
    await fine()
    await keepScreenshot(page, 'console-arrange')
    await page.keyboard.press('Enter')
    await page.getByText('复试安排：总行 3 楼 302').waitFor()
    await fine()
    await button('确认并通知候选人').focus()
    await page.keyboard.press('Enter')
    await page.getByText('时间地点已定').waitFor()
    await page.getByText('候选人还没收到通知').waitFor({ state: 'detached' })
    await page.getByText('HR 复试 · 11-30 14:00').waitFor()
    await fine()

    expect(sentTo(`POST /api/staff/decisions/${unset.decisionId}/slot`)).to.deep.equal([
      {
        startsAt: '2026-11-30T06:00:00.000Z',
        place: { zh: '总行 3 楼 302', en: '总行 3 楼 302' },
        contact: { name: { zh: '李静', en: '李静' }, phone: '0512-66668888' },
      },
    ])
  })

  it('shows a round without time and place on a phone and in English, and lets arrange only whoever decides', async () => {
    const unset = waitingDecision(1, {
      stage: 'hr',
      stageName: { zh: 'HR 复试', en: 'HR interview' },
      unarranged: true,
    })
    await openReport(
      {
        waiting: unset,
        may: mayNothing,
      },
      phone,
    )
    await button('English').click()
    await page.getByText('HR interview: no time and place yet').waitFor()

    expect(await button('Arrange…').count()).to.equal(0)
    expect((await scrolls()).across).to.equal(false)
    await fine()
    await keepScreenshot(page, 'console-unarranged-390')
  })

  it('shows another file that may be the same person, and takes what staff say', async () => {
    await openReport({ samePerson: [sameInAnotherFile] })
    await page.getByText('（文件导入，手机号、身份证号相同）').waitFor()
    await fine()
    await keepScreenshot(page, 'console-same-person')
    await button(/^是同一个人$/).click()

    await page.getByText('已记下：是同一个人').waitFor()
    expect(sentTo(`POST /api/staff${reportPath.replace('candidates', 'applications')}/same-person`)).to.have.length(1)
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
    await button('确认待定').waitFor() // the preview, which would be refused otherwise, has come
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
    const { rank: _rank, ...report } = applicationForStaff().report!
    await openReport({ report: { ...report, competencies: few } })
    await page.getByText('同岗位不足 20 人').waitFor()
    await leave()

    const { total: _total, recommendation: _recommendation, madeBy: _nobody, ...unscored } = report
    await openReport({
      report: { ...unscored, status: 'awaiting-human', competencies: [], questions: [numeracyToReview()] },
    })
    await page.getByText('等待人工评阅').waitFor()
    expect(await page.getByText('之后显示机器评分').count()).to.equal(0)
    await leave()
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

  it('reads on a phone, most important first, and at twice the text size', async () => {
    await openReport({}, phone)
    await page.getByText('高于该岗位').waitFor()
    expect((await scrolls()).across).to.equal(false)
    await fine()
    await keepScreenshot(page, 'console-390')
    const order = await page.evaluate(() =>
      ['.report-head', '.verdict', '.questions', '.side-card'].map(
        (one) => document.querySelector(one)!.getBoundingClientRect().top,
      ),
    )
    expect(order).to.deep.equal([...order].sort((a, b) => a - b))

    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
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
