/** Platforms that fail in every way of settled.md: each message arrives once, or HR knows that nobody can know. */
import { expect } from 'chai'
import { sandboxCredentials, type SandboxFault } from '../../shared/contracts/sandbox.js'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { decide } from '../../server/features/flow/index.js'
import type { SentMessage } from '../../server/features/notifications/outbox/message-history.js'
import { importApplicant } from '../builders/import-applicant.js'
import { newcomer, type Newcomer } from '../journeys/newcomers.js'
import { atMidnight, inTheMorning, passTime } from '../journeys/pass-time.js'
import { stubbornPhone } from '../journeys/stubborn.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'

const send = 'message/subscribe/send'
const hour = 3_600_000

type Applicant = Newcomer & { candidateId: string }

describe('platforms that fail', function () {
  this.timeout(120_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld({ twiceAsFast: true })
    await inTheMorning(world)
  })
  after(() => world.end())
  afterEach(async () => {
    for (const { fault } of await world.sandbox.faults()) await world.sandbox.setFault({ fault, on: false })
    await world.sandbox.setClock({ speed: 1 })
  })

  const fault = (name: SandboxFault, endpoint?: string, times?: number) =>
    world.sandbox.setFault({ fault: name, on: true, ...(endpoint && { endpoint }), ...(times && { times }) })
  const invitations = async (personId: string) =>
    (await world.sandbox.inbox(personId)).filter(
      ({ opens, text }) => opens?.includes('invitation') || text?.includes('邀请'),
    )

  /** Applies by tap and takes a notice, or is known by import: then the invitation goes by SMS. */
  async function apply(way: 'subscription' | 'sms', person?: Newcomer): Promise<Applicant> {
    const applicant = person ?? (await newcomer(world))
    if (way === 'sms') return { ...applicant, ...(await importApplicant(world, applicant.resume)) }
    const candidate = await stubbornPhone(world, applicant.personId)
    await candidate.subscribe(['invitation'])
    return applied(applicant, await candidate.apply('teller', applicant.resume, `tap-${applicant.personId}`))
  }

  async function applied(applicant: Newcomer, { id }: { id: string }): Promise<Applicant> {
    return { ...applicant, ...(await world.deps.applications.findById(world.orgId, id))! }
  }

  /** What the ledger says of each one's invitation, once its work has ended. */
  const ended = (people: Applicant[]): Promise<SentMessage[]> =>
    Promise.all(
      people.map(async ({ candidateId }) => {
        const { deps, orgId } = world
        return waitFor(
          'the message to end',
          async () => {
            const message = (await deps.notifications.history(orgId, candidateId)).find(
              ({ template }) => template === 'invitation',
            )
            return message && !['queued', 'sending'].includes(message.status) && message
          },
          { withinMs: 45_000 },
        )
      }),
    )

  /** Waiting for a platform is real time, so the clock is only hurried where the product waits by itself: else a lease runs out. */
  const passing: { what: string; turnOn: () => Promise<unknown>; speed: number }[] = [
    { what: 'refuse the token', speed: 30, turnOn: () => fault('token-expired') },
    { what: 'are busy (−1) for four calls', speed: 30, turnOn: () => fault('busy', undefined, 4) },
    { what: 'limit the rate for three calls', speed: 30, turnOn: () => fault('rate-limited', undefined, 3) },
    { what: 'are slow', speed: 1, turnOn: () => fault('slow', undefined, 2) },
    {
      what: 'refuse the token and the next one comes late',
      speed: 1,
      turnOn: () => Promise.all([fault('token-expired'), fault('timeout-before', 'stable_token', 1)]),
    },
  ]

  for (const { what, turnOn, speed } of passing) {
    it(`deliver in the end, and once, when they ${what}`, async () => {
      const [one, other] = await Promise.all([newcomer(world), newcomer(world)])
      await turnOn()
      await world.sandbox.setClock({ speed })

      const people = await Promise.all([apply('subscription', one), apply('sms', other)])

      for (const { personId } of [one, other])
        await waitFor(`${what}: the invitation`, async () => (await invitations(personId)).length > 0, {
          withinMs: 45_000,
        })
      await passTime(world, 2 * hour)
      for (const { personId } of [one, other]) expect(await invitations(personId), what).to.have.length(1)
      expect((await ended(people)).map(({ status }) => status)).to.deep.equal(['sent', 'sent'])
    })
  }

  it('deliver all when everything fails together for a while', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => newcomer(world)))
    await Promise.all([
      fault('token-expired'),
      fault('busy', undefined, 6),
      fault('rate-limited', send, 1),
      fault('slow', '/sms', 1),
      fault('timeout-before', 'stable_token', 1),
    ])

    await Promise.all(people.map((person, index) => apply(index % 2 ? 'sms' : 'subscription', person)))
    await waitFor(
      'the faults to have struck',
      async () => (await world.sandbox.faults()).every(({ times }) => times === undefined),
      { withinMs: 45_000 },
    )
    await world.sandbox.setClock({ speed: 30 })

    for (const { personId } of people)
      await waitFor('the invitation', async () => (await invitations(personId)).length > 0, { withinMs: 60_000 })
    await passTime(world, 2 * hour)
    for (const { personId } of people) expect(await invitations(personId)).to.have.length(1)
  })

  const lost: { fault: SandboxFault; arrives: number }[] = [
    { fault: 'timeout-after', arrives: 1 },
    { fault: 'timeout-before', arrives: 0 },
    { fault: 'http-500', arrives: 0 },
  ]

  for (const { fault: name, arrives } of lost) {
    it(`never send again what may have arrived: ${name}, by subscription and by SMS`, async () => {
      await Promise.all([fault(name, send, 1), fault(name, '/sms', 1)])

      const people = await Promise.all([apply('subscription'), apply('sms')])

      expect((await ended(people)).map(({ status }) => status)).to.deep.equal(['unconfirmed', 'unconfirmed'])
      await passTime(world, 2 * hour)
      for (const { personId } of people) expect(await invitations(personId)).to.have.length(arrives)
    })
  }

  it('have the group told of what may not have arrived', async () => {
    await world.sandbox.setClock({ speed: 60 })

    await waitFor('the group', async () =>
      (await world.sandbox.group(sandboxCredentials.group.id)).some(({ content }) =>
        content.includes('消息可能没有送达'),
      ),
    )
  })

  it('let SMS take over when the subscription is spent, and the ledger says why', async () => {
    const person = await newcomer(world)
    const candidate = await stubbornPhone(world, person.personId)
    await candidate.provePhone(person.resume.phone)
    await passTime(world, 60_000) // a number takes an SMS every 30 s
    await candidate.post('/subscriptions', { choices: [{ template: 'invitation', choice: 'accept' }] }) // the phone says so, WeChat knows of none

    const applicant = await applied(person, await candidate.apply('teller', person.resume, `tap-${person.personId}`))
    const [arrived] = await waitFor('the SMS', async () => {
      const found = await invitations(person.personId)
      return found.length > 0 && found
    })

    expect(arrived).to.include({ channel: 'sms' })
    const [{ attempts, status }] = (await ended([applicant])) as [SentMessage]
    expect(status).to.equal('sent')
    // What was delivered by now was sent: the report may be faster than we are
    const outcomes = attempts.map(({ channel, outcome, code }) => ({
      channel,
      outcome: outcome === 'delivered' ? 'sent' : outcome,
      code,
    }))
    expect(outcomes).to.deep.equal([
      { channel: 'subscription', outcome: 'refused', code: '43101' },
      { channel: 'sms', outcome: 'sent', code: undefined },
    ])
    expect(attempts.at(-1)!.why.zh).to.equal('微信没有接受')
  })

  it('tell a person who signs in that WeChat cannot be reached, and take them in afterwards', async () => {
    const { personId } = await newcomer(world)
    await fault('timeout-before', 'jscode2session')

    const refused = await world.phone(personId).then(
      () => undefined,
      (error: HttpRefusal) => error,
    )
    await world.sandbox.setFault({ fault: 'timeout-before', on: false })

    expect(refused).to.include({ status: 503 })
    expect((await world.phone(personId)).session.token).to.be.a('string')
  })

  it('wait through the quiet hours with what does not follow the candidate’s own act', async () => {
    await atMidnight(world)
    const person = await newcomer(world)
    const decidedAt = await declineAtNight(person)

    await passTime(world, 7 * hour)
    expect(await world.sandbox.inbox(person.personId)).to.deep.equal([])
    await passTime(world, hour + 60_000)
    const letter = await waitFor('the letter', async () => (await world.sandbox.inbox(person.personId))[0])

    expect(Date.parse(letter.at) - Date.parse(decidedAt)).to.be.within(7.9 * hour, 8.2 * hour)
  })

  /** Lacks the degree; a recruiter declines in the night. */
  async function declineAtNight({ resume }: Newcomer): Promise<string> {
    const { deps, orgId } = world
    const lacksDegree = { ...resume, education: { ...resume.education, degree: 'associate' as const } }
    const { candidateId } = await importApplicant(world, lacksDegree)
    const decision = await waitFor('the proposal', () => deps.decisions.findWaitingOf(orgId, candidateId))
    const { decidedAt } = await decide(deps, {
      decision,
      verdict: 'decline',
      by: 'li-jing',
      reason: '学历未达到岗位要求',
    })
    return decidedAt!.toISOString()
  }
})
