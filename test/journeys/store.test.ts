/** The embedded store at its edges: full, shared by two processes, and gone with its owner. */
import { expect } from 'chai'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { HttpRefusal } from '../../scripts/demo/http-json.js'
import { candidateClient } from '../../scripts/demo/candidate-client.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { newcomer, newcomerWithPhone, type Newcomer } from './newcomers.js'
import { inTheMorning } from './pass-time.js'
import { accept, applyAndBeInvited, finishInterview, type Person } from './steps.js'
import { stubbornPhone } from './stubborn.js'
import { readGroup } from './what-became.js'
import { startWorld, type OtherProcess, type World } from './world.js'

const arrivals = async ({ sandbox }: World, personId: string, page: string) =>
  (await sandbox.inbox(personId)).filter(({ opens }) => opens?.includes(page))

describe('a store that is full', () => {
  let world: World
  let writing: Person
  let interviewId: string
  const saved: Person[] = []

  before(async () => {
    world = await startWorld()
    await inTheMorning(world)
    writing = await newcomerWithPhone(world)
    interviewId = (
      await writing.candidate.startInterview(await accept(writing, await applyAndBeInvited(world, writing)))
    ).id
    await writing.candidate.issue(interviewId, 1)
    await writing.candidate.shown(interviewId, 1)
    await world.stopProduct()
    const { size } = statSync(join(world.dataDir, 'store', 'data.sqlite'))
    await world.startProduct({ STORE_BYTE_CAP: String(size + 96 * 1024) })
  })
  after(() => world.end())

  async function apply({ candidate, resume, personId }: Person) {
    await candidate.subscribe(['invitation'])
    return candidate.apply('teller', { ...resume, selfIntroduction: '长'.repeat(2000) }, `tap-${personId}`)
  }

  it('says so clearly', async () => {
    const full = await waitFor(
      'the store to be full',
      async () => {
        const person = await newcomerWithPhone(world)
        const outcome = await apply(person).catch((error: unknown) => error)
        if (outcome instanceof HttpRefusal) return outcome
        saved.push(person)
        return undefined
      },
      { withinMs: 60_000, everyMs: 0 },
    )

    expect(full).to.include({
      status: 507,
      code: 'store-full',
      message: '507 store-full: 系统暂时存不下新内容，你已提交的都在。请稍后再试。',
    })
    expect(saved).not.to.be.empty
  })

  it('keeps what it acknowledged readable, and is alive', async () => {
    for (const { candidate } of saved) expect(await candidate.applications()).to.have.length(1)
    expect((await writing.candidate.interview(interviewId)).step.kind).to.be.oneOf(['thinking', 'answering'])
    expect((await fetch(`${world.productUrl}/readyz`)).status).to.equal(200)
  })

  it('loses no word of whoever is writing: what does not fit is refused, not half saved', async () => {
    const { candidate } = writing
    let acknowledged = 0
    const full = await waitFor(
      'the draft to be refused',
      async () => {
        const outcome = await candidate
          .saveDraft(interviewId, 1, { text: `${acknowledged + 1}:${'字'.repeat(1900)}`, revision: acknowledged + 1 })
          .catch((error: unknown) => error)
        if (outcome instanceof HttpRefusal) return outcome
        acknowledged += 1
        return acknowledged > 300 && new Error('never')
      },
      { everyMs: 0 },
    ).catch(() => undefined)

    if (full instanceof HttpRefusal) expect(full).to.include({ status: 507, code: 'store-full' })
    const { step } = await candidate.interview(interviewId)
    if (acknowledged > 0) expect(step).to.have.nested.property('draft.revision', acknowledged)
  })

  it('goes on where it stopped when there is room again', async () => {
    await world.stopProduct()
    await world.startProduct()
    await world.sandbox.setClock({ speed: 20 }) // leases of work that did not fit run out

    for (const { personId } of saved)
      await waitFor('the invitation', async () => (await arrivals(world, personId, 'invitation')).length > 0, {
        withinMs: 40_000,
      })
    await world.sandbox.setClock({ speed: 1 })
    const { candidate } = writing
    const { step } = await takeInterview(candidate, (await candidate.applications())[0]!.invitationId!, goodAnswer)

    expect(step.kind).to.equal('finished')
    for (const { personId } of [...saved, writing])
      expect(await arrivals(world, personId, 'invitation')).to.have.length(1)
  })
})

