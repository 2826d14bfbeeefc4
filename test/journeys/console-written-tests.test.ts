/** Results of written tests in HR's console, in Chromium: brought in from a file, and read beside the interview. */
import { expect } from 'chai'
import type { Page, Route } from 'playwright-core'
import { keepScreenshot } from '../browser.js'
import { me, waitingDecision } from '../builders/staff-lists.js'
import { applicationForStaff } from '../builders/staff-reports.js'
import { consoleInBrowser, desk, reportPath } from './console-in-browser.js'

const wrong = {
  item: '7',
  title: '定期利息',
  kind: 'question' as const,
  right: false,
  points: 0,
  of: 2,
  answer: '500',
  rightAnswer: '550',
  explanation: '年利率按 360 天折算',
}
const writtenTest = {
  testId: 'w1',
  title: '柜面知识',
  source: '测评系统',
  takenOn: '2026-11-19',
  importedAt: '2026-11-20T02:00:00.000Z',
  points: 78,
  of: 80,
  items: 40,
  wrong: [wrong],
}

describe('written tests in HR’s console', function () {
  this.timeout(120_000)
  const { open, button, wide, fine } = consoleInBrowser()
  const openAt = async (path: string) => {
    const applications = [applicationForStaff({ writtenTests: [writtenTest] })]
    return (await open(path, { me: me(), waiting: [waitingDecision(1)], applications }, desk)).page
  }

  it('are read beside the interview: total, source and date, and what explains the wrong items', async () => {
    const page = await openAt(reportPath)
    const card = page.getByRole('region', { name: '笔试成绩' })

    await card.getByText('78 / 80').waitFor()
    await card.getByText('测评系统 · 2026-11-19 · 共 40 题，1 题没有全对').waitFor()
    await card.getByText('解析：年利率按 360 天折算').waitFor()
    await card.getByText('不影响面试评分').waitFor()
    await fine()
    await keepScreenshot(page, 'console-written-test')
  })

  it('are brought in from a file: looked at first, faults by line and column, then kept', async () => {
    const page = await openAt('/candidates/written-tests')
    const sent: { path: string; base64: string }[] = []
    const faults = [
      {
        line: 3,
        column: 2,
        message: { zh: '手机号不对。', en: 'This is no mobile number.' },
        fix: { zh: '手机号是 1 开头的 11 位数字。', en: 'It has 11 digits.' },
      },
    ]
    await page.route('**/api/staff/written-tests**', (route) => {
      const { base64 } = route.request().postDataJSON() as { base64: string }
      sent.push({ path: new URL(route.request().url()).pathname, base64 })
      return route.fulfill({ json: { faults: sent.length === 1 ? faults : [], new: 2, changed: 0, unchanged: 1 } })
    })

    await button('检查').click()
    await page.getByText('请先填完所有栏目并选择文件。').waitFor()
    await fill(page)
    await button('检查').click()
    await page.getByText('第 3 行，第 2 列：手机号不对。').waitFor()
    expect(await button('导入').count()).to.equal(0)

    await page.getByLabel('测验名称').fill('柜面知识二')
    await button('检查').click()
    await page.getByText('可以导入：新增 2 人，更新 0 人，没有变化 1 人。').waitFor()
    expect(await wide()).to.deep.equal([])
    await fine()
    await keepScreenshot(page, 'console-written-tests-import')
    await button('导入').click()
    await page.getByText('已导入：新增 2 人').waitFor()

    expect(sent.map(({ path }) => path.split('/').at(-1))).to.deep.equal(['check', 'check', 'written-tests'])
    expect(Buffer.from(sent[2]!.base64, 'base64').toString()).to.equal('手机号,题号,得分,满分\n')
  })

  it('applicants are brought in beside it: columns matched, faults by row, then begun and watched to the end', async () => {
    const page = await openAt('/candidates/import')
    const { sent, answer } = importAnswers()
    await page.route('**/api/staff/applicant-imports**', answer)

    await button('检查').click()
    await page.getByText('请先填完所有栏目、勾选告知并选择文件。').waitFor()
    await fillApplicants(page)
    await button('检查').click()
    await page.getByText('第 3 行，第 2 列：手机号不对。').waitFor()
    await page.getByText('不导入的列：民族').waitFor()
    expect(await button('导入 2 人').count()).to.equal(0)

    await page.getByLabel('第 2 列“电话”').selectOption({ label: '手机号' })
    await button('检查').press('Enter')
    await page.getByText('2 行都没有问题，可以导入。').waitFor()
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await wide()).to.deep.equal([])
    await fine()
    await keepScreenshot(page, 'console-applicant-import')
    await button('导入 2 人').click()
    await page.getByText('正在导入：1 / 2').waitFor()
    await page.getByRole('status').getByText('导入完成').waitFor()
    await fine()
    const taken = page.waitForEvent('download')
    await button('下载结果').click()
    expect((await taken).suggestedFilename()).to.equal('import-result.csv')

    const last = sent.at(-1) as { columns: string[]; told: boolean; basis: string }
    expect(sent.map((body) => 'columns' in body)).to.deep.equal([false, true, true])
    expect(last).to.deep.include({ columns: ['name', 'phone', 'left-out'], told: true, basis: 'campus' })
  })
})

/** The product's side of an import that has a fault first, and runs for a second. */
function importAnswers() {
  const sent: object[] = []
  const id = 'a'.repeat(24)
  let asked = 0
  const words = (zh: string) => ({ zh, en: zh })
  const check = () => ({
    columns: ['姓名', '电话', '民族'].map((heading, at) => ({ heading, use: ['name', 'phone', 'left-out'][at] })),
    ...{ matchedBy: 'names', rows: 2, fit: 2, ...(sent.length === 3 && { importId: id }) },
    faults: sent.length === 1 ? [{ line: 3, column: 2, message: words('手机号不对。'), fix: words('改一改。') }] : [],
  })
  const view = () => ({
    ...{ id, positionId: 'teller', basis: 'campus', source: 's', at: '2026-11-20T02:00:00.000Z', rows: 2 },
    status: asked === 1 ? 'running' : 'done',
    counts: { new: asked, same: 0, kept: 0, 'other-name': 0, closed: 0, 'not-done': 0 },
  })
  const answer = (route: Route) => {
    const request = route.request()
    if (request.method() === 'POST') {
      sent.push(request.postDataJSON() as object)
      return route.fulfill({ json: check() })
    }
    if (request.url().endsWith('/result')) {
      const headers = { 'content-disposition': 'attachment; filename="import-result.csv"' }
      return route.fulfill({ body: '行', contentType: 'text/csv', headers })
    }
    asked += 1
    return route.fulfill({ json: view() })
  }
  return { sent, answer }
}

async function fillApplicants(page: Page): Promise<void> {
  const buffer = Buffer.from('姓名,电话,民族\n')
  await page.getByLabel('文件').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('岗位').selectOption({ index: 1 })
  await page.getByLabel('数据从哪里来').selectOption({ label: '校园招聘' })
  await page.getByLabel('来源名称').fill('校园招聘系统')
  await page.getByLabel('这些应聘者已被告知').check()
}

async function fill(page: Page): Promise<void> {
  const buffer = Buffer.from('手机号,题号,得分,满分\n')
  await page.getByLabel('文件').setInputFiles({ name: '成绩.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('岗位').selectOption({ index: 1 })
  await page.getByLabel('测验编号').fill('w1')
  await page.getByLabel('测验名称').fill('柜面知识')
  await page.getByLabel('来源').fill('测评系统')
  await page.getByLabel('考试日期').fill('2026-11-19')
}
