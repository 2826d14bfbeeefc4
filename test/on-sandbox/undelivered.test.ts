/** Taken is not arrived: what platforms report afterwards, and what is done about it (A1). */
import { expect } from 'chai'
import { httpJson } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { sandboxCredentials, type InboxMessage } from '../../shared/contracts/sandbox.js'
import { importApplicant } from '../builders/import-applicant.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomer } from '../journeys/newcomers.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'

describe('a message that was taken and did not arrive', function () {
  this.timeout(60_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  const unreached = (...addresses: string[]) =>
    httpJson(`${world.sandboxUrl}/api/settings`, { method: 'POST', body: { unreached: addresses } })
  const historyOf = async (candidateId: string) => world.deps.notifications.history(world.orgId, candidateId)
  const outcomes = async (candidateId: string) =>
    (await historyOf(candidateId)).flatMap(({ attempts }) =>
      attempts.map(({ channel, outcome }) => `${channel} ${outcome}`),
    )

  it('by e-mail comes back, and goes by SMS', async () => {
    const known = await newcomer(world, { email: 'nobody.there@example.com' })
    await unreached('nobody.there@example.com')
    const { candidateId } = await importApplicant(world, known.resume)

    const [sms] = await waitFor('the SMS', async () => {
      const inbox: InboxMessage[] = await world.sandbox.inbox(known.personId)
      return inbox.length > 0 ? inbox : undefined
    })

    expect(sms).to.include({ channel: 'sms' })
    await waitFor('the carrier’s report', async () =>
      (await outcomes(candidateId)).includes('sms delivered') ? true : undefined,
    )
    expect(await outcomes(candidateId)).to.deep.equal(['email undelivered', 'sms delivered'])
  })

  it('by SMS is told to HR where there is no other way', async () => {
    const known = await newcomer(world)
    await unreached(known.resume.phone)
    const { candidateId } = await importApplicant(world, known.resume)

    await waitFor('the failure', async () => (await historyOf(candidateId)).find(({ status }) => status === 'failed'))

    expect(await outcomes(candidateId)).to.deep.equal(['sms undelivered'])
    expect(await world.sandbox.inbox(known.personId)).to.deep.equal([])
    await passTime(world, 61_000) // one card a minute
    await waitFor('the card in the group', async () =>
      JSON.stringify(await world.sandbox.group(sandboxCredentials.group.id)).includes('消息没有送出')
        ? true
        : undefined,
    )
  })

  it('is believed of nobody without the key', async () => {
    const tell = (key: string) =>
      fetch(`${world.productUrl}/api/delivery-reports/sms/${key}`, { method: 'POST', body: '[]' })

    expect((await tell('0'.repeat(32))).status).to.equal(404)
  })
})
