/** An answer that is spoken, from the consent to the report: what is written down is scored, what is not is listened to. */
import { expect } from 'chai'
import type { ConsentForCandidate } from '../../shared/contracts/consent.js'
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { firstPiece } from '../builders/recorded.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'
import { accept, applyAndBeInvited, type Person } from '../journeys/steps.js'

const clips = [{ pieces: 2, durationMs: 6_000 }]

describe('an answer that is spoken', function () {
  this.timeout(180_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  const stored = async (id: string) => (await world.deps.interviews.find({ orgId: world.orgId, id }))!
  const reportOf = (id: string) => waitFor('the report', () => world.deps.reports.findByInterview(world.orgId, id))

  /** At the first question, about to say something. */
  async function speaking(): Promise<{ person: Person; invitationId: string; id: string; question: string }> {
    const person = await newcomerWithPhone(world)
    const invitationId = await accept(person, await applyAndBeInvited(world, person), ['ai-scoring', 'recording'])
    const { candidate } = person
    const { id } = await candidate.startInterview(invitationId)
    await candidate.issue(id, 1)
    await candidate.shown(id, 1)
    const view = await candidate.begin(id, 1, 'voice')
    expect(view.step).to.deep.nested.include({ 'question.answerWith': 'voice', 'question.answerSeconds': 120 })
    return { person, invitationId, id, question: goodAnswer(questionIn(view)) }
  }

  const questionIn = ({ step }: InterviewForCandidate) => {
    if (!('question' in step)) throw new Error(`no question but ${step.kind}`)
    return step.question
  }

  it('is scored by what was written down, and may arrive after the interview has ended', async () => {
    const { person, invitationId, id, question } = await speaking()
    const { candidate } = person
    await world.sandbox.setSpeech([question])
    const pieces = [firstPiece(), firstPiece()]

    expect(await candidate.sendPiece(id, 1, { take: 1, clip: 1, piece: 2, bytes: pieces[1]! })).to.equal(204)
    await candidate.answerSpoken(id, 1, { take: 1, clips })
    await takeInterview(candidate, invitationId, goodAnswer)
    expect(await world.deps.reports.findByInterview(world.orgId, id)).to.equal(undefined)

    expect(await candidate.sendPiece(id, 1, { take: 1, clip: 1, piece: 1, bytes: pieces[0]! })).to.equal(204)
    const report = await reportOf(id)
    expect(report.status).to.equal('ready')
    const [first] = (await stored(id)).questions
    expect(first!.answer).to.deep.include({ text: question })
    expect(first!.answer!.recording).to.include({ heardBy: 'transcriber' })
    const assessment = (await world.deps.reports.assessmentOf(report))!
    expect(assessment.questions[0]).to.have.nested.property('answer.status', 'scored')
  })

  it('is listened to by people when nobody could write it down, and no machine scores', async () => {
    const { person, invitationId, id } = await speaking()
    const { candidate } = person
    await world.sandbox.setSpeech([])
    for (const piece of [1, 2])
      expect(await candidate.sendPiece(id, 1, { take: 1, clip: 1, piece, bytes: firstPiece() })).to.equal(204)
    await candidate.answerSpoken(id, 1, { take: 1, clips })
    await takeInterview(candidate, invitationId, goodAnswer)

    const report = await reportOf(id)
    expect(report.status).to.equal('awaiting-human')
    expect(await world.deps.reports.assessmentOf(report)).to.equal(undefined)
    expect((await candidate.feedback(id)).kind).to.equal('awaiting-human')
  })

  it('is measured only where the organisation does so: asked for unticked, and taken back also where nobody is asked any more', async () => {
    const organisationOf = world.deps.organisationOf
    const measures = (on: boolean) => {
      world.deps.organisationOf = async (orgId) => {
        const { defaults, ...rest } = await organisationOf(orgId)
        return { ...rest, defaults: { ...defaults, voiceMeasures: on } }
      }
    }
    const person = await newcomerWithPhone(world)
    const link = await applyAndBeInvited(world, person)
    const { candidate } = person
    await candidate.openInvitation(link)
    await candidate.verifyPhone(link, person.resume.phone.slice(-4))
    const asked = async () => {
      const { notice, choices } = await candidate.post<ConsentForCandidate>('/invitations/notice', { token: link })
      expect(choices.filter(({ granted }) => granted)).to.deep.equal([])
      return notice.purposes.map(({ purpose }) => purpose)
    }
    try {
      expect(await asked()).to.deep.equal(['recording', 'ai-scoring', 'sharing'])
      measures(true)
      expect(await asked()).to.deep.equal(['recording', 'ai-scoring', 'tone-analysis', 'sharing'])
      const invitationId = await accept(person, link, ['recording', 'tone-analysis'])
      measures(false)
      const later = await candidate.get<ConsentForCandidate>(`/consents/${invitationId}`)
      expect(later.choices).to.deep.include({ purpose: 'tone-analysis', granted: true })

      await candidate.put(`/consents/${invitationId}`, {
        noticeVersion: later.notice.version,
        choices: [{ purpose: 'tone-analysis', granted: false }],
      })
      const after = await candidate.get<ConsentForCandidate>(`/consents/${invitationId}`)
      expect(after.choices.map(({ purpose }) => purpose)).to.deep.equal(['recording', 'ai-scoring', 'sharing'])
    } finally {
      world.deps.organisationOf = organisationOf
    }
  })

  it('is offered to nobody who did not agree to be recorded', async () => {
    const person = await newcomerWithPhone(world)
    const invitationId = await accept(person, await applyAndBeInvited(world, person), ['ai-scoring'])
    const { candidate } = person
    const { id } = await candidate.startInterview(invitationId)
    await candidate.issue(id, 1)
    const view = await candidate.shown(id, 1)

    expect(questionIn(view)).not.to.have.any.keys('otherWays')
    expect(await candidate.sendPiece(id, 1, { take: 1, clip: 1, piece: 1, bytes: firstPiece() })).to.equal(409)
  })
})
