/** The phone dies and the product dies: the interview goes on where it was. */
import { expect } from 'chai'
import { skipFollowUps } from '../../scripts/demo/take-interview.js'
import { tokenIn } from '../../scripts/demo/candidate-client.js'
import { answering, inTheMiddle } from './in-the-middle.js'
import { messageAbout } from './steps.js'
import { inTheMorning } from './pass-time.js'
import { startWorld, type World } from './world.js'

describe('an interview whose phone and product die', () => {
  let world: World

  before(async () => {
    world = await startWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  it('goes on where it was when phone and product died and the notice is opened again', async () => {
    const { person, id, step } = await inTheMiddle(world, '写到一半的回答')
    await world.killProduct()
    await world.startProduct()

    const phone = await world.phone(person.personId)
    const notice = await messageAbout(world, person.personId, 'invitation')
    const invitation = await phone.openInvitation(tokenIn((await world.sandbox.tap(person.personId, notice.id)).opens))
    if (invitation.kind !== 'open' || !invitation.interviewId) throw new Error('the notice does not lead back')
    const again = await phone.startInterview(invitation.id)

    expect(again.id).to.equal(id)
    expect(invitation.interviewId).to.equal(id)
    expect(answering(again).draft).to.include({ text: '写到一半的回答', revision: 1 })
    expect(
      Date.parse(answering(again).endsAt) - Date.parse(step.endsAt),
      'exactly what the network took is given back',
    ).to.equal(again.givenBackMs)
    const answered = await phone.answer(id, 1, '写到一半的回答，现在写完了')
    expect((await skipFollowUps(phone, answered)).step).to.include({ kind: 'next', number: 2 })
  })
})
