/** A model as second scorer, from the notice on the phone to the report. */
import { expect } from 'chai'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { allPoints, fakeModel, type FakeModel } from '../fakes/model-endpoint.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'
import { finishInterview } from '../journeys/steps.js'

describe('a second scorer that is set up', function () {
  this.timeout(120_000)
  let model: FakeModel
  let world: WorldInProcess

  before(async () => {
    model = await fakeModel()
    const env = {
      MODEL_BASE_URL: model.baseUrl,
      MODEL_API_KEY: 'key-of-nobody',
      MODEL_NAME: 'reader-1',
      MODEL_PROCESSOR: '某某公司',
      MODEL_REGION: '华北',
      MODEL_FILING_NUMBER: 'Beijing-2026-01',
    }
    world = await openWorld({ env })
    await inTheMorning(world)
  })
  after(async () => {
    await world.end()
    await model.close()
  })

  it('is named before anybody agrees, reads the answers, and brings a person in where it differs', async () => {
    model.behave(allPoints(0, () => ''))
    const person = await newcomerWithPhone(world)
    const interviewId = await finishInterview(world, person)
    const { deps, orgId } = world
    const assessment = await waitFor('the second reading', async () => {
      const report = await deps.reports.findByInterview(orgId, interviewId)
      const found = report && (await deps.reports.assessmentOf(report))
      return found?.secondScorer && found
    })

    const asked = await person.candidate.get('/notice')
    expect(JSON.stringify(asked)).to.contain('某某公司').and.to.contain('Beijing-2026-01')
    expect(assessment.secondScorer!.by).to.include({ model: 'reader-1', filingNumber: 'Beijing-2026-01' })
    expect(assessment.secondScorer!.readings.map(({ outcome }) => outcome)).to.include('apart')
    expect(assessment.needsPerson.map(({ reason }) => reason)).to.include('scorers-apart')
    const sent = model.asked.map(({ text }) => text).join('\n')
    for (const told of [person.resume.name, person.resume.phone, person.resume.education.school])
      expect(sent).not.to.contain(told)
    await waitFor('what follows from the report', async () => {
      const { candidateId } = (await deps.interviews.find({ orgId, id: interviewId }))!
      return deps.decisions.findWaitingOf(orgId, candidateId)
    })
  })

  it('reads nothing of whoever refused AI scoring', async () => {
    const before = model.asked.length
    const person = await newcomerWithPhone(world)
    const interviewId = await finishInterview(world, person, [])

    await waitFor('the report', async () => (await person.candidate.feedback(interviewId)).kind === 'awaiting-human')
    expect(model.asked).to.have.length(before)
  })
})
