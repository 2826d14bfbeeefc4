/** What a candidate asks for on the invitation page: from their tap to HR's answer and back, in what each of them reads. */
import { expect } from 'chai'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { hoursAfter } from '../../server/durations.js'
import { listRequestsFor } from '../../server/features/invitations/requests/list-requests.js'
import { answerInWords, grantRequest } from '../../server/features/invitations/requests/answer-request.js'
import type { InvitationForCandidate } from '../../shared/contracts/invitations.js'
import { as } from '../builders/refusing-world.js'
import { recruiterOf } from '../builders/recruiter.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'
import { raw } from '../journeys/raw.js'
import { accept, applyAndBeInvited, messageAbout, type Person } from '../journeys/steps.js'

type OpenOne = Extract<InvitationForCandidate, { kind: 'open' }>

describe('what a candidate asks for', function () {
  this.timeout(120_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  const asks = ({ candidate }: Person, what: string, body: object) =>
    candidate.post<InvitationForCandidate>(`/invitations/${what}`, body)
  const moreTime = async (person: Person, token: string, body: { hours: number; key: string; words?: string }) =>
    (await asks(person, 'more-time', { token, ...body })) as OpenOne
  const waiting = () => listRequestsFor(world.deps, recruiterOf(world))
  const found = async (requestId: string) => {
    const request = (await world.deps.candidateRequests.findById(world.orgId, requestId))!
    const invitation = (await world.deps.invitations.findById(world.orgId, request.invitationId))!
    return { request, invitation, by: 'li-jing' }
  }
  const stateOf = async (token: string) => {
    const invitation = await world.deps.invitations.findByToken(world.orgId, token)
    return (await world.deps.standings.find(world.orgId, invitation!.applicationId))?.state
  }
  const groupText = async () => JSON.stringify(await world.connection.collection('groupevents').find().toArray())

  it('is 48 hours at once, then a task that HR grants, and the new time comes as a message', async () => {
    const person = await newcomerWithPhone(world)
    const token = await applyAndBeInvited(world, person)
    const before = (await person.candidate.openInvitation(token)) as OpenOne
    expect(before.changes).to.include({ hoursByThemselves: 48, mayDecline: true, mayAskTime: true })

    const longer = await moreTime(person, token, { hours: 48, key: 'wish-one' })
    expect(longer.closesAt).to.equal(hoursAfter(new Date(before.closesAt), 48).toISOString())
    expect(await waiting()).to.deep.equal([])

    const asked = await moreTime(person, token, { hours: 72, key: 'wish-two', words: '下周要出差' })
    expect([asked.closesAt, asked.changes?.asked?.status]).to.deep.equal([longer.closesAt, 'waiting'])
    const [task] = await waiting()
    expect(task).to.include({ name: person.resume.name, hours: 72, words: '下周要出差', kind: 'more-time' })

    await person.candidate.subscribe(['invitation'])

    await grantRequest(world.deps, await found(task!.requestId))

    const granted = (await person.candidate.openInvitation(token)) as OpenOne
    expect(granted.closesAt).to.equal(hoursAfter(new Date(longer.closesAt), 72).toISOString())
    expect(granted.changes?.asked).to.include({ status: 'granted', hours: 72 })
    expect(await waiting()).to.deep.equal([])
    expect(
      (await world.sandbox.inbox(person.personId)).filter(({ opens }) => opens?.includes('invitation')),
    ).to.have.length(2)
    expect(await groupText()).to.not.contain('出差')
  })

  it('is answered in words, which stand on the page that the message opens', async () => {
    const person = await newcomerWithPhone(world)
    const token = await applyAndBeInvited(world, person)
    await person.candidate.subscribe(['result'])
    await moreTime(person, token, { hours: 168, key: 'wish-one' })
    const [task] = await waiting()

    await answerInWords(world.deps, { ...(await found(task!.requestId)), text: '名额本周截止，最晚周五。' })

    const told = await waitFor('the answer', async () =>
      (await world.sandbox.inbox(person.personId)).find(({ fields }) =>
        JSON.stringify(fields ?? []).includes('招聘组已答复您的申请'),
      ),
    )
    expect((await world.sandbox.tap(person.personId, told.id)).opens).to.match(/^pages\/invitation\/invitation\?token=/)
    const page = (await person.candidate.openInvitation(token)) as OpenOne
    expect(page.changes?.asked).to.include({ status: 'answered', answer: '名额本周截止，最晚周五。' })
    expect(await waiting()).to.deep.equal([])
  })

  it('is not to take part: it ends, says so everywhere, and is taken back while the window is open', async () => {
    const person = await newcomerWithPhone(world)
    const token = await applyAndBeInvited(world, person)

    const declined = await asks(person, 'decline', { token, reason: 'other-offer', words: '签了别家' })

    expect(declined.kind).to.equal('declined')
    await waitFor('the application', async () => (await stateOf(token)) === 'withdrawn')
    const [application] = await person.candidate.applications()
    expect(application).to.include({ ended: 'withdrawn' })
    const group = await waitFor('the group', async () => {
      const text = await groupText()
      return text.includes('candidate-withdrew') && text
    })
    expect(group).to.not.contain('签了')

    expect((await asks(person, 'return', { token })).kind).to.equal('open')

    await waitFor('the application', async () => (await stateOf(token)) === 'invited')
    await accept(person, token)
  })

  it('is nothing that somebody with the link alone can do, nor anybody once the interview was begun', async () => {
    const person = await newcomerWithPhone(world)
    const token = await applyAndBeInvited(world, person)
    const stranger = await newcomerWithPhone(world)
    const decline = ({ candidate }: Person) =>
      raw(`${world.productUrl}/api/candidate/invitations/decline`, { body: { token }, token: as(candidate) })
    expect(await decline(stranger)).to.include({ status: 404 })
    expect(await stranger.candidate.openInvitation(token)).to.not.have.property('changes')

    await person.candidate.startInterview(await accept(person, token))

    expect(await decline(person)).to.include({ status: 409, code: 'invitation-over' })
    expect(await messageAbout(world, person.personId, 'invitation')).to.be.an('object')
  })
})
