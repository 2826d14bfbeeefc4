/** What staff do from a candidate’s page besides deciding, in Chromium; and that nothing typed there is lost. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { keepScreenshot } from '../browser.js'
import { candidateRow, idOf, me, waitingDecision } from '../builders/staff-lists.js'
import type { ApplicationForStaff } from '../../shared/contracts/staff-reports.js'
import { applicationForStaff, invitedForStaff, mayNothing } from '../builders/staff-reports.js'
import type { FakeStaffApi } from '../fakes/staff-api.js'
import { consoleInBrowser, desk, reportPath } from './console-in-browser.js'

describe('acts on a candidate’s page in HR’s console', function () {
  this.timeout(120_000)
  let page: Page
  let api: FakeStaffApi
  const { open: openAt, leave, sentTo, button, wide, fine } = consoleInBrowser()
  const open = async (...at: Parameters<typeof openAt>) => {
    ;({ page, api } = await openAt(...at))
  }
  const openReport = (application = applicationForStaff()) =>
    open(reportPath, { me: me(), waiting: [waitingDecision(1)], applications: [application] })
  const ended = {
    stageName: { zh: 'AI 面试', en: 'AI interview' },
    verdict: 'decline',
    by: '王芳',
    at: '2026-11-20T03:00:00.000Z',
    reason: '证书不全',
  } satisfies ApplicationForStaff['decisions'][number]
  const act = `/api/staff${reportPath.replace('candidates', 'applications')}`

  it('find who asked that a person looks again among all candidates', async () => {
    const candidates = [candidateRow(1), candidateRow(2, { name: '李雷', shortCode: 'B3C4' })]
    const { applicationId, shortCode, positionTitle } = candidates[1]!
    const asked = { appealId: idOf(7), askedAt: '2026-11-21T08:00:00.000Z', positionId: 'teller' }
    const appeals = [{ ...asked, applicationId, name: '李雷', shortCode, positionTitle }]
    await open('/candidates', { me: me(), candidates, appeals })
    await page.getByRole('link', { name: '王小明' }).waitFor()
    await page.getByLabel('只看').selectOption({ label: '请再看一次，等答复' })
    await page.getByRole('link', { name: '王小明' }).waitFor({ state: 'detached' })
    await fine()
    await keepScreenshot(page, 'console-candidates-appeals')
    await page.reload()

    await page.getByText('1 位候选人').waitFor()
    expect(await page.locator('.candidate').count()).to.equal(1)
  })

  it('answer in own words who asked that a person looks again', async () => {
    const asked = { appealId: idOf(7), askedAt: '2026-11-21T08:00:00.000Z' }
    const application = applicationForStaff({ appeal: { ...asked, mayAnswer: true } })
    const { applicationId, name, shortCode, positionTitle } = application
    const appeals = [{ ...asked, applicationId, name, shortCode, positionId: 'teller', positionTitle }]
    await open('/', { me: me(), applications: [application], appeals })
    await page.getByRole('list', { name: '请再看一次' }).getByRole('link', { name }).click()
    await page.getByText(/请招聘组再看一次这个决定/).waitFor()
    await fine()

    await page.getByLabel('给候选人的答复').fill('太短')
    expect(await button('答复候选人').isDisabled()).to.equal(true)
    const answer = '我们又请另一位同事看了一遍，结论没有变。'
    await page.getByLabel('给候选人的答复').fill(answer)
    await keepScreenshot(page, 'console-appeal')
    await button('答复候选人').click()
    await page.getByText(/^李静 于 .* 答复$/).waitFor()

    expect(sentTo(`POST /api/staff/appeals/${asked.appealId}/answer`)).to.deep.equal([{ answer }])
    expect(await button('答复候选人').count()).to.equal(0)
  })

  describe('on the invitation', () => {
    it('are asked for once, by keyboard too, and say which way the message went', async () => {
      await openReport(invitedForStaff())
      await page.getByText('邀请已打开，还没有开始 · 开放到 11-24 12:00').waitFor()
      await fine()
      await keepScreenshot(page, 'console-invitation')

      await button('重发…').focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      expect(sentTo(`POST ${act}/invitation/resend`)).to.deep.equal([])
      await fine()
      await button(/^重发$/).click()
      await page.getByText('已重发，短信已被平台接受（没有可用的微信订阅）').waitFor()

      await button('延期…').click()
      await page.getByLabel('延长多久').selectOption({ label: '3 天' })
      await keepScreenshot(page, 'console-extend')
      await button('延期并通知').click()
      await page.getByText('已延期到').waitFor()
      expect(sentTo(`POST ${act}/invitation/extend`)[0]).to.deep.include({ hours: 72 })
    })

    it('take it back with a confirmation, and offer to open it again', async () => {
      await openReport(invitedForStaff())
      await button('撤销…').click()
      await button(/^撤销$/).click()

      await page.getByText('已撤销，链接打不开了', { exact: true }).waitFor()
      await page.getByText('邀请已撤销，链接打不开了').waitFor()
      await button('重新开放…').waitFor()
      await fine()
    })

    it('unlock and unbind, each with what it does', async () => {
      await openReport(invitedForStaff({ locked: true, acts: ['unlock', 'unbind'] }))
      await page.getByText('手机尾号输错 5 次，已锁定').waitFor()
      await button('解锁…').click()
      await page.getByText('请先电话核对本人').waitFor()
      await button(/^解锁$/).click()
      await page.getByText('已解锁，可以再试 5 次').waitFor()
      await button('解绑微信…').click()
      await button('解绑并发新链接').click()
      await page.getByText('已解绑，旧链接失效').waitFor()
    })

    it('are not there for whom the server offers none', async () => {
      await openReport({
        ...invitedForStaff({ acts: [] }),
        may: mayNothing,
      })
      await page.getByRole('heading', { name: '王小明' }).waitFor()

      expect(await button(/重发|提醒|撤销|更正/).count()).to.equal(0)
    })

    it('read at twice the text size', async () => {
      await openReport(invitedForStaff())
      await page.getByText('邀请已打开').waitFor()
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })

      expect(await wide()).to.deep.equal([])
      await keepScreenshot(page, 'console-invitation-large')
    })
  })

  it('correct a name or number with a reason', async () => {
    await openReport()
    await button('更正…').click()
    await button('保存更正').click()
    await page.getByText('请写明理由').waitFor()
    await page.getByLabel('理由').fill('候选人来电换了号码')
    await button('保存更正').click()
    await page.getByText('姓名和手机号都没有变化').waitFor()
    await page.getByLabel('手机号', { exact: true }).fill('138 0000 00')
    await button('保存更正').click()
    await page.getByText('1 开头的 11 位数字').waitFor()
    await page.getByLabel('手机号', { exact: true }).fill('+86 138 0000 0001')
    await fine()
    await keepScreenshot(page, 'console-correct')
    await button('保存更正').click()
    await page.getByText('已更正').waitFor()

    expect(sentTo(`PUT ${act}/person`)).to.deep.equal([{ phone: '13800000001', reason: '候选人来电换了号码' }])
  })

  it('take a decision back with a reason, saying what the candidate hears', async () => {
    const { waiting: _decided, ...decided } = applicationForStaff({
      endedBy: 'd'.repeat(24),
      decisions: [ended],
    })
    await openReport(decided)
    await page.getByText('王芳 决定：婉拒').waitFor()
    await button('撤回决定…').click()
    await page.getByText('招聘组正在重新评估').waitFor()
    await button(/^撤回$/).click()
    expect(sentTo(`POST /api/staff/decisions/${'d'.repeat(24)}/take-back`)).to.deep.equal([])
    await page.getByLabel('为什么撤回').fill('看漏了证书')
    await fine()
    await keepScreenshot(page, 'console-take-back')
    await button(/^撤回$/).click()
    await page.getByText('已撤回，重新等待决定').waitFor()
    await button('撤回决定…').waitFor({ state: 'detached' })
    await page.getByText('已撤回 · 李静：看漏了证书').waitFor()

    expect(sentTo(`POST /api/staff/decisions/${'d'.repeat(24)}/take-back`)).to.deep.equal([{ reason: '看漏了证书' }])
  })

  describe('lose nothing that was typed', () => {
    const reason = '沟通清楚，'.repeat(40)
    const kept = () =>
      page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('xiaozhao-draft')))

    async function write(): Promise<void> {
      await openReport()
      await button('婉拒…').click()
      await page.getByLabel('理由').fill(reason)
    }

    it('on Escape: it asks once, and goes on writing or gives up', async () => {
      await write()
      await page.keyboard.press('Escape')
      await page.getByText('写的内容还在，还没有提交').waitFor()
      await fine()
      await keepScreenshot(page, 'console-typed')
      await page.keyboard.press('Enter')
      expect(await page.getByLabel('理由').inputValue()).to.equal(reason)

      await page.keyboard.press('Escape')
      await button('放弃').click()
      expect(await page.getByRole('dialog').count()).to.equal(0)
      await button('婉拒…').click()
      expect(await page.getByLabel('理由').inputValue()).to.equal('')
      await page.keyboard.press('Escape')
      expect(await page.getByRole('dialog').count()).to.equal(0)
      expect(await kept()).to.deep.equal([])
    })

    it('when the page is loaded again', async () => {
      await write()
      await page.reload()

      expect(await page.getByLabel('理由').inputValue()).to.equal(reason)
    })

    it('when the session ends in the middle of a long reason: it is there after signing in again', async () => {
      await write()
      const mine = api.state.me
      api.state.me = undefined
      await button('预览').click()
      await page.getByText('登录已过期').waitFor()
      await page.getByText('写的内容都在').waitFor()
      const asked = page.waitForRequest(/\/api\/staff\/sign-in\?/)
      await button('重新登录').click()
      const back = new URL((await asked).url()).searchParams.get('returnTo')!
      api.state.me = mine
      await page.goto(`${api.baseUrl}${back}`)

      expect(await page.getByLabel('理由').inputValue()).to.equal(reason)
      expect(await page.evaluate(() => JSON.stringify(localStorage))).to.not.contain('沟通清楚')
    })

    it('but keeps nothing for somebody else, nor once it was sent or they signed out', async () => {
      await write()
      api.state.me = me({ id: 'f'.repeat(24), name: '周敏' })
      await page.reload()
      await button('婉拒…').click()
      expect(await page.getByLabel('理由').inputValue()).to.equal('')
      await page.getByLabel('理由').fill('学历不符合岗位要求')
      await button('预览').click()
      await button('确认婉拒并发送').click()
      await page.getByText('已决定：婉拒').waitFor()

      expect(await kept()).to.deep.equal([])
    })

    it('in whatever dialog asks for a reason', async () => {
      const { waiting: _waiting, ...application } = applicationForStaff()
      const asks: [string, ApplicationForStaff, (RegExp | string)[], string][] = [
        ['理由', applicationForStaff(), ['待定…'], '预览'],
        ['理由', applicationForStaff(), ['更正…'], '保存更正'],
        ['为什么撤回', { ...application, endedBy: 'd'.repeat(24), decisions: [ended] }, ['撤回决定…'], '撤回'],
      ]
      for (const [label, shown, opens, confirms] of asks) {
        await openReport(shown)
        for (const one of opens) await button(one).click()
        await button(confirms).last().click()
        await page.getByText('请写明理由，至少 2 个字。').waitFor()
        await page.getByLabel(label).fill(reason)
        await page.keyboard.press('Escape')
        await page.getByText('写的内容还在，还没有提交').waitFor()
        await page.reload()
        expect(await page.getByLabel(label).inputValue(), label).to.equal(reason)
        await leave()
      }
      await openReport()
    })

    it('of a rating', async () => {
      await openReport()
      await page.getByRole('radio', { name: '2.5' }).check({ force: true })
      await page.getByLabel('说明').fill('步骤对')
      await page.reload()
      await page.getByRole('tab', { name: /第 5 题/ }).click()

      expect(await page.getByLabel('说明').inputValue()).to.equal('步骤对')
      expect(await page.getByRole('radio', { name: '2.5' }).isChecked()).to.equal(true)
    })
  })

  it('copy the page’s link outside WeCom', async () => {
    await openReport()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button('分享给面试官').click()
    await page.getByText('链接已复制').waitFor()

    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(`${api.baseUrl}/console${reportPath}`)
  })

  it('draw the radar as tall as it is meant to be, on a desk', async () => {
    await open(reportPath, { me: me(), waiting: [waitingDecision(1)], applications: [applicationForStaff()] }, desk)
    await button('雷达图').click()
    await page.locator('.radar canvas').waitFor()

    expect((await page.locator('.radar').boundingBox())!.height).to.be.greaterThan(200)
  })
})
