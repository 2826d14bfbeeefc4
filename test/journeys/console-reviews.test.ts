/** Rating by two in HR's console: the queue, the second rating on the report page, settling, and how far raters agree. */
import { expect } from 'chai'
import type { ReviewEntry } from '../../shared/contracts/review-queue.js'
import { keepScreenshot } from '../browser.js'
import { idOf, me, staffNow, teller, waitingDecision, words } from '../builders/staff-lists.js'
import { applicationForStaff, numeracyToReview } from '../builders/staff-reports.js'
import { noAgreement } from '../fakes/staff-reviews-api.js'
import { consoleInBrowser, desk, reportPath } from './console-in-browser.js'

const narrow = { width: 320, height: 640 }
const of = applicationForStaff()
const entry = (number: number, changes: Partial<ReviewEntry> = {}): ReviewEntry => ({
  kind: 'first',
  reportId: idOf(500 + number),
  applicationId: of.applicationId,
  name: '王小明',
  shortCode: 'A7K2',
  positionTitle: teller.positionTitle,
  since: '2026-11-20T08:00:00.000Z',
  questions: 2,
  mayDo: true,
  mayRelease: false,
  ...changes,
})
const queue = [
  entry(1),
  entry(2, {
    name: '李雷',
    shortCode: 'B3M9',
    kind: 'second',
    taken: { by: '赵颖', mine: false, until: '2026-11-23T09:00:00.000Z' },
  }),
  entry(3, { name: '韩梅梅', shortCode: 'C5T1', kind: 'settle', questions: 1 }),
  entry(4, { name: '赵倩', shortCode: 'D8X4', kind: 'appeal', questions: 6, mayDo: false }),
]
const declined = {
  stageName: words('AI 面试', 'AI interview'),
  verdict: 'decline',
  by: '王芳',
  at: '2026-11-20T09:00:00.000Z',
  reason: '没有说到核实身份',
} as const
const measured = { value: 0.71, low: 0.62, high: 0.79 }
const figures = { n: 124, few: false, apart: 0.42, kappa: measured, intraclass: measured, pearson: measured }
const few = { ...figures, n: 31, few: true }

