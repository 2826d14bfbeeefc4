/** HR’s console in Chromium: the door, who waits, the candidates. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { keepScreenshot } from '../browser.js'
import { candidateRow, me, screened, waitingDecision } from '../builders/staff-lists.js'
import { applicationForStaff } from '../builders/staff-reports.js'
import type { FakeStaffApi } from '../fakes/staff-api.js'
import { consoleInBrowser, desk, phone, reportPath } from './console-in-browser.js'

const narrow = { width: 320, height: 640 }

describe('HR’s console', function () {
  this.timeout(120_000)
  let page: Page
  let api: FakeStaffApi
  const { open: openAt, sentTo, button, scrolls, fine } = consoleInBrowser()
  const open = async (...at: Parameters<typeof openAt>) => {
    ;({ page, api } = await openAt(...at))
  }

  const three = () => [
    screened(3, { name: '李雷', shortCode: 'B3T9' }),
    screened(4, { name: '韩梅梅', shortCode: 'C4D5', proposal: 'hold' }),
    waitingDecision(1),
    waitingDecision(2, {
      name: '赵倩',
      shortCode: 'K9M2',
      raisedAt: '2026-11-22T10:00:00.000Z',
      dueAt: '2026-11-23T10:00:00.000Z',
      overdue: false,
      toReview: 0,
    }),
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

    it('says whom to ask when somebody has no role, and takes who has the code to where it is asked for', async () => {
      await open('/', { me: me({ grants: [] }) })

      await page.getByText('请联系 HR 管理员').waitFor()
      await fine()
      await page.getByRole('link', { name: '首次使用，我有一次性代码' }).click()
      await page.getByLabel('一次性代码').waitFor()
    })
  })

  describe('who waits', () => {
    it('stands oldest first with how long, red only for what is late', async () => {
      await open('/', { me: me(), waiting: three() })
      await page.getByText('4 人 · 最久已等 2 天 4 小时').waitFor()

      expect(await page.locator('.waiting .who b').allInnerTexts()).to.deep.equal(['王小明', '李雷', '韩梅梅', '赵倩'])
      expect(await page.locator('.waiting .tone-bad').allInnerTexts()).to.deep.equal([
        '已等 2 天 4 小时',
        '已超时 1 天 4 小时',
      ])
      expect(await page.getByRole('link', { name: /今天/ }).innerText()).to.contain('4')
      await fine()
      await keepScreenshot(page, 'console-today')
    })

    it('is chosen in boxes away from the card’s edge, all names in one column behind them', async () => {
      await open('/', { me: me(), waiting: three() })
      for (const size of [desk, phone, narrow]) {
        await page.setViewportSize(size)
        await page.getByLabel('选择全部初筛建议（2）').check()
        const [card, box] = [page.locator('.list.card'), page.getByLabel('选择 李雷')]
        expect((await box.boundingBox())!.x - (await card.boundingBox())!.x).to.be.at.least(20)
        const names = await page.locator('.who').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x))
        expect([...new Set(names)]).to.have.length(1)
        expect((await page.getByText('4 人 · 最久').boundingBox())!.height).to.be.below(30)
        await keepScreenshot(page, `console-today-${size.width}`)
      }
      await page.getByLabel('只看').selectOption({ label: '已超时' })
      await page.getByText('1 人，共 4 人').waitFor()
      const [row, name] = [page.locator('.waiting'), page.locator('.who')]
      expect((await name.boundingBox())!.x - (await row.boundingBox())!.x).to.be.at.most(20)
    })

    it('remembers filters in the address and for the next visit', async () => {
      await open('/', { me: me(), waiting: three() })
      await page.getByLabel('只看').selectOption({ label: '已超时' })
      await page.getByText('1 人，共 4 人').waitFor()
      expect(page.url()).to.contain('show=overdue')

      await page.goto(`${api.baseUrl}/console/`)
      await page.getByText('1 人，共 4 人').waitFor()
      await page.getByLabel('岗位').selectOption('teller')
      await page.getByLabel('环节').selectOption({ label: '简历初筛' })
      await button('清空筛选').click()
      await page.getByText('4 人 · 最久').waitFor()
    })

    it('confirms proposals of screening together: reason, who exactly, confirmation', async () => {
      await open('/', { me: me(), waiting: three() })
      await page.getByLabel('选择全部初筛建议（2）').check()
      await button('确认婉拒…').click()
      await button('查看名单').click()
      await page.getByText('请写明理由').waitFor()
      await page.getByText('其中 1 人的建议不是婉拒（韩梅梅）').waitFor()
      await page.getByLabel('理由').fill('学历不符合岗位要求')
      await button('查看名单').click()
      await page.getByRole('dialog').getByText('以 李雷 为例').waitFor()
      await page.getByRole('dialog').getByText('您能先安抚再给方案').waitFor()
      await fine()
      await keepScreenshot(page, 'console-bulk')
      await page.keyboard.press('Escape')
      await button('继续写').click()
      await button('婉拒 2 人').click()
      await page.getByText('已决定 2 人').waitFor()
      await page.getByText('2 人 · 最久').waitFor()

      expect(
        sentTo('POST /api/staff/decisions/bulk').map((body) => (body as { confirmed: boolean }).confirmed),
      ).to.deep.equal([false, true])
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
    it('are found by a part of name or code, position and progress', async () => {
      await open('/candidates', {
        me: me(),
        candidates: [
          candidateRow(1),
          candidateRow(2, {
            name: '李雷',
            shortCode: 'B3T9',
            step: 'invited',
            stepName: { zh: '已邀请', en: 'Invited' },
          }),
        ],
      })
      await page.getByText('2 位候选人').waitFor()
      await page.getByLabel('查找').fill('b3')
      await page.getByText('1 位候选人').waitFor()
      await page.getByLabel('进度').selectOption({ label: '等待决定' })
      await page.getByText('没有符合条件的候选人').waitFor()
      await button('清空条件').click()
      await page.getByText('2 位候选人').waitFor()
      await fine()
      await keepScreenshot(page, 'console-candidates')
      await page.getByLabel('查找').fill('小明')
      await page.getByText('1 位候选人').waitFor()
      await page.reload()
      await page.getByText('1 位候选人').waitFor()
      expect(await page.getByLabel('查找').inputValue()).to.equal('小明')
      expect(decodeURIComponent(page.url())).not.to.contain('小明')
    })

    it('are shown to the last of 300, in the order of a column', async () => {
      const many = Array.from({ length: 300 }, (_nothing, number) =>
        candidateRow(number, {
          name: `考生${number}`,
          school: '江南财经大学',
          degree: 'bachelor',
          score: number === 7 ? 'hidden' : number / 3,
        }),
      )
      await open('/candidates', { me: me(), candidates: many })
      await page.getByText('已显示 50 位，共 300 位').waitFor()
      await fine()
      await button('总分').click()
      await page.locator('.candidate').getByText('考生299').waitFor()
      expect(page.url()).to.contain('order=score')
      await fine()
      await keepScreenshot(page, 'console-candidates-many')
      for (let shown = 100; shown <= 300; shown += 50) {
        await button('显示更多').click()
        await page
          .locator('.candidate')
          .nth(shown - 1)
          .waitFor()
      }
      expect(await page.locator('.candidate').count()).to.equal(300)
      expect(await page.locator('.candidate').last().innerText()).to.contain('待复核')
      expect(await button('显示更多').count()).to.equal(0)
      await page.setViewportSize(phone)
      expect((await scrolls()).across).to.equal(false)
      await keepScreenshot(page, 'console-candidates-390')
    })

    it('are decided one after the other without going back to the list', async () => {
      const waiting = [1, 2, 3].map((number) =>
        waitingDecision(number, { name: `考生${number}`, raisedAt: `2026-11-2${number - 1}T08:00:00.000Z` }),
      )
      const applications = waiting.map((one, index) =>
        applicationForStaff({ applicationId: one.applicationId, name: one.name, waiting: waiting[index]! }),
      )
      await open('/', { me: me(), waiting, applications })
      await page.getByRole('link', { name: /考生1/ }).click()
      for (const left of [2, 1, 0]) {
        await button('待定…').click()
        await page.getByLabel('理由').fill('等部门意见')
        await button('预览').click()
        await button('确认待定').click()
        await page.getByText('已决定：待定').waitFor()
        await page.waitForFunction(
          (next) => document.activeElement?.textContent?.trim() === next,
          left > 0 ? `下一位（还有 ${left} 位）` : '考生3',
        )
        if (left > 0) await page.keyboard.press('Enter')
        if (left > 0) await page.getByRole('heading', { name: `考生${4 - left}` }).waitFor()
        if (left > 0) await page.locator('main:focus').waitFor()
      }

      expect(await page.getByRole('link', { name: /下一位/ }).count()).to.equal(0)
      expect(api.state.sent.filter(({ key }) => /decisions\/\w+$/.test(key))).to.have.length(3)
    })
  })

  it('are gone through to the last who waits, also behind the page that was read', async () => {
    const waiting = Array.from({ length: 202 }, (_, index) =>
      waitingDecision(index + 1, {
        name: `考生${index + 1}`,
        raisedAt: new Date(Date.UTC(2026, 10, 20, 0, index)).toISOString(),
      }),
    )
    const applications = waiting
      .slice(-3)
      .map((one) => applicationForStaff({ applicationId: one.applicationId, name: one.name, waiting: one }))
    await open('/', { me: me(), waiting, applications })
    await page.getByRole('link', { name: '考生200' }).click()
    await page.getByRole('link', { name: '下一位（还有 2 位）' }).click()
    await page.getByRole('heading', { name: '考生201' }).waitFor()
    await page.getByRole('link', { name: '下一位（还有 1 位）' }).click()
    await page.getByRole('heading', { name: '考生202' }).waitFor()

    expect(await page.getByRole('link', { name: /下一位/ }).count()).to.equal(0)
  })

  it('reads on a phone', async () => {
    await open('/', { me: me(), waiting: three() }, phone)
    await page.getByText('4 人 · 最久').waitFor()
    expect((await scrolls()).across).to.equal(false)
    await fine()
    await keepScreenshot(page, 'console-today-390')
  })
})
