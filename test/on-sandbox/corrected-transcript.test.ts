/** A transcript that its speaker corrects: from the candidate’s own page to the report that HR reads, with what it was before. */
import { expect } from 'chai'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { viewApplicationFor } from '../../server/features/applications/application-for-staff.js'
import { decide } from '../../server/features/flow/index.js'
import type { TranscriptsForCandidate } from '../../shared/contracts/corrections.js'
import { firstPiece } from '../builders/recorded.js'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { recruiterOf } from '../builders/recruiter.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'
import { accept, applyAndBeInvited, type Person } from '../journeys/steps.js'

const clips = [{ pieces: 1, durationMs: 6_000 }]
const misheard = '今天天气不错，我们出去走走，晚上回来吃饭。'

describe('a transcript that its speaker corrects', function () {
  this.timeout(180_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  const reportOf = (id: string) => waitFor('the report', () => world.deps.reports.findByInterview(world.orgId, id))
  const codeOf = (act: Promise<unknown>) =>
    act.then(
      () => undefined,
      ({ code }: HttpRefusal) => code,
    )

  /** The first question was spoken, and written down as something that nobody said. */
  async function heardWrongly(purposes: ('ai-scoring' | 'recording')[] = ['ai-scoring', 'recording']) {
    const person = await newcomerWithPhone(world)
    const invitationId = await accept(person, await applyAndBeInvited(world, person), purposes)
    const { candidate } = person
    const { id } = await candidate.startInterview(invitationId)
    await candidate.issue(id, 1)
    await candidate.shown(id, 1)
    const { step } = await candidate.begin(id, 1, 'voice')
    if (!('question' in step)) throw new Error(`no question but ${step.kind}`)
    await world.sandbox.setSpeech([misheard])
    await candidate.sendPiece(id, 1, { take: 1, clip: 1, piece: 1, bytes: firstPiece() })
    await candidate.answerSpoken(id, 1, { take: 1, clips })
    await takeInterview(candidate, invitationId, goodAnswer)
    const report = await reportOf(id)
    await waitFor('what follows from it', async () => {
      const decision = await world.deps.decisions.findWaitingOf(world.orgId, report.candidateId)
      const row = await world.connection.collection('reports').findOne({ interviewId: id })
      return decision && row?.['next'] === 'done' ? decision : undefined
    })
    return { person, id, report, said: goodAnswer(step.question) }
  }
  const look = ({ candidate }: Person, id: string) =>
    candidate.get<TranscriptsForCandidate>(`/interviews/${id}/transcripts`)
  const correct = ({ candidate }: Person, id: string, text: string) =>
    candidate.put<TranscriptsForCandidate>(`/interviews/${id}/questions/1/correction`, { text })
  async function staffSee(applicationId: string) {
    const application = (await world.deps.applications.findById(world.orgId, applicationId))!
    return (await viewApplicationFor(world.deps, recruiterOf(world), application)).report!
  }

  it('is scored again, both are kept, and HR’s group and page tell of it', async () => {
    const { person, id, report, said } = await heardWrongly()
    const seen = await look(person, id)
    expect(seen).to.include({ state: 'open', isScored: true })
    expect(seen.answers.map(({ number, parts }) => [number, parts.map(({ text }) => text).join('')])).to.deep.equal([
      [1, misheard],
    ])
    const mine = await person.candidate.get(`/applications/${report.applicationId}`)
    expect(mine).to.include({ transcriptsReady: true })
    const before = (await world.deps.reports.assessmentOf(report))!

    const corrected = await correct(person, id, said)
    expect(corrected.answers[0]!.correction).to.include({ text: said })
    expect(await correct(person, id, said), 'the same again').to.deep.equal(corrected)
    expect(await codeOf(correct(person, id, '再改一次'))).to.equal('already-corrected')

    const again = await waitFor('the second scoring', async () => {
      const now = await reportOf(id)
      return now.scoredAgainAt ? now : undefined
    })
    const after = (await world.deps.reports.assessmentOf(again))!
    expect(before.questions[0]).not.to.have.nested.property('answer.status', 'scored')
    expect(after.questions[0]).to.have.nested.property('answer.status', 'scored')
    const kept = await world.deps.reports.earlierOf(again)
    expect(kept.map(({ assessment }) => assessment)).to.deep.equal([before])

    const page = await staffSee(report.applicationId)
    const [first] = page.questions
    expect(first!.answer).to.equal(said)
    const { pieces, isFar } = first!.spoken!.correction!
    expect(
      pieces
        .filter((piece) => piece.in !== 'corrected')
        .map(({ text }) => text)
        .join(''),
    ).to.equal(misheard)
    expect(isFar).to.equal(true)
    expect(first!.review!.reasons[0]!.zh).to.match(/^候选人更正过转写，与听到的相同的字占 \d+%/)
    expect(page.corrected).to.have.all.keys('at')
    await passTime(world, 61_000)
    const told = await waitFor('the card', async () =>
      (await world.sandbox.group(sandboxCredentials.group.id)).find(({ content }) =>
        content.includes('更正了语音转写的文字'),
      ),
    )
    expect(told.content).not.to.contain(said.slice(0, 6))
  })

  it('lies sealed beside what was heard, and stays its speaker’s alone', async () => {
    const { person, id, said } = await heardWrongly()
    await correct(person, id, said)
    const rows = await world.connection.collection('interviews').find().toArray()
    const stranger = await newcomerWithPhone(world)

    expect(JSON.stringify(rows)).not.to.contain(said.slice(0, 6))
    expect(await codeOf(look(stranger, id))).to.equal('not-found')
    expect(await codeOf(correct(stranger, id, said))).to.equal('not-found')
  })

  it('is corrected no more once a person has decided, nor when it says nothing or too much', async () => {
    const { person, id, report, said } = await heardWrongly()
    expect(await codeOf(correct(person, id, '   '))).to.equal('invalid-input')
    expect(await codeOf(correct(person, id, '好'.repeat(800)))).to.equal('invalid-input')
    const decision = (await world.deps.decisions.findWaitingOf(world.orgId, report.candidateId))!
    await decide(world.deps, { decision, verdict: 'decline', by: 'li-jing', reason: '与岗位要求不符' })

    expect(await codeOf(correct(person, id, said))).to.equal('correction-decided')
    expect(await look(person, id)).to.include({ state: 'decided' })
  })

  it('promises no new score where people have to listen to another answer', async () => {
    const { person, id } = await heardWrongly()
    expect(await look(person, id)).to.include({ isScored: true })
    await world.deps.interviews.change({ orgId: world.orgId, id }, (interview) => {
      const [first, second, ...others] = interview.questions
      const recording = { ...first!.answer!.recording!, heardBy: 'people' as const }
      const unheard = { ...second!, answer: { ...second!.answer!, recording } }
      return { interview: { ...interview, questions: [first!, unheard, ...others] } }
    })

    expect(await look(person, id)).to.include({ isScored: false })
  })

  it('is read by people where no machine may score', async () => {
    const { person, id, said } = await heardWrongly(['recording'])
    expect(await look(person, id)).to.include({ state: 'open', isScored: false })
    await correct(person, id, said)
    await waitFor('the group', () =>
      world.connection.collection('groupevents').findOne({ key: { $regex: `^transcript-corrected:${id}` } }),
    )

    const report = await reportOf(id)
    expect([report.status, report.scoredAgainAt]).to.deep.equal(['awaiting-human', undefined])
    expect((await staffSee(report.applicationId)).questions[0]!.spoken!.correction).to.include({ isFar: true })
  })
})
