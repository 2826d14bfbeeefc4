/** A decision that is past its promise: the app tells those who look after the position, and a press on the card holds it. */
import { expect } from 'chai'
import { li } from '../../scripts/demo/people.js'
import { httpJson } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { MemberMessage } from '../../shared/contracts/sandbox.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'

const dayMs = 24 * 3_600_000

describe('a decision past its promise', function () {
  this.timeout(120_000)
  this.bail(true)
  let world: WorldInProcess
  const inbox = (member: string) => httpJson<MemberMessage[]>(`${world.sandboxUrl}/api/members/${member}/inbox`)
  const cardOf = (member: string) =>
    waitFor(`a card for ${member}`, async () => (await inbox(member)).find(({ card }) => card))
  const tap = (member: string, { id: messageId }: MemberMessage, key: string) =>
    fetch(`${world.sandboxUrl}/api/members/${member}/tap`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messageId, key }),
    })
  const waiting = async () => (await world.deps.decisions.listWaiting(world.orgId, world.deps.clock.now()))[0]!

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
    await (await world.phone(li.personId)).apply('teller', li.resume, 'tap-li-0001')
    await waitFor('a proposal that waits', waiting)
    await passTime(world, dayMs + 60_000)
    await world.runJob('escalate-decisions') // by itself it looks once a minute
  })
  after(() => world?.end())

  it('proves the address of the call-backs to WeCom', async () => {
    expect(await httpJson(`${world.sandboxUrl}/api/callbacks/verify`, { method: 'POST', body: {} })).to.deep.equal({
      verified: true,
    })
  })

  it('is told to the recruiter, not to whoever may not decide, and without the name', async () => {
    const { card } = await cardOf('li-jing')

    expect(card!.title).to.equal('有一个决定已超时')
    expect(card!.rows.map(({ label }) => label)).to.deep.equal(['候选人', '岗位', '环节', '应答复'])
    expect(JSON.stringify(card)).not.to.contain(li.resume.name)
    for (const other of ['sun-tao', 'he-jie', 'zhao-ying'])
      expect(
        (await inbox(other)).filter((message) => message.card),
        other,
      ).to.deep.equal([])
  })

  it('is on hold once she presses, and the card says so; a second press finds it dead', async () => {
    const message = await cardOf('li-jing')
    const hold = message.card!.buttons.find(({ text }) => text === '待定')!.key!
    expect((await tap('li-jing', message, hold)).status).to.equal(204)

    const settled = await waitFor('the card to say so', async () =>
      (await inbox('li-jing')).find(({ card }) => card?.settledText),
    )
    expect(settled.card!.settledText).to.contain('已待定')
    expect((await waiting()).heldAt).to.be.instanceOf(Date)
    expect((await tap('li-jing', message, hold)).ok).to.equal(false)
  })
})