describe('two processes on one store', () => {
  let world: World
  let other: OtherProcess

  before(async () => {
    world = await startWorld()
    await inTheMorning(world)
    other = await world.startAnother({ ROLE: 'all' })
  })
  after(() => world.end())

  const phoneAtOther = ({ personId }: Newcomer) =>
    candidateClient({ productUrl: other.url, sandbox: world.sandbox, personId })
  const readyz = (url: string) =>
    fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status,
      () => 0,
    )

  it('are one product: begun at one, gone on at the other', async () => {
    const person = await newcomerWithPhone(world)
    const invitationId = await accept(person, await applyAndBeInvited(world, person))
    await person.candidate.startInterview(invitationId)

    const { step } = await takeInterview(await phoneAtOther(person), invitationId, goodAnswer)

    expect(step.kind).to.equal('finished')
    expect((await person.candidate.applications())[0]!.steps.find(({ step }) => step === 'submitted')).to.include({
      state: 'done',
    })
  })

  it('send nothing twice while both work off the same queues', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => newcomer(world)))
    await Promise.all(
      people.map(async (who, index) => {
        const person = { ...who, candidate: index % 2 ? await phoneAtOther(who) : await world.phone(who.personId) }
        await finishInterview(world, person)
        await person.candidate.subscribe(['result'])
      }),
    )
    for (const { personId } of people)
      await waitFor('the result', async () => (await arrivals(world, personId, 'feedback')).length > 0, {
        withinMs: 40_000,
      })
    await world.sandbox.setClock({ speed: 60 })
    await waitFor('the group', async () => ((await readGroup(world)).totals.get('报告已生成') ?? 0) > people.length, {
      withinMs: 40_000,
    })
    await world.sandbox.setClock({ speed: 1 })

    for (const { personId } of people) {
      expect((await world.sandbox.inbox(personId)).map(({ opens }) => opens?.split('?')[0])).to.have.members([
        'pages/invitation/invitation',
        'pages/feedback/feedback',
      ])
    }
    const { lines, totals } = await readGroup(world)
    expect([...lines].filter(([, times]) => times > 1)).to.deep.equal([])
    expect(totals.get('报告已生成'), 'these and the one before').to.equal(people.length + 1)
  })

  it('say 503 while the owner is gone, until the other takes over', async () => {
    const person = await newcomerWithPhone(world)
    await person.candidate.subscribe(['invitation'])
    const { id } = await person.candidate.apply('teller', person.resume, `tap-${person.personId}`)
    const phone = await phoneAtOther(person)
    await world.killProduct()
    const seen: number[] = []
    await waitFor('the other process to take over', async () => {
      seen.push(await readyz(other.url))
      return seen.at(-1) === 200 && (await phone.applications().catch(() => false as const))
    })

    expect(
      seen.every((status) => [200, 503].includes(status)),
      String(seen),
    ).to.equal(true)
    expect((await phone.applications()).map((application) => application.id)).to.deep.equal([id])
    await world.sandbox.setClock({ speed: 6 }) // a claim of the dead runs out, and none of the living on a busy machine
    await waitFor('the invitation', async () => (await arrivals(world, person.personId, 'invitation')).length > 0, {
      withinMs: 60_000,
    })
    await world.sandbox.setClock({ speed: 1 })
  })

  it('let the first come back beside the new owner', async () => {
    await world.startProduct({ ROLE: 'web' })

    const person = await newcomer(world)
    const candidate = await stubbornPhone(world, person.personId)
    await finishInterview(world, { ...person, candidate })
    await candidate.subscribe(['result'])

    await waitFor('the result', async () => (await arrivals(world, person.personId, 'feedback')).length > 0, {
      withinMs: 30_000,
    })
    expect(await arrivals(world, person.personId, 'invitation')).to.have.length(1)
  })
})
