/** No consent to AI scoring, no score: neither made nor left behind (C2). */
import { expect } from 'chai'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'
import { rowsOf } from '../journeys/rows.js'
import { finishInterview, type Person } from '../journeys/steps.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'

describe('consent to AI scoring', function () {
  this.timeout(120_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  async function codeOf(interviewId: string): Promise<string> {
    const { deps, orgId } = world
    const { candidateId } = (await deps.interviews.find({ orgId, id: interviewId }))!
    return (await deps.people.shortCodeAndName(orgId, candidateId))!.shortCode
  }

  /** A card a minute at most: simulated minutes pass quickly. */
  async function readInGroup(text: string): Promise<void> {
    await world.sandbox.setClock({ speed: 60 })
    await waitFor(`${text} in the group`, async () =>
      (await world.sandbox.group(sandboxCredentials.group.id)).some(({ content }) =>
        content.replace(/<[^>]+>|\*\*/g, '').includes(text),
      ),
    )
    await world.sandbox.setClock({ speed: 1 })
  }

  const assessments = async (): Promise<unknown[]> =>
    (await rowsOf(world.connection)).reports!.flatMap(({ assessment }) => (assessment ? [assessment] : []))

  describe('refused on the invitation', () => {
    let person: Person
    let interviewId: string

    before(async () => {
      person = await newcomerWithPhone(world)
      interviewId = await finishInterview(world, person, [])
      await person.candidate.subscribe(['result'])
    })

    it('asks the same questions, and says that people read the answers', async () => {
      const result = await waitFor('the result message', async () =>
        (await world.sandbox.inbox(person.personId)).find(({ title }) => title === '面试结果'),
      )

      expect(result.fields.map(({ value }) => value)).to.include('已收到，等待人工评阅')
      expect(result.opens).to.match(/^pages\/status\//)
      expect((await person.candidate.interview(interviewId)).answeredCount).to.equal(6)
      expect(await person.candidate.feedback(interviewId)).to.have.property('kind', 'awaiting-human')
    })

    it('tells the group that a person has to read them', async () => {
      await readInGroup(
        `等待人工评阅 · ${person.resume.name[0]}*${person.resume.name.at(-1)} ${await codeOf(interviewId)}`,
      )
    })

    it('leaves no assessment anywhere in the store', async () => {
      expect(await assessments()).to.deep.equal([])
    })

    it('promises an answer of a person by the same time as everybody', async () => {
      const [application] = await person.candidate.applications()

      expect(application!.steps.map(({ step }) => step)).not.to.include('report')
      expect(application!.steps.find(({ step }) => step === 'review'))
        .to.include({ state: 'now' })
        .and.to.have.property('dueBy')
      expect(application!.feedbackReady).to.equal(false)
    })
  })

  describe('taken back after the report', () => {
    let person: Person
    let interviewId: string

    before(async () => {
      person = await newcomerWithPhone(world)
      interviewId = await finishInterview(world, person)
      await waitFor('the report', async () => (await person.candidate.feedback(interviewId)).kind === 'ready')
      const { invitationId } = (await person.candidate.applications())[0]!
      await person.candidate.put(`/consents/${invitationId}`, {
        noticeVersion: world.deps.notice.version,
        choices: [{ purpose: 'ai-scoring', granted: false }],
      })
    })

    it('removes the scores, also from what the recruiters are proposed', async () => {
      await waitFor(
        'the scores to be gone',
        async () => (await person.candidate.feedback(interviewId)).kind === 'awaiting-human',
      )

      expect(await assessments()).to.deep.equal([])
      const { deps, orgId } = world
      const { candidateId } = (await deps.interviews.find({ orgId, id: interviewId }))!
      await waitFor(
        'the proposal to be gone',
        async () => (await deps.decisions.findWaitingOf(orgId, candidateId))?.proposal === 'hold',
      )
    })

    it('tells the group that a person has to read the answers now', async () => {
      await readInGroup(
        `等待人工评阅 · ${person.resume.name[0]}*${person.resume.name.at(-1)} ${await codeOf(interviewId)}`,
      )
    })

    it('keeps the answers, and the list of what was chosen when', async () => {
      const { consents } = await rowsOf(world.connection)
      const { invitationId } = (await person.candidate.applications())[0]!

      expect(consents!.filter((row) => row.invitationId === invitationId)).to.have.length(2)
      expect((await person.candidate.interview(interviewId)).step.kind).to.equal('finished')
    })
  })

  it('holds also when it is taken back while the interview runs', async () => {
    const person = await newcomerWithPhone(world)
    const interviewId = await finishInterview(world, person, ['ai-scoring'], async (invitationId) => {
      await person.candidate.put(`/consents/${invitationId}`, {
        noticeVersion: world.deps.notice.version,
        choices: [{ purpose: 'ai-scoring', granted: false }],
      })
    })

    await waitFor('the report', async () => (await person.candidate.feedback(interviewId)).kind === 'awaiting-human')
    expect(await assessments()).to.deep.equal([])
  })
})
