/** Why a report says what it says, what became of its answers, and the report as a file, in HR's console in Chromium. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { keepScreenshot } from '../browser.js'
import { correctedAfterwards, leftWhileWriting } from '../builders/spoken-report.js'
import { me, waitingDecision } from '../builders/staff-lists.js'
import { applicationForStaff } from '../builders/staff-reports.js'
import { consoleInBrowser, desk, reportPath } from './console-in-browser.js'

const smallest = { width: 320, height: 700 }

describe('a report in HR’s console', function () {
  this.timeout(120_000)
  let page: Page
  const { open, button, fine } = consoleInBrowser()
  const openReport = async (download = true) => {
    ;({ page } = await open(
      reportPath,
      { me: me({ download }), waiting: [waitingDecision(1)], applications: [applicationForStaff()] },
      desk,
    ))
  }

  it('says why it recommends what it does, what was not assessed, and what the candidate agreed to', async () => {
    await openReport()

    await page.getByRole('heading', { name: '为什么这样建议' }).waitFor()
    await page.getByText('综合得分 82，等级良好').waitFor()
    await page.getByText('声音、表情、外貌：只评作答的内容').waitFor()
    await page.getByText('11-20 09:42 同意告知 2027-04：同意 AI 评分，与面试官共享').waitFor()
  })

  it('quotes what they told of working with others, and says that it is in no score', async () => {
    const evidence = { start: 0, end: 9, text: '我先听同事把话说完' }
    const label = { zh: '听别人说', en: 'Listens to others' }
    const indicators = [{ id: 'listening', label, found: [{ questionId: 'q1', evidence }] }]
    ;({ page } = await open(
      reportPath,
      { me: me(), waiting: [waitingDecision(1)], applications: [applicationForStaff({}, { indicators })] },
      desk,
    ))

    await page.getByRole('heading', { name: '与人协作的表现（参考）' }).waitFor()
    await page.getByText('不计入任何分数').waitFor()
    await page.getByText('“我先听同事把话说完”（第 1 题）').waitFor()
    await fine()
  })

  it('gives no file to whoever may not download, and says whom to ask', async () => {
    await openReport(false)
    let asked = 0
    await page.route('**/report.pdf', (route) => {
      asked += 1
      return route.abort()
    })

    await button('下载 PDF').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('下载需要单独的权限，请找 HR 管理员开通').waitFor()
    expect(asked).to.equal(0)
    await fine()
  })

  it('is taken as a file by keyboard, says that it is being made, and tells in words when it is not', async () => {
    await openReport()
    let [finish, asked] = [() => {}, 0]
    const made = new Promise<void>((resolve) => (finish = resolve))
    await page.route('**/report.pdf', async (route) => {
      asked += 1
      if (asked === 1) {
        const error = { code: 'pdf-busy', message: '同时下载的人有点多，请过几秒再试。' }
        return route.fulfill({ status: 503, json: { error } })
      }
      await made
      return route.fulfill({
        body: '%PDF-1.7',
        headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="report-A7K2.pdf"' },
      })
    })

    await button('下载 PDF').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('同时下载的人有点多').waitFor()
    const taken = page.waitForEvent('download')
    await button('下载 PDF').click()
    await button('正在生成 PDF…').waitFor()
    finish()

    expect((await taken).suggestedFilename()).to.equal('report-A7K2.pdf')
    await page.getByText('已下载，文件里写明了下载人和时间').waitFor()
    await button('下载 PDF').waitFor()
    await fine()
  })

  it('shows what a candidate corrected of a transcript beside what was heard, and the scores before and after', async () => {
    const { application, recordings } = correctedAfterwards()
    ;({ page } = await open(reportPath, { me: me(), applications: [application], recordings }))
    await page.getByText('更正转写前后').waitFor()
    await page.getByRole('tab', { name: /第 3 题/ }).click()
    const note = page.getByRole('region', { name: '候选人更正过转写' })
    await note.getByText(/与听到的相同的字占 96%/).waitFor()

    expect(await note.locator('del').allTextContents()).to.deep.equal(['原转写：主管'])
    expect(await note.locator('ins').allTextContents()).to.deep.equal(['更正为：经理'])
    await page.getByRole('button', { name: /记下来，下班前/ }).waitFor()
    await fine()
    await keepScreenshot(page, 'console-corrected')
  })

  it('says how often and how long the page was left, and that it costs nothing', async () => {
    const { application, recordings } = leftWhileWriting()
    ;({ page } = await open(reportPath, { me: me(), applications: [application], recordings }, smallest))
    await page.getByRole('tab', { name: /第 3 题/ }).click()
    await page.getByText('离开页面 2 次，共 41 秒').waitFor()

    expect(await page.locator('.meanwhile li').allInnerTexts()).to.deep.equal([
      '思考时，离开页面 12 秒',
      '作答 1:05 起，离开页面 29 秒',
    ])
    await page.getByText('只供参考，不计分').waitFor()
    await fine()
    await keepScreenshot(page, 'console-left-page')
  })
})
