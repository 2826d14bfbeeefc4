/** Answers that are refused or look odd: the first counts, the clock counts, and every character comes back. */
import { expect } from 'chai'
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { skipFollowUps, takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'
import { accept, applyAndBeInvited, type Person } from '../journeys/steps.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'

const minute = 60_000

describe('an answer', function () {
  this.timeout(120_000)
  let world: WorldInProcess
  let person: Person
  let id: string

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
    person = await newcomerWithPhone(world)
    id = (await person.candidate.startInterview(await accept(person, await applyAndBeInvited(world, person)))).id
  })
  after(() => world.end())

  const refusal = (act: Promise<unknown>): Promise<HttpRefusal> =>
    act.then(
      () => {
        throw new Error('not refused')
      },
      (error: HttpRefusal) => error,
    )
  const put = (number: number, act: string, body: object) =>
    person.candidate.put<InterviewForCandidate>(`/interviews/${id}/questions/${number}/${act}`, body)
  const deviceKey = () => `phone-of-${person.personId}`
  const stored = async () => (await world.deps.interviews.find({ orgId: world.orgId, id }))!.questions

  it('to a question that was not shown is refused, and no later question is sent before', async () => {
    const { candidate } = person

    expect(await refusal(candidate.answer(id, 1, '太早'))).to.include({
      status: 409,
      code: 'not-shown',
      message: '409 not-shown: 这道题还没有开始。',
    })
    expect(await refusal(candidate.saveDraft(id, 3, { text: '太早', revision: 1 }))).to.include({
      status: 409,
      code: 'not-shown',
    })
    expect(await refusal(candidate.issue(id, 2))).to.include({ status: 409, code: 'previous-not-ended' })
    expect(await refusal(candidate.shown(id, 1))).to.include({ status: 409, code: 'not-issued' })
    expect(await refusal(candidate.issue(id, 9))).to.include({ status: 404 })
    expect((await stored()).some(({ answer, draft }) => answer ?? draft)).to.equal(false)
  })

  it('above 2 000 characters is refused with the limit, and a hidden field by its name', async () => {
    const { candidate } = person
    await candidate.issue(id, 1)
    await candidate.shown(id, 1)
    await candidate.begin(id, 1)

    const long = await refusal(candidate.answer(id, 1, '长'.repeat(2001)))
    const hidden = await refusal(
      put(1, 'answer', { deviceKey: deviceKey(), submissionKey: 'answer-0001', text: '好', score: 100 }),
    )
    const wrong = await refusal(put(1, 'draft', { deviceKey: deviceKey(), text: 7, revision: 0 }))

    expect(long.details).to.deep.equal({ faults: [{ at: 'text', rule: 'maxLength', allowed: 2000 }] })
    expect(hidden.details).to.deep.equal({ faults: [{ at: 'score', rule: 'unknown-field' }] })
    expect(wrong.details, 'the first fault is enough for a stranger').to.have.property('faults').with.length(1)
    expect((await stored())[0]).not.to.have.any.keys('answer', 'draft')
  })

  it('of 2 000 characters of four bytes is taken whole', async () => {
    const text = '𠮷🙂'.repeat(1000)

    expect((await person.candidate.saveDraft(id, 1, { text, revision: 1 })).step).to.have.nested.property(
      'draft.text',
      text,
    )
    expect((await refusal(person.candidate.saveDraft(id, 1, { text: `${text}x`, revision: 2 }))).status).to.equal(400)
    expect((await person.candidate.interview(id)).step, 'a refused draft leaves the saved one').to.have.nested.property(
      'draft.text',
      text,
    )
  })

  it('counts once: the same again is the same, another is refused, a late draft changes nothing', async () => {
    const { candidate } = person
    const first = await candidate.answer(id, 1, '第一次提交')
    const again = await candidate.answer(id, 1, '第一次提交')

    expect(again.step).to.deep.equal(first.step)
    expect(await refusal(candidate.answer(id, 1, '第二次改口'))).to.include({ status: 409, code: 'already-answered' })
    await candidate.saveDraft(id, 1, { text: '迟到的草稿', revision: 9 })
    expect((await stored())[0]!.answer).to.include({ text: '第一次提交', endedBy: 'candidate' })
    await skipFollowUps(candidate, again)
  })

  it('ten seconds after its time is refused with the saved text, and before that is taken', async () => {
    const { candidate } = person
    await candidate.issue(id, 2)
    await candidate.shown(id, 2)
    const begun = await candidate.begin(id, 2)
    await candidate.saveDraft(id, 2, { text: '自动保存', revision: 1 })
    if (begun.step.kind !== 'answering') throw new Error('not answering')
    const left = Date.parse(begun.step.endsAt) - Date.parse(begun.serverNow)
    await candidate.heartbeat(id, false)
    await passTime(world, left + 3_000)

    const inGrace = await candidate.saveDraft(id, 2, { text: '最后一秒写的', revision: 2 })
    await passTime(world, 12_000)
    const late = await refusal(candidate.answer(id, 2, '时间到后才写的'))

    expect(inGrace.step).to.have.nested.property('draft.text', '最后一秒写的')
    expect(late).to.include({
      status: 409,
      code: 'past-deadline',
      message: '409 past-deadline: 这道题的时间已到，之前保存的内容就是你的回答。',
    })
    expect(late.details).to.deep.equal({ number: 2, savedText: '最后一秒写的' })
  })

  it('that the network held back is taken and flagged, a new edit behind its back is not', async () => {
    const { candidate } = person
    await candidate.issue(id, 3)
    await candidate.shown(id, 3)
    await candidate.begin(id, 3)
    await candidate.saveDraft(id, 3, { text: '断网前保存的', revision: 1 })
    for (const minutes of [4, 4, 4]) {
      // all that may be given back, ten minutes
      await passTime(world, minutes * minute)
      await candidate.heartbeat(id)
    }
    await passTime(world, 6 * minute) // silent across the deadline

    const edit = await refusal(candidate.answer(id, 3, '回来以后才写的'))
    const held = await put(3, 'answer', {
      deviceKey: deviceKey(),
      submissionKey: 'answer-0003',
      text: '断网时写完的',
      finishedMsAgo: 4 * minute,
    })

    expect(edit).to.include({ status: 409, code: 'past-deadline' })
    expect(edit.details).to.deep.equal({ number: 3, savedText: '断网前保存的' })
    expect(held.givenBackMs).to.equal(10 * minute)
    const { answer } = (await stored())[2]!
    expect(answer).to.include({ text: '断网时写完的', endedBy: 'candidate' })
    expect(answer!.lateByMs).to.be.within(minute, 3 * minute)
  })

  it('of somebody else’s interview does not exist', async () => {
    const { candidate } = await newcomerWithPhone(world)

    const acts = [
      () => candidate.interview(id),
      () => candidate.issue(id, 3),
      () => candidate.answer(id, 1, '第一次提交'),
      () => candidate.heartbeat(id),
      () => candidate.feedback(id),
    ]
    for (const act of acts) {
      expect(await refusal(act())).to.include({ status: 404, code: 'not-found' })
    }
  })

  it('with emoji and rare characters is quoted to the letter', async () => {
    const other = await newcomerWithPhone(world, { name: '赵𠮷' })
    const answers: string[] = []
    const odd = (text: string) =>
      /^[\d.]+$/.test(text) ? text : text.replaceAll('，', '🙂，').replaceAll('。', '𠮷。')
    const { id: theirs } = await takeInterview(
      other.candidate,
      await accept(other, await applyAndBeInvited(world, other)),
      (question) => {
        const text = odd(goodAnswer(question))
        answers.push(text)
        return text
      },
    )
    await waitFor('the report', async () => (await other.candidate.feedback(theirs)).kind === 'ready')

    const { deps, orgId } = world
    const interview = (await deps.interviews.find({ orgId, id: theirs }))!
    const assessment = (await deps.reports.assessmentOf((await deps.reports.findByInterview(orgId, theirs))!))!
    const texts = interview.questions.map(({ answer }) => answer!.text)
    const spans = assessment.questions.flatMap((question) =>
      question.kind === 'text' ? question.answer.points.flatMap(({ evidence }) => evidence) : [],
    )
    expect(texts).to.deep.equal(answers)
    expect(spans).not.to.be.empty
    for (const { start, end, text } of spans)
      expect(
        texts.some((answer) => answer.slice(start, end) === text),
        text,
      ).to.equal(true)
    const feedback = await other.candidate.feedback(theirs)
    if (feedback.kind === 'ready')
      for (const { quote } of feedback.strengths) if (quote) expect(answers.join('\n')).to.contain(quote)
  })
})
