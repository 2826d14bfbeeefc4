/** A reason for several people at once, and for keeping data by law: refused without, and never lost while it is written. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { me, screened } from '../builders/staff-lists.js'
import { applicationForStaff } from '../builders/staff-reports.js'
import type { FakeStaffApi } from '../fakes/staff-api.js'
import { consoleInBrowser, reportPath } from './console-in-browser.js'

const reason = '材料还在核对，'.repeat(30)

const hold = { by: '李静', at: '2026-11-22T02:00:00.000Z', reason: '核对' }

interface Asking {
  what: string
  open: () => Promise<void>
  /** To the field, also from the page as it stands after a reload. */
  toField: () => Promise<void>
  label: string
  confirms: string
  /** What was sent on when it was confirmed with a reason. */
  sent: () => unknown
}

describe('a reason in HR’s console', function () {
  this.timeout(120_000)
  let page: Page
  let api: FakeStaffApi
  const kept: unknown[] = []
  const { open, sentTo, button } = consoleInBrowser()

  const ofMany: Asking = {
    what: 'for several people at once',
    open: async () => {
      const waiting = [
        screened(3, { name: '李雷', shortCode: 'B3T9' }),
        screened(4, { name: '韩梅梅', shortCode: 'C4D5' }),
      ]
      ;({ page, api } = await open('/', { me: me(), waiting }))
    },
    toField: async () => {
      await page.getByLabel('选择全部初筛建议（2）').check()
      await button('确认婉拒…').click()
    },
    label: '理由',
    confirms: '查看名单',
    sent: () => sentTo('POST /api/staff/decisions/bulk').map((body) => (body as { reason: string }).reason),
  }
  const ofHold: Asking = {
    what: 'for keeping data by law',
    open: async () => {
      const application = applicationForStaff()
      const may = { ...application.may, deletePerson: true }
      kept.length = 0
      ;({ page, api } = await open(reportPath, { me: me(), applications: [{ ...application, may }] }))
      await page.route('**/deletion', (route) => answered(route, kept.length === 0 ? {} : { hold }))
      await page.route('**/legal-hold', (route) => {
        if (api.state.me) kept.push(route.request().postDataJSON())
        return answered(route, {})
      })
    },
    toField: async () => {
      await page.getByRole('heading', { name: '王小明', exact: true }).waitFor()
      if (!(await page.getByRole('dialog').isVisible())) await button('删除或保留资料…').click()
      await page.getByLabel('依法保留，暂不删除').check()
    },
    label: '保留的原因',
    confirms: '保留',
    sent: () => kept.map((body) => (body as { reason: string }).reason),
  }
  const answered = (route: Parameters<Parameters<Page['route']>[1]>[0], json: unknown) =>
    api.state.me
      ? route.fulfill({ json })
      : route.fulfill({ status: 401, json: { error: { code: 'staff-sign-in-needed' } } })

  for (const { what, open: openIt, toField, label, confirms, sent } of [ofMany, ofHold])
    describe(what, () => {
      const field = () => page.getByLabel(label)
      const confirm = () => page.getByRole('dialog').getByRole('button', { name: confirms, exact: true })

      beforeEach(async () => {
        await openIt()
        await page.getByRole('heading', { level: 1 }).waitFor()
        await toField()
      })

      it('is asked for: nothing is sent without', async () => {
        await field().fill('  ')
        await confirm().click()
        await page.getByText('请写明理由，至少 2 个字。').waitFor()

        expect(sent()).to.deep.equal([])
        await field().fill('核对')
        await confirm().click()
        await field().waitFor({ state: 'detached' })
        expect(sent()).to.deep.equal(['核对'])
      })

      it('is kept on Escape, until it is given up', async () => {
        await field().fill(reason)
        await page.keyboard.press('Escape')
        await page.getByText('写的内容还在，还没有提交').waitFor()
        await page.keyboard.press('Enter')
        expect(await field().inputValue()).to.equal(reason)

        await page.keyboard.press('Escape')
        await button('放弃').click()
        expect(await page.getByRole('dialog').count()).to.equal(0)
        await page.reload()
        await toField()
        expect(await field().inputValue()).to.equal('')
      })

      it('is kept over a reload and the end of a session', async () => {
        await field().fill(reason)
        await page.reload()
        await toField()
        expect(await field().inputValue()).to.equal(reason)

        const mine = api.state.me
        api.state.me = undefined
        await confirm().click()
        await page.getByText('登录已过期').waitFor()
        api.state.me = mine
        await page.goto(page.url())
        await toField()
        expect(await field().inputValue()).to.equal(reason)
        expect(await page.evaluate(() => JSON.stringify(localStorage))).to.not.contain('材料还在')
      })
    })

  it('for keeping data by law ends with the dialog: Enter once more does not release it', async () => {
    await ofHold.open()
    await ofHold.toField()
    await page.getByLabel(ofHold.label).fill('核对')
    await button('保留').last().focus()
    await page.keyboard.press('Enter')
    await page.getByText('王小明 的资料会一直保留').waitFor()

    expect(await page.getByRole('dialog').count()).to.equal(0)
    await button('删除或保留资料…').and(page.locator(':focus')).waitFor()
    expect(kept).to.have.length(1)
  })

  it('leads to what is sent, read from its title: Enter once more sends nothing', async () => {
    ;({ page, api } = await open(reportPath, { me: me(), applications: [applicationForStaff()] }))
    await button('婉拒…').click()
    await page.getByLabel('理由').fill(reason)
    await button('预览').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '婉拒 王小明' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await button('返回修改').and(page.locator(':focus')).waitFor()

    expect(api.state.sent.filter(({ key }) => /decisions\/\w+$/.test(key))).to.deep.equal([])
  })
})
