/** What every page of HR’s console has, room by room as routes.ts lists them: whom to ask, and how many wait. */
import { expect } from 'chai'
import { rooms, type Room } from '../../server/console/rooms.js'
import { keepScreenshot } from '../browser.js'
import { idOf, me, screened, waitingDecision } from '../builders/staff-lists.js'
import { applicationForStaff } from '../builders/staff-reports.js'
import { consoleInBrowser, desk } from './console-in-browser.js'

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

  it('keeps the line in the frame on a desk, beside the candidate', async () => {
    const { page } = await open(samples.report!, state(rooms[2]!), desk)
    await page.getByText('招聘联系人 张老师').waitFor()

    await keepScreenshot(page, 'console-help-line')
  })
})
