/** A teller's scene that goes on by what was said, from the phone to the report. */
import { expect } from 'chai'
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import type { Question, QuestionBankFile } from '../../shared/contracts/question-bank.js'
import { candidateClient } from '../../scripts/demo/candidate-client.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { presentReport } from '../../server/features/reports/index.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { answering, inTheMiddle } from '../journeys/in-the-middle.js'
import { inTheMorning } from '../journeys/pass-time.js'
import { accept, applyAndBeInvited } from '../journeys/steps.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'

const chinese = /\p{Script=Han}/u
/** What earns these points, in words of the bank. */
const saying = (points: Question['points']) =>
  points.map(({ examples }) => examples.find(({ level, text }) => level === 1 && chinese.test(text))!.text).join('')

describe('a scene that goes on', function () {
  this.timeout(180_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
    const { deps, orgId } = world
    const bank = (await deps.banks.findCurrent(orgId, 'teller'))!
    const key = JSON.stringify([orgId, bank.version])
    for (const { id, turns } of bank.questions) if (turns) await deps.scorer.makeReady({ key, bank }, id)
  })
  after(() => world.end())

  const stored = async (id: string) => (await world.deps.interviews.find({ orgId: world.orgId, id }))!
  async function sceneOf(id: string): Promise<Question> {
    const { bankVersion, questions } = await stored(id)
    const bank: QuestionBankFile = (await world.deps.banks.findVersion(world.orgId, bankVersion))!
    return bank.questions.find((one) => one.id === questions[0]!.sourceId)!
  }
  const comes = ({ step }: InterviewForCandidate) => step.kind === 'next' && step.followUp

  it('answers whoever left something out otherwise than whoever did not, and is resumed on another phone', async () => {
    const { person, id } = await inTheMiddle(world, '写到一半')
    const { candidate, personId } = person
    const scene = await sceneOf(id)
    const [first] = scene.turns!
    const missed = first!.replies[0]!.when!.missed!
    const partly = saying(scene.points.filter((point) => !missed.includes(point.id)))
    const next = await candidate.answer(id, 1, partly)
    expect(comes(next)).to.deep.equal({ of: 1, turn: 1, kind: 'situational' })
    const { questionCount: count } = next
    await candidate.issue(id, count + 1)
    await candidate.shown(id, count + 1)
    const begun = answering(await candidate.begin(id, count + 1))
    expect(begun.question.stem).to.deep.equal(first!.replies[0]!.says)
    await candidate.saveDraft(id, count + 1, { text: '我先', revision: 1 })

    const { sandbox, productUrl } = world
    const other = await candidateClient({ sandbox, productUrl, personId, deviceKey: 'another-phone' })
    const invitationId = (await stored(id)).invitationId
    const taken = await other.post<InterviewForCandidate>('/interviews', {
      ...{ invitationId, deviceKey: 'another-phone', takeOver: true },
    })
    expect(answering(taken).question.stem).to.deep.equal(first!.replies[0]!.says)
    expect(answering(taken).draft.text).to.equal('我先')

    const later = saying(scene.points.filter((point) => missed.includes(point.id)))
    const second = await other.answer(id, count + 1, later)
    expect(comes(second)).to.deep.equal({ of: 1, turn: 2, kind: 'situational' })
    const done = await takeInterview(other, invitationId, goodAnswer)
    expect(done.step.kind).to.equal('finished')

    const report = await reportOf(id)
    const [asked] = report.questions
    expect(report.questions).to.have.length(count)
    expect(asked!.followUps!.map(({ answer }) => answer)).to.deep.equal([later, undefined])
    const { startsAt } = asked!.followUps![0]!
    const quoted = (asked!.points ?? []).flatMap(({ evidence }) => evidence).filter(({ start }) => start >= startsAt)
    expect(quoted).not.to.be.empty
    for (const { start, end, text } of quoted) expect(later.slice(start - startsAt, end - startsAt)).to.equal(text)
  })

  it('turns to another matter with whoever left nothing out', async () => {
    const { person, id } = await inTheMiddle(world, '写到一半')
    const scene = await sceneOf(id)
    const next = await person.candidate.answer(id, 1, saying(scene.points))
    const issued = await person.candidate.issue(id, next.questionCount + 1)

    expect(issued.step).to.deep.nested.include({ 'question.stem': scene.turns![0]!.replies.at(-1)!.says })
  })

  it('goes on in the way that fits every answer with whoever refused AI scoring', async () => {
    const person = await newcomerWithPhone(world)
    const invitationId = await accept(person, await applyAndBeInvited(world, person), [])
    const heard: string[] = []
    const { id } = await takeInterview(person.candidate, invitationId, goodAnswer, ({ stem }) => {
      heard.push(stem.zh)
      return ''
    })

    const [first] = (await sceneOf(id)).turns!
    expect(heard[0]).to.equal(first!.replies.at(-1)!.says.zh)
    await waitFor('the report', async () => (await person.candidate.feedback(id)).kind === 'awaiting-human')
  })

  async function reportOf(id: string) {
    const { deps, orgId } = world
    const report = await waitFor('the report', () => deps.reports.findByInterview(orgId, id))
    const assessment = (await deps.reports.assessmentOf(report))!
    const interview = await stored(id)
    const open = { ...report, reviewItems: [] }
    const reader = { memberId: 'm1', roles: [] }
    return presentReport({ report: open, assessment, interview, ratings: [], seconds: [], reader, nameOf: () => '' })
  }
})
