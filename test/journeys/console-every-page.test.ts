/** What every page of HR’s console has, room by room as routes.ts lists them: whom to ask, and how many wait; and how it fits 320 px. */
import { expect } from 'chai'
import { rooms, type Room } from '../../server/console/rooms.js'
import { keepScreenshot } from '../browser.js'
import { idOf, me, screened, staffNow, teller, waitingDecision } from '../builders/staff-lists.js'
import { applicationForStaff } from '../builders/staff-reports.js'
import { consoleInBrowser, desk, reportPath } from './console-in-browser.js'

const narrow = { width: 320, height: 640 }
/** Something in every part of an address. */
const samples: Record<string, string> = {
  report: `/candidates/${applicationForStaff().applicationId}`,
  position: '/positions/teller',
  file: '/files/position/teller',
}
function addressOf({ name, path }: Room): string {
  const address = samples[name] ?? path
  if (address.includes(':')) throw new Error(`give ${name} an address to try`)
  return address
}

describe('every page of HR’s console', function () {
  this.timeout(240_000)
  const { open, wide } = consoleInBrowser()
  const state = (room: Room) => ({
    me: me({
      grants: [
        { role: 'hr-admin', positionIds: 'all' },
        { role: room.roles?.[0] ?? 'recruiter', positionIds: 'all' },
      ],
    }),
    waiting: [waitingDecision(1), screened(2), { ...screened(3), decisionId: idOf(999) }],
    applications: [applicationForStaff()],
  })

  for (const room of rooms)
    it(`says whom to ask: ${room.name}`, async () => {
      const { page } = await open(addressOf(room), state(room), narrow)
      if (room.roles) {
        await page.getByText('招聘联系人 张老师').waitFor()
        expect(await page.getByRole('link', { name: '025-0000 0000' }).getAttribute('href')).to.equal('tel:02500000000')
        expect(await page.getByRole('navigation', { name: '导航' }).getByTitle('3 人等待决定').innerText()).to.equal(
          '3',
        )
      }
      await page.getByText('有疑问，请找 HR 管理员。').waitFor()
      expect(await wide()).to.deep.equal([])
      await keepScreenshot(page, `console-page-${room.name}-narrow`)
    })

  it('keeps the room that is open in sight, where the rooms are a row that scrolls', async () => {
    const { page } = await open('/people', state(rooms[0]!), narrow)
    const on = page.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '人员与权限' })
    await on.waitFor()

    await page.waitForFunction(
      (link) => link.getBoundingClientRect().right <= document.documentElement.clientWidth,
      await on.elementHandle(),
    )
  })

  it('has receipts of deletions that are read in lines, and promises no day for what the law keeps', async () => {
    const { page } = await open('/candidates', state(rooms[0]!), narrow)
    const times = { at: '2026-11-20T08:00:00.000Z', until: '2026-12-05T08:00:00.000Z' }
    const one = { ...teller, applicationId: idOf(201), name: '王小明', shortCode: 'A7K2', applications: 1, ...times }
    const held = { ...one, applicationId: idOf(202), name: '李雷', refused: 'legal-hold' }
    const receipt = { id: idOf(900), at: staffNow, why: 'request', reason: 'asked-by-person', by: '李静', done: true }
    await page.route('**/deletions/asked', (route) => route.fulfill({ json: { now: staffNow, asked: [one, held] } }))
    await page.route('**/deletions', (route) =>
      route.fulfill({ json: { deletions: [{ ...receipt, told: 'unreached' }] } }),
    )
    await page.getByRole('link', { name: '资料删除' }).click()
    await page.getByText('12-05 16:00 自动删除').waitFor()
    await keepScreenshot(page, 'console-page-deletions-filled-narrow')

    expect(await page.getByRole('listitem').filter({ hasText: '李雷' }).innerText()).not.to.contain('自动删除')
    const said = (await page.getByText('本人要求删除 · 李静 办理').boundingBox())!
    expect(said.height).to.be.below(30)
    expect(said.x).to.be.at.least(28)
  })

  it('has a candidate’s abilities behind their verdict, said in lines, each changed without losing the place', async () => {
    const label = { zh: '持有银行从业资格证', en: 'Certified' }
    const abilities = [
      { id: 'certified', competencyId: 'domain' as const, label, has: true, quotation: '银行从业资格证' },
    ]
    const { page } = await open(reportPath, { me: me(), applications: [applicationForStaff({ abilities })] }, narrow)
    await page.route('**/abilities', (route) => route.fulfill({ json: {} }))
    const card = page.getByRole('region', { name: '岗位核心标签' })
    const ground = (await card.getByText('简历写到').boundingBox())!
    await card.scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'console-abilities-narrow')

    expect(ground.height).to.be.below(50)
    expect(ground.y).to.be.above((await page.getByRole('heading', { name: '总分' }).boundingBox())!.y)
    await card.getByRole('button').focus()
    await page.keyboard.press('Enter')
    await page.getByText('已保存').waitFor()
    await card.getByRole('button').and(page.locator(':focus')).waitFor()
  })

  it('keeps the line in the frame on a desk, beside the candidate', async () => {
    const { page } = await open(samples.report!, state(rooms[2]!), desk)
    await page.getByText('招聘联系人 张老师').waitFor()

    await keepScreenshot(page, 'console-help-line')
  })
})
