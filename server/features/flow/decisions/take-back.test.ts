import { expect } from 'chai'
import { deciding, raisedAt, refusal, ruling, slot, type Deciding } from '../../../../test/builders/deciding.js'
import { decide } from './decide.js'
import type { Decision } from './decision.js'
import { takeBack, type TakeBack } from './take-back.js'

describe('taking a decision back', () => {
  let now: Date
  let at: Deciding

  beforeEach(async () => {
    now = raisedAt
    at = await deciding({ now: () => now })
  })

  const decided = async (verdict: 'advance' | 'decline', stage = 'ai-interview') =>
    decide(at.deps(), {
      decision: await at.waitingAt(stage === 'ai-interview' ? 'deciding' : 'in-round', stage),
      ...ruling({ verdict }),
    })
  const back = (decision: Decision, changes: Partial<TakeBack> = {}) =>
    takeBack(at.deps(), { decision, by: 'li-jing', roles: ['hr-admin'], reason: '看错了证书', ...changes })
  const states = () => at.sent.map(({ variables }) => (variables as { state?: string }).state)
  const waiting = async () => (await at.decisions.listWaiting('o1', now)).map(({ stage }) => stage)

  it('before it was carried out leaves it waiting, and nobody is told anything', async () => {
    const declined = await decided('decline')

    await back(declined)
    await at.carryOut()

    expect(at.sent).to.deep.equal([])
    expect(await at.state()).to.include({ state: 'deciding', stage: 'ai-interview' })
    expect(await waiting()).to.deep.equal(['ai-interview'])
  })

  it('after a decline was carried out brings the application back, tells the candidate, and hides the letter', async () => {
    const declined = await decided('decline')
    await at.carryOut()
    now = new Date(raisedAt.getTime() + 3 * 86_400_000)

    await back(declined)
    await at.carryOut()

    expect(await at.state()).to.include({ state: 'deciding', stage: 'ai-interview' })
    expect(states()).to.deep.equal(['letter', 'looked-at-again'])
    const again = (await at.decisions.findById('o1', declined.id))!
    expect(again).to.deep.include({ status: 'waiting', raisedAt: now, dueAt: new Date(now.getTime() + 86_400_000) })
    expect(again).not.to.have.any.keys('verdict', 'hasLetter', 'decidedBy')
    expect(await at.decisions.letterOf(again)).to.equal(undefined)
  })

  it('lets the new verdict have its own message and its own letter', async () => {
    const declined = await decided('decline')
    await at.carryOut()
    await at.decisions.findById('o1', declined.id)
    const again = await back(declined)
    await at.carryOut()

    await decide(at.deps(), { decision: again, ...ruling({ reason: '证书已经过期' }) })
    await at.carryOut()

    expect(states()).to.deep.equal(['letter', 'looked-at-again', 'letter'])
    expect(await at.state()).to.include({ state: 'declined' })
    expect((await at.decisions.findById('o1', declined.id))!.hasLetter).to.equal(true)
  })

  it('is decided anew by a colleague where the candidate asked for another look, as the letter promises', async () => {
    const declined = await decided('decline')
    await at.carryOut()
    const again = await back(declined)
    await at.carryOut()
    const { id: decisionId, orgId, applicationId, candidateId, positionId } = declined
    const asked = { orgId, applicationId, candidateId, positionId, decisionId, askedAt: now, decidedBy: 'li-jing' }
    at.appeals.push({ ...asked, id: 'asked', key: 'k', status: 'waiting' })
    const decideBy = (by: string) => refusal(decide(at.deps(), { decision: again, ...ruling({ by }) }))

    expect(await decideBy('li-jing')).to.equal('appeal-by-another')
    expect(await decideBy('zhou-min')).to.equal(undefined)
  })

  it('keeps who decided what, who took it back, and both reasons', async () => {
    const declined = await decided('decline')
    await at.carryOut()

    await back(declined, { by: 'zhang' })

    const [ruled] = await at.decisions.rulingsOf('o1', 'a1')
    expect(ruled).to.deep.include({ verdict: 'decline', by: 'li-jing', reason: '学历未达到要求' })
    expect(ruled!.takenBack).to.deep.equal({ by: 'zhang', at: now, reason: '看错了证书' })
    expect(at.past).to.include('decision-taken-back')
  })

  it('of whoever passed the last round opens that round again', async () => {
    const passed = await decided('advance', 'final-round')
    await at.carryOut()
    expect(await at.state()).to.include({ state: 'passed' })

    await back(passed)
    await at.carryOut()

    expect(await at.state()).to.include({ state: 'in-round', stage: 'final-round' })
  })

  it('is refused once somebody is in the next round: that round decides', async () => {
    const advanced = await decide(at.deps(), {
      decision: await at.waitingAt('deciding', 'ai-interview'),
      ...ruling({ verdict: 'advance', slot }),
    })
    await at.carryOut()

    expect(await refusal(back(advanced))).to.equal('goes-on-elsewhere')
    expect(await at.state()).to.include({ state: 'in-round', stage: 'second-round' })
  })

  it('is refused while it is being carried out, twice, without a reason, and to others', async () => {
    const declined = await decided('decline')
    const claimed = (await at.decisions.claimDecided(now))!
    expect(await refusal(back(declined))).to.equal('being-carried-out')
    await at.decisions.settleDone(claimed)

    expect(await refusal(back(declined, { reason: ' ' }))).to.equal('invalid-input')
    expect(await refusal(back(declined, { roles: ['interviewer'] }))).to.equal('not-your-round')
    const again = await back(declined)
    expect(await refusal(back(again))).to.equal('not-decided')
    expect(await refusal(back(declined))).to.equal('not-decided')
  })

  it('loses no verdict that is given while the job still brings the application back', async () => {
    const declined = await decided('decline')
    await at.carryOut()
    const again = await back(declined)
    const claimed = (await at.decisions.claimDecided(now))!
    await at.standings.move(await at.state(), { state: 'deciding', stage: 'ai-interview', since: now })
    await decide(at.deps(), { decision: again, ...ruling({ verdict: 'decline' }) })

    await at.decisions.settleDone(claimed)
    await at.carryOut()

    expect(await at.state()).to.include({ state: 'declined' })
  })
})