describe('rating by two in HR’s console', function () {
  this.timeout(240_000)
  const { open, leave, wide, button, sentTo, fine, picture } = consoleInBrowser()
  const admin = me({ grants: [{ role: 'hr-admin', positionIds: 'all' }] })
  const settled = (status: 'second' | 'settle') => ({
    ...of,
    report: {
      ...of.report!,
      questions: [
        ...of.report!.questions.slice(0, 4),
        {
          ...numeracyToReview({
            hidden: false,
            ratings: [
              { by: '李静', at: staffNow, score: 4 },
              { by: '赵颖', at: staffNow, score: 2.5 },
            ],
            second: { status, reasons: ['from-machine'], since: staffNow, maySettle: status === 'settle' },
          }),
          score: 2.8,
        },
      ],
    },
  })

  it('asks for a colleague’s look before an appeal is answered, and says who may and who has looked', async () => {
    const asked = { appealId: idOf(7), askedAt: '2026-11-21T08:00:00.000Z', mayAnswer: true }
    const theirs = { words: '第 2 题我说了先核实身份，请再看看。' }
    const { waiting: _decidedMeanwhile, ...first } = applicationForStaff({
      appeal: { ...asked, ...theirs, secondLook: { seen: [], reader: 'may' } },
      decisions: [declined],
    })
    const before = await open(reportPath, { me: admin, applications: [first] })
    await before.page.getByText('你没有作出婉拒，也没有评过这份报告，可以由你来看').waitFor()
    expect(await button('答复候选人').count()).to.equal(0)
    await fine()
    await picture('second-look')

    await leave()

    const seen = [{ by: '赵颖', at: '2026-11-21T09:30:00.000Z' }]
    const looked = applicationForStaff({ appeal: { ...asked, secondLook: { seen, reader: 'was-there' } } })
    const { page } = await open(reportPath, { me: admin, applications: [looked] })
    await page.getByText('赵颖 于 11-21 17:30 重新看过').waitFor()
    await page.getByLabel('给候选人的答复').waitFor()
    await fine()
  })

  it('shows what waits, the longest first, with who has it, and filters by kind', async () => {
    const { page } = await open('/reviews', { me: admin, reviews: queue })
    await page.getByText('赵颖 领取').waitFor()
    expect(await page.locator('.review .who b').allInnerTexts()).to.deep.equal(['王小明', '李雷', '韩梅梅', '赵倩'])
    expect(await page.getByText('由别的同事来评').count()).to.equal(1)
    await fine()
    await keepScreenshot(page, 'console-reviews')

    await page.getByLabel('种类').selectOption('settle')
    expect(await page.locator('.review .who b').allInnerTexts()).to.deep.equal(['韩梅梅'])
  })

  it('is taken and put back with the keyboard, and named for who cannot see', async () => {
    const { page } = await open('/reviews', { me: admin, reviews: [entry(1)] })
    await button('领取 王小明 的首评').focus()
    await page.keyboard.press('Enter')
    await page.getByText('你已领取').waitFor()
    await button('放回 王小明 的首评').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await button('领取 王小明 的首评').and(page.locator(':focus')).waitFor()

    expect(sentTo('POST /api/staff/reviews/take')).to.deep.equal([{ reportId: idOf(501), kind: 'first' }])
    expect(sentTo('POST /api/staff/reviews/release')).to.have.length(1)
  })

  it('leads to the next one', async () => {
    const { page } = await open('/reviews', { me: admin, reviews: queue, applications: [of] })
    await button('领取下一份').click()

    await page.waitForURL(`**${reportPath}`)
  })

  it('fits a small phone, each name at the beginning of its row', async () => {
    const { page } = await open('/reviews', { me: admin, reviews: queue }, narrow)
    await page.getByText('赵颖 领取').waitFor()
    expect(await wide()).to.deep.equal([])
    const [row, name] = [page.locator('.review').first(), page.locator('.review .who').first()]
    expect((await name.boundingBox())!.x - (await row.boundingBox())!.x).to.be.at.most(20)
    await keepScreenshot(page, 'console-reviews-narrow')
  })

  it('says on 今天 how much waits to be rated, and leads there', async () => {
    const { page } = await open('/', { me: admin, reviews: queue, waiting: [waitingDecision(1)] })
    await page.getByRole('link', { name: '要评分的报告：首评 1 份、第二人评 1 份、商定 1 份、再看一次 1 份' }).click()

    await page.waitForURL('**/reviews')
  })

  it('asks a colleague for a second rating of what one has rated', async () => {
    const rated = { hidden: false, mayAskSecond: true, ratings: [{ by: '李静', at: staffNow, score: 3 }] }
    const questions = [...of.report!.questions.slice(0, 4), { ...numeracyToReview(rated), score: 2.8 }]
    const { page } = await open(reportPath, {
      me: me(),
      applications: [{ ...of, report: { ...of.report!, questions } }],
    })
    await page.getByRole('tab', { name: '第 5 题' }).click()
    await button('请另一位同事也评这道题').click()

    await page.getByText('由同事请求').waitFor()
    expect(sentTo(`POST /api/staff/reports/${of.report!.reportId}/second-ratings`)).to.deep.equal([
      { questionId: 'q5' },
    ])
  })

  it('settles two that differ, with a reason, and shows all three', async () => {
    const { page } = await open(reportPath, { me: me(), applications: [settled('settle')] })
    await page.getByRole('tab', { name: '第 5 题' }).click()
    await page.getByText('相差一个等级以上').first().waitFor()
    await button('记录商定的评分').click()
    await page.getByText('请选一个分数，并写明理由').waitFor()
    await page.getByRole('radio', { name: '3.0' }).check()
    await page.getByLabel('为什么是这个分数').fill('第二步算错了')
    await fine()
    await keepScreenshot(page, 'console-report-settle')
    await button('记录商定的评分').click()

    await page.getByText('商定 3.0 · 李静').waitFor()
    expect(await page.getByText('李静 评 4.0').count()).to.equal(1)
    expect(await page.getByText('赵颖 评 2.5').count()).to.equal(1)
    await keepScreenshot(page, 'console-report-settled')
  })

  it('fits a small phone while it is settled', async () => {
    const { page } = await open(reportPath, { me: me(), applications: [settled('settle')] }, narrow)
    await page.getByRole('tab', { name: '第 5 题' }).click()
    await button('记录商定的评分').waitFor()
    expect(await wide()).to.deep.equal([])
    await keepScreenshot(page, 'console-report-settle-narrow')
  })

  it('decides before the second rating only once that is ticked', async () => {
    const { page } = await open(reportPath, {
      me: me(),
      applications: [{ ...settled('second'), waiting: waitingDecision(1, { openSecond: 1 }) }],
    })
    await button('待定…').waitFor()
    await button('婉拒…').click()
    await page.getByText('还有 1 题在等第二人评分或商定').waitFor()
    await page.getByLabel('理由').fill('经验不足')
    await button('预览').click()
    await page.getByText('请勾选“不等第二人评分').waitFor()
    await keepScreenshot(page, 'console-decide-despite')
    await page.getByLabel('不等第二人评分，现在决定').check()
    await button('预览').click()
    await button('确认婉拒并发送').click()
    await page.getByText('已决定：婉拒').waitFor()

    expect(sentTo(`POST /api/staff/decisions/${idOf(101)}`)[0]).to.include({ despiteSecond: true })
  })

  it('shows the bands before and after somebody looked again, side by side', async () => {
    const version = (by: string[], score: number, total: number) => ({
      by,
      total,
      band: words('良好', 'good'),
      competencies: [
        { id: 'service' as const, name: words('客户服务', 'Customer service'), score, band: words('良好', 'good') },
      ],
    })
    const versions = { askedAt: staffNow, before: version(['李静'], 2.5, 42.1), after: version(['赵颖'], 3.75, 68.8) }
    const application = { ...of, report: { ...of.report!, versions } }
    const { page } = await open(reportPath, { me: me(), applications: [application] }, narrow)
    await page.getByText('再看一次前后').waitFor()
    expect(await page.locator('.versions td').allInnerTexts()).to.deep.equal([
      '2.5 良好',
      '3.8 良好',
      '42 良好',
      '69 良好',
    ])
    expect(await wide()).to.deep.equal([])
    await page.getByText('再看一次前后').scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'console-report-versions-narrow')
  })

  it('shows how far raters agree, warns of few, and fits a small phone', async () => {
    const agreement = {
      ...noAgreement,
      overall: { people: few, machine: figures },
      competencies: [
        { id: 'service' as const, name: words('客户服务', 'Customer service'), people: few, machine: figures },
        {
          id: 'numeracy' as const,
          name: words('数字与逻辑', 'Numbers and logic'),
          people: { n: 2, few: true, apart: 0.5 },
          machine: few,
        },
      ],
      positions: [{ id: 'teller', name: teller.positionTitle }],
    }
    const { page } = await open('/agreement', { me: admin, agreement }, desk)
    await page.getByText('0.71 [0.62, 0.79]').first().waitFor()
    expect(await page.getByText('不足 100 对').count()).to.equal(1)
    expect(await page.getByRole('rowheader', { name: '客户服务', exact: true }).count()).to.equal(2)
    await fine()
    await keepScreenshot(page, 'console-agreement')
    await page.setViewportSize(narrow)
    expect(await wide()).to.deep.equal([])
    await keepScreenshot(page, 'console-agreement-narrow')
  })
})
