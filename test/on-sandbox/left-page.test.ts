/** Somebody leaves the page while they write and is called while they speak: from the phone to what HR reads. */
import { expect } from 'chai'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { viewApplicationFor } from '../../server/features/applications/application-for-staff.js'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { firstPiece } from '../builders/recorded.js'
import { recruiterOf } from '../builders/recruiter.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'
import { accept, applyAndBeInvited } from '../journeys/steps.js'

describe('leaving the page in an interview', function () {
  this.timeout(120_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  it('is told with its times, of a written and of a spoken answer, and changes no score; the group hears nothing of it', async () => {
    const person = await newcomerWithPhone(world)
    const invitationId = await accept(person, await applyAndBeInvited(world, person), ['ai-scoring', 'recording'])
    const { candidate } = person
    const { id } = await candidate.startInterview(invitationId)
    const beat = (visible: boolean, inCall = false) => candidate.heartbeat(id, visible, inCall)
    const leaveFor = async (ms: number) => {
      await beat(false)
      await passTime(world, ms)
      await beat(true)
    }
    await candidate.issue(id, 1)
    await candidate.shown(id, 1)
    await candidate.begin(id, 1, 'voice')
    await candidate.sendPiece(id, 1, { take: 1, clip: 1, piece: 1, bytes: firstPiece() })
    await beat(true, true)
    await passTime(world, 8_000)
    await beat(true)
    await world.sandbox.setSpeech(['我会先请她坐下，说清楚要等多久。'])
    const { step } = await candidate.answerSpoken(id, 1, { take: 1, clips: [{ pieces: 1, durationMs: 6_000 }] })
    if (step.kind !== 'next') throw new Error(`no next but ${step.kind}`)
    await candidate.issue(id, step.number)
    await candidate.shown(id, step.number)
    const begun = await candidate.begin(id, step.number)
    await leaveFor(20_000)
    await beat(true)
    await leaveFor(21_000)
    if (!('question' in begun.step)) throw new Error(`no question but ${begun.step.kind}`)
    await candidate.answer(id, step.number, goodAnswer(begun.step.question))
    await takeInterview(candidate, invitationId, goodAnswer)

    const report = await waitFor('the report', () => world.deps.reports.findByInterview(world.orgId, id))
    const application = (await world.deps.applications.findById(world.orgId, report.applicationId))!
    const { questions } = (await viewApplicationFor(world.deps, recruiterOf(world), application)).report!
    const answered = questions.flatMap((one) => [one, ...(one.followUps ?? [])])
    const written = answered.find(({ events }) => events)!
    expect(written.events!.map(({ kind, lastedMs }) => [kind, Math.round(lastedMs / 1000)])).to.deep.equal([
      ['away', 20],
      ['away', 21],
    ])
    expect(written.events![0]!.atMs).to.be.below(5_000)
    const spoken = answered.find((one) => one.spoken)!
    expect(spoken.spoken!.events.map(({ kind }) => kind)).to.deep.equal(['call'])
    expect(spoken).not.to.have.any.keys('events')
    await passTime(world, 61_000)
    const posts = await world.sandbox.group(sandboxCredentials.group.id)
    expect(posts.some(({ content }) => content.includes('离开过页面'))).to.equal(false)
  })
})
