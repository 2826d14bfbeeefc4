import { expect } from 'chai'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { li, wang } from '../../scripts/demo/people.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { finishInterview, messageAbout, type Person } from './steps.js'
import { startWorld, type World } from './world.js'

const group = sandboxCredentials.group.id

describe('from an application to the feedback', () => {
  let world: World
  let person: Person

  before(async () => {
    world = await startWorld()
    person = { ...wang, candidate: await world.phone(wang.personId) }
  })
  after(() => world.end())

  /** A card a minute at most: simulated minutes pass quickly. */
  async function waitInGroup(text: string): Promise<void> {
    await world.sandbox.setClock({ speed: 60 })
    await waitFor(`${text} in the group`, async () => (await groupText()).includes(text))
    await world.sandbox.setClock({ speed: 1 })
  }
  const groupText = async () => (await world.sandbox.group(group)).map(({ content }) => content).join('\n')

  it('leads 王小明 through invitation, interview and report within seconds', async () => {
    const interviewId = await finishInterview(world, person)
    await person.candidate.subscribe(['progress', 'result', 'next-round'])
    const result = await messageAbout(world, person.personId, 'feedback')

    const feedback = await person.candidate.feedback(interviewId)
    expect(result).to.include({ channel: 'subscription' })
    expect(feedback).to.include({ kind: 'ready', detail: 'bands' })
    if (feedback.kind !== 'ready') return
    expect(feedback.competencies.map(({ id }) => id)).to.include.members([
      'service',
      'communication',
      'integrity',
      'numeracy',
      'resilience',
    ])
    expect(feedback.competencies.find(({ id }) => id === 'numeracy')?.band.zh).to.equal('优秀')
    expect(
      feedback.competencies.every(({ score }) => score === undefined),
      'bands hide the numbers',
    ).to.equal(true)
  })

  it('shows in the status what is done, what is now and by when', async () => {
    const [application] = await person.candidate.applications()

    const state = Object.fromEntries(application!.steps.map(({ step, state }) => [step, state]))
    expect(state).to.deep.equal({
      applied: 'done',
      screened: 'done',
      invited: 'done',
      submitted: 'done',
      report: 'done',
      review: 'now',
      'next-round': 'todo',
    })
    expect(application!.steps.find(({ step }) => step === 'review')?.dueBy).to.be.a('string')
    expect(application).to.include({ feedbackReady: true })
  })

  it('sends no progress message when the report was ready in time', async () => {
    const inbox = await world.sandbox.inbox(person.personId)

    expect(inbox.map(({ title }) => title)).to.deep.equal(['面试邀请', '面试结果'])
  })

  it('tells the group, masked, without a score, an answer or a phone', async () => {
    await waitInGroup('报告已生成')

    const said = await groupText()
    expect(said).to.match(/王\*明 [0-9A-HJKMNP-TV-Z]{4}/)
    for (const secret of ['王小明', '13800138000', '优秀', '主管']) expect(said).not.to.contain(secret)
  })

  it('says the same by a second submission, and refuses a different one', async () => {
    const [application] = await person.candidate.applications()
    const view = await person.candidate.interview(application!.interviewId!)
    const again = await person.candidate.answer(view.id, 1, '另外的回答').then(
      () => 'taken',
      (error: { code: string }) => error.code,
    )

    expect(view.step.kind).to.equal('finished')
    expect(again).to.equal('already-answered')
  })

  it('proposes to decline 李雷 and sends him nothing before a person confirmed', async () => {
    const lei = { ...li, candidate: await world.phone(li.personId) }
    await lei.candidate.apply('teller', lei.resume, 'tap-li-0001')
    await waitInGroup('建议婉拒')

    const [application] = await lei.candidate.applications()
    expect(application!.outcome).to.equal(undefined)
    expect(application!.steps.find(({ step }) => step === 'screened')).to.include({ state: 'now' })
    expect(await world.sandbox.inbox(lei.personId)).to.deep.equal([])
  })

  it('keeps names, phones, answers and tokens out of the logs', () => {
    const log = world.log()

    for (const secret of ['王小明', '13800138000', '李雷', '主管和搭档', person.candidate.session.token])
      expect(log).not.to.contain(secret)
    expect(log).to.contain('"route":"/api/candidate/interviews/:id/questions/:number/answer"')
  })

  it('stops when asked, with nothing lost', async () => {
    expect(await world.stopProduct()).to.equal(0)

    await world.startProduct()

    expect(await person.candidate.applications()).to.have.length(1)
  })
})
