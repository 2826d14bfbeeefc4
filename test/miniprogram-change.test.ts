/** What may be changed about an invitation, as a finger meets it. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-samples.js'

describe('what a candidate may change about an invitation, on the phone', function () {
  this.timeout(60_000)
  const { open, button, shown, text, phone, api, current } = candidatePhone()
  const page = `/pages/change/change?token=${ids.token}`
  const sent = (path: string) => api().calls.filter((call) => call.path === `invitations/${path}`)
  const mine = (changes: object = {}) => {
    const { invitation } = api()
    if (invitation.kind !== 'open') throw new Error('not open')
    invitation.changes = { hoursByThemselves: 48, mayDecline: true, mayAskTime: true, ...changes }
  }

  it('is behind one quiet link, asks for the phone’s digits first, and then shows what there is', async () => {
    await open(`/pages/invitation/invitation?token=${ids.token}`)
    await phone().screenshot('candidate-invitation-change-link')
    await text('需要调整？').tap()
    await shown('下一步')
  })

  it('takes more time at once inside the limit, and asks HR beyond it', async () => {
    mine()
    await open(page)
    await phone().screenshot('candidate-change')
    await text('申请延期').tap()
    await shown('马上生效')
    await shown('需要招聘组同意')
    await phone().screenshot('candidate-change-time')
    expect(await current().getByRole('radio', { checked: true }).count()).to.equal(1)
    await button('延期').waitFor()
  })

  it('says once what follows, and lets nobody be made to say why', async () => {
    mine()
    await open(page, { fontScale: 2, width: 320, height: 568 })
    await text('我不参加了').tap()
    await shown(/你的简历还在/)
    await phone().screenshot('candidate-change-decline-large')
    expect(await current().getByRole('radio', { checked: true }).count()).to.equal(0)
    expect(sent('decline')).to.have.length(0)
    await button('确认不参加').waitFor()
  })

  it('reads how the request stands', async () => {
    const at = new Date().toISOString()
    mine({ asked: { at, hours: 72, status: 'answered', answer: '名额本周截止。' } })
    await open(page)
    await shown('名额本周截止。')
    await phone().screenshot('candidate-change-answered')
  })
})
