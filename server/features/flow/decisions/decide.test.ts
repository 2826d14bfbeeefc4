import { expect } from 'chai'
import { deciding, ids, raisedAt, refusal, ruling, type Deciding } from '../../../../test/builders/deciding.js'
import { carryOutDecisions } from './carry-out-decisions.job.js'
import { decide, type Decide } from './decide.js'

describe('deciding', () => {
  let at: Deciding
  let now: Date
  let { decisions, standings, sent, told, keys, deps, waitingAt, carryOut, state } = {} as Deciding

  beforeEach(async () => {
    now = raisedAt
    at = await deciding({ now: () => now })
    ;({ decisions, standings, sent, told, keys, deps, waitingAt, carryOut, state } = at)
  })

  const decided = async (changes: Partial<Decide> = {}) =>
    decide(deps(), { decision: await waitingAt('screening-review', 'screening'), ...ruling(changes) })

  it('sends nothing while a decline is only proposed', async () => {
    await waitingAt('screening-review', 'screening')

    await carryOut()

    expect(sent).to.deep.equal([])
  })

  it('declines with a reviewer and a reason, keeps the letter, and tells the candidate once', async () => {
    const decision = await decided()
    await carryOut()
    await carryOut()

    expect(decision).to.include({ verdict: 'decline', decidedBy: 'li-jing' })
    expect(sent.map(({ dedupeKey }) => dedupeKey)).to.deep.equal([`decided:${decision.id}`])
    expect((await decisions.letterOf(decision))?.appeal.until).to.equal('2026-12-07T02:00:00.000Z')
    expect((await state()).state).to.equal('declined')
  })

  it('takes no decision without a reviewer or without a reason', async () => {
    expect(await refusal(decided({ by: ' ' }))).to.equal('invalid-input')
    expect(await refusal(decided({ reason: ' ' }))).to.equal('invalid-input')
    expect(await decisions.listWaiting('o1', now)).to.have.length(1)
  })

  it('keeps a hold once for one act, however often it runs, and every hold of another', async () => {
    const hold = async (key?: string) =>
      decide(deps(), {
        decision: await waitingAt('screening-review', 'screening'),
        ...ruling({ verdict: 'hold', ...(key && { key }) }),
      })
    const held = async () => (await decisions.rulingsOf('o1', 'a1')).length

    for (const later of [0, 1_000]) {
      now = new Date(raisedAt.getTime() + later)
      await hold('message-1')
    }
    expect(await held()).to.equal(1)
    expect(new Set(keys)).to.have.length(1)

    await hold('message-2')
    await hold()
    expect(await held()).to.equal(3)
    expect(new Set(keys)).to.have.length(3)
  })

  it('keeps the first of two decisions, also when they come at once', async () => {
    const outcomes = await Promise.all([refusal(decided()), refusal(decided({ verdict: 'invite' }))])

    expect(outcomes.filter((code) => code === undefined)).to.have.length(1)
    expect(outcomes).to.include('already-decided')
  })

  it('invites when the person overrules the proposal', async () => {
    await decided({ verdict: 'invite' })
    await carryOut()

    expect(at.invited).to.equal(1)
    expect((await state()).state).to.equal('invited')
  })

  it('leaves a held candidate where they are: waiting, marked, and free to be decided later', async () => {
    await decided({ verdict: 'hold', reason: '等补充材料' })
    const [held] = await decisions.listWaiting('o1', now)
    await decide(deps(), { decision: held!, ...ruling() })
    await carryOut()

    expect(held!.heldAt).to.deep.equal(raisedAt)
    expect((await decisions.rulingsOf('o1', 'a1')).map(({ verdict, reason }) => `${verdict} ${reason}`)).to.deep.equal([
      'hold 等补充材料',
      'decline 学历未达到要求',
    ])
    expect((await state()).state).to.equal('declined')
  })

  it('knows what can be decided at which stage, by whom', async () => {
    expect(await refusal(decided({ verdict: 'advance' }))).to.equal('verdict-not-allowed')
    expect(await refusal(decided({ roles: ['interviewer'] }))).to.equal('not-your-round')
    expect(await refusal(decided({ roles: ['recruiter'] }))).to.equal(undefined)
  })

  it('lets a round say who decides it', async () => {
    const decision = await waitingAt('in-round', 'final-round')

    expect(await refusal(decide(deps(), { decision, ...ruling({ roles: ['recruiter'] }) }))).to.equal('not-your-round')
    expect(await refusal(decide(deps(), { decision, ...ruling({ roles: ['hr-admin'] }) }))).to.equal(undefined)
  })

  it('decides nothing about somebody who is no longer at that stage', async () => {
    const decision = await waitingAt('screening-review', 'screening')
    await standings.move(await state(), { state: 'invited', since: now })

    expect(await refusal(decide(deps(), { decision, ...ruling() }))).to.equal('not-at-this-stage')
  })

  it('raises one decision a stage, however often it is asked', async () => {
    const all = await Promise.all(
      Array.from({ length: 5 }, () => decisions.raise({ ...ids, stage: 'screening', raisedAt, dueAt: raisedAt })),
    )

    expect(new Set(all.map(({ id }) => id))).to.have.length(1)
  })

  it('gives up after five failures and tells the group', async () => {
    const decision = await decided()
    const broken = {
      ...deps(),
      organisationOf: async () => {
        throw new Error('away')
      },
    }
    for (let failure = 0; failure < 5; failure++) {
      await refusal(carryOutDecisions(broken))
      now = new Date(now.getTime() + 61_000)
    }
    await carryOutDecisions(broken)
    await carryOutDecisions(broken)

    expect(told).to.deep.equal([`flow-stuck:decision:${decision.id}`])
    expect(sent).to.deep.equal([])
  })
})
