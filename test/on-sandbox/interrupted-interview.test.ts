/** The network goes, the time runs out, another phone comes: the interview goes on by the server's clock. */
import { expect } from 'chai'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { answering, inTheMiddle } from '../journeys/in-the-middle.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'
import { stubbornly } from '../journeys/stubborn.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'

const minute = 60_000

describe('an interview that is interrupted', function () {
  this.timeout(120_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  const refusal = (act: Promise<unknown>): Promise<HttpRefusal> =>
    act.then(
      () => {
        throw new Error('not refused')
      },
      (error: HttpRefusal) => error,
    )
  const storedAnswer = async (id: string, number: number) =>
    (await world.deps.interviews.find({ orgId: world.orgId, id }))!.questions[number - 1]!.answer

  it('gives back the time that the network took, and none for a page that was put away', async () => {
    const {
      person: { candidate },
      id,
      step,
    } = await inTheMiddle(world, '断网之前')
    await passTime(world, 2 * minute)
    const back = await candidate.heartbeat(id)
    await candidate.heartbeat(id, false)
    await passTime(world, minute)
    const afterAway = await candidate.heartbeat(id)

    expect(back.givenBackMs).to.be.within(2 * minute, 2 * minute + 20_000)
    expect(Date.parse(answering(back).endsAt) - Date.parse(step.endsAt)).to.equal(back.givenBackMs)
    expect(afterAway.givenBackMs, 'away is not cut off').to.equal(back.givenBackMs)
  })

  it('gives back ten minutes at most', async () => {
    const {
      person: { candidate },
      id,
    } = await inTheMiddle(world, '断断续续')
    for (let times = 0; times < 4; times += 1) {
      await passTime(world, 4 * minute)
      await candidate.heartbeat(id)
    }

    expect((await candidate.interview(id)).givenBackMs).to.equal(10 * minute)
  })

  it('takes the last autosave for the answer at the deadline, and refuses a new edit with the saved text', async () => {
    const {
      person: { candidate },
      id,
    } = await inTheMiddle(world, '自动保存的最后一版')
    await candidate.heartbeat(id, false)
    await passTime(world, 6 * minute + 11_000)
    await waitFor('the sweep', async () => (await candidate.interview(id)).step.kind === 'next')

    const late = await refusal(candidate.answer(id, 1, '时间到了以后改的'))
    const same = await candidate.answer(id, 1, '自动保存的最后一版')

    expect(late).to.include({ status: 409, code: 'past-deadline' })
    expect(late.details).to.deep.equal({ number: 1, savedText: '自动保存的最后一版' })
    expect(same.step).to.include({ kind: 'next', number: 2, lastEndedByTime: true })
    expect(await storedAnswer(id, 1)).to.include({ text: '自动保存的最后一版', endedBy: 'time' })
  })

  it('lets a second phone take over when its owner says so, and tells the first', async () => {
    const { person, id, invitationId } = await inTheMiddle(world, '第一台手机写的')
    const second = await world.phone(person.personId, 'another-phone-0001')

    const asked = await refusal(second.startInterview(invitationId))
    const taken = await second.post<InterviewForCandidate>('/interviews', {
      invitationId,
      deviceKey: 'another-phone-0001',
      takeOver: true,
    })
    const told = await refusal(person.candidate.saveDraft(id, 1, { text: '第一台继续写', revision: 2 }))

    expect(asked).to.include({ status: 409, code: 'other-device' })
    expect(answering(taken).draft.text).to.equal('第一台手机写的')
    expect(told).to.include({ status: 409, code: 'taken-over' })
    await second.answer(id, 1, '第二台手机写完的')
    expect(await storedAnswer(id, 1)).to.include({ text: '第二台手机写完的' })
  })

  it('ends as abandoned when the window closes, keeps what was answered, and tells the group', async () => {
    const { person, id } = await inTheMiddle(world, '只答了一题')
    await person.candidate.answer(id, 1, '只答了一题')
    await passTime(world, 73 * 60 * minute)

    const phone = await stubbornly('signing in again', () => world.phone(person.personId))
    const view = await waitFor('the end', async () => {
      const found = await phone.interview(id)
      return found.step.kind === 'abandoned' && found
    })
    await world.sandbox.setClock({ speed: 60 })
    await waitFor('the group to know', async () =>
      (await world.sandbox.group(sandboxCredentials.group.id)).some(({ content }) => content.includes('面试没有做完')),
    )
    await world.sandbox.setClock({ speed: 1 })

    expect(view.answeredCount).to.equal(1)
    expect(await storedAnswer(id, 1)).to.include({ text: '只答了一题', endedBy: 'candidate' })
    expect(await refusal(phone.issue(id, 2))).to.include({ status: 409, code: 'invitation-over' })
    expect(await world.deps.reports.findByInterview(world.orgId, id)).to.equal(undefined)
  })
})
