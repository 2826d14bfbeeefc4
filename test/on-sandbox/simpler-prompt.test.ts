/** A question that is put more simply: from the phone that fell silent to the fact that HR reads. */
import { expect } from 'chai'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { viewApplicationFor } from '../../server/features/applications/application-for-staff.js'
import { recruiterOf } from '../builders/recruiter.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'
import { accept, applyAndBeInvited } from '../journeys/steps.js'

describe('a question that is put more simply', function () {
  this.timeout(120_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  it('is so after the silence that the position names, once, and stands in the report with its second and in no score', async () => {
    const person = await newcomerWithPhone(world)
    const invitationId = await accept(person, await applyAndBeInvited(world, person), ['ai-scoring', 'recording'])
    const { candidate } = person
    const { id } = await candidate.startInterview(invitationId)
    await candidate.issue(id, 1)
    await candidate.shown(id, 1)
    const { step } = await candidate.begin(id, 1)
    if (step.kind !== 'answering') throw new Error(`not answering but ${step.kind}`)
    expect(step.question.simplerLeft).to.deep.equal({ afterSeconds: 20 })
    expect(step.question).not.to.have.any.keys('simplerStem')
    const silent = () => candidate.simpler(id, 1, 'silent')
    expect(await silent().catch(({ code }: HttpRefusal) => code)).to.equal('not-silent')

    for (const _beat of [1, 2]) {
      await passTime(world, 10_000)
      await candidate.heartbeat(id)
    }
    const shown = (await silent()).step
    if (shown.kind !== 'answering') throw new Error(`not answering but ${shown.kind}`)
    expect(shown.question.simplerStem!.zh.length).to.be.below(step.question.stem.zh.length)
    expect(shown.endsAt, 'the clock goes on').to.equal(step.endsAt)
    await candidate.answer(id, 1, goodAnswer(step.question))
    await takeInterview(candidate, invitationId, goodAnswer)

    const report = await waitFor('the report', () => world.deps.reports.findByInterview(world.orgId, id))
    const application = (await world.deps.applications.findById(world.orgId, report.applicationId))!
    const [first] = (await viewApplicationFor(world.deps, recruiterOf(world), application)).report!.questions
    expect(first!.events!.map(({ kind }) => kind)).to.deep.equal(['simpler-silent'])
    expect(first!.events![0]!.atMs).to.be.within(19_000, 25_000)
  })
})
