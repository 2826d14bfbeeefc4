import { expect } from 'chai'
import { aiRound, humanRound, organisation, position } from '../../../../test/builders/data-files.js'
import { testStore } from '../../../../test/store.js'
import { testVault } from '../../../../test/vault.js'
import { conflict, type AppError } from '../../../errors.js'
import type { CandidateMessage } from '../../notifications/index.js'
import { arrangeRound, type ArrangeDeps } from './arrange-round.js'
import type { ApplicationState } from '../states/application-states.js'
import { carryOutDecisions, type CarryOutDeps } from './carry-out-decisions.job.js'
import { decide, type Decide } from './decide.js'
import { decisionStore, type DecisionStore, type NewDecision } from './decision-store.js'
import { standingStore, type StandingStore } from '../states/standing-store.js'

const raisedAt = new Date('2026-11-22T02:00:00Z')
const ids = { orgId: 'o1', applicationId: 'a1', candidateId: 'c1', positionId: 'teller' }
const slot = {
  startsAt: '2026-12-01T02:00:00.000Z',
  place: { zh: '总行 3 楼', en: 'Head office, 3F' },
  contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
}
const { entry: _entry, ...laterRound } = humanRound({
  id: 'final-round',
  weight: 20,
  decides: { by: 'person', roles: ['hr-admin'] },
})
const { kind: _kind, ...teller } = position({ rounds: [aiRound({ weight: 40 }), humanRound(), laterRound] })

describe('deciding', () => {
  let decisions: DecisionStore
  let standings: StandingStore
  let sent: CandidateMessage[]
  let told: string[]
  let past: string[]
  let keys: string[]
  let invited: number
  let now: Date
  const deps = () =>
    ({
      decisions,
      standings,
      timeline: {
        append: async ({ kind, key }: { kind: string; key?: string }) => {
          past.push(kind)
          if (key) keys.push(key)
        },
      },
      clock: { now: () => now },
      wake: () => {},
      positionOf: async () => ({ orgId: 'o1', revision: 1, ...teller }),
      organisationOf: async () => ({ revision: 1, ...organisation() }),
      promiseHours: async () => 24,
      notifications: {
        enqueue: async (message: CandidateMessage) => {
          if (!sent.some(({ dedupeKey }) => dedupeKey === message.dedupeKey)) sent.push(message)
        },
        tellGroup: async ({ key }: { key: string }) => {
          told.push(key)
        },
      },
      screenings: { judgementOf: async () => undefined },
      reports: { findByApplication: async () => undefined, assessmentOf: async () => undefined },
      interviews: { findSummary: async () => undefined, find: async () => undefined },
      invitations: {
        insertUnlessInvited: async (fresh: never) => {
          invited++
          return { invitation: { id: 'i1', ...(fresh as object) } as never, inserted: true }
        },
      },
    }) satisfies CarryOutDeps & ArrangeDeps

  beforeEach(async () => {
    const connection = await testStore()
    decisions = decisionStore(connection, testVault(connection))
    standings = standingStore(connection)
    await Promise.all([decisions.ready(), standings.ready()])
    ;[sent, told, past, keys, invited, now] = [[], [], [], [], 0, raisedAt]
  })

  const waitingAt = async (state: ApplicationState, stage: string, changes: Partial<NewDecision> = {}) => {
    await standings.insertOnce({ ...ids, state, stage, since: raisedAt })
    return decisions.raise({
      ...ids,
      stage,
      proposal: 'decline',
      raisedAt,
      dueAt: new Date(raisedAt.getTime() + 86_400_000),
      ...changes,
    })
  }
  const ruling = (changes: Partial<Decide> = {}) =>
    ({ verdict: 'decline', by: 'li-jing', reason: '学历未达到要求', ...changes }) as const
  const decided = async (changes: Partial<Decide> = {}) =>
    decide(deps(), { decision: await waitingAt('screening-review', 'screening'), ...ruling(changes) })
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: AppError) => error.code,
    )
  const carryOut = () => carryOutDecisions(deps())
  const state = async () => (await standings.find('o1', 'a1'))!
  const advanced = async (changes: Partial<Decide> = {}) => {
    await decide(deps(), {
      decision: await waitingAt('deciding', 'ai-interview'),
      ...ruling({ verdict: 'advance', ...changes }),
    })
    await carryOut()
  }

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

    expect(invited).to.equal(1)
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

  describe('to advance', () => {
    it('sends time, place and contact of the slot that was chosen, and waits for that round from its start on', async () => {
      await advanced({ slot })
      await carryOut()

      expect(sent).to.have.length(1)
      expect(sent[0]).to.deep.include({ template: 'next-round', notAfter: new Date(slot.startsAt) })
      expect(sent[0]!.variables).to.deep.include({ startsAt: slot.startsAt, place: slot.place, contact: slot.contact })
      expect(await state()).to.include({ state: 'in-round', stage: 'second-round' })
      expect(await decisions.listWaiting('o1', now)).to.deep.equal([])
      expect((await decisions.listWaiting('o1', new Date(slot.startsAt))).map(({ stage }) => stage)).to.deep.equal([
        'second-round',
      ])
    })

    it('without any slot tells HR, sends nothing, and waits at once', async () => {
      await advanced()

      expect(sent).to.deep.equal([])
      expect(told[0]).to.match(/^slot:/)
      expect(
        (await decisions.listWaiting('o1', now)).map(({ stage, unarranged }) => [stage, unarranged]),
      ).to.deep.equal([['second-round', true]])
    })

    it('sends the notice once HR has set time and place, and only once', async () => {
      await advanced()
      const [waiting] = await decisions.listWaiting('o1', now)
      const arrange = (changes: object = {}) =>
        refusal(arrangeRound(deps(), { decision: waiting!, slot, by: 'li-jing', roles: ['recruiter'], ...changes }))

      expect(await arrange({ roles: ['interviewer'] })).to.equal('not-your-round')
      expect(await arrange({ slot: { ...slot, startsAt: '2026-11-01T02:00:00Z' } })).to.equal('slot-in-the-past')
      expect(await arrange()).to.equal(undefined)
      expect(await arrange()).to.equal('nothing-to-arrange')
      expect(sent.map(({ template }) => template)).to.deep.equal(['next-round'])
      expect(await decisions.listWaiting('o1', now)).to.deep.equal([])
      const [later] = await decisions.listWaiting('o1', new Date(slot.startsAt))
      expect(later)
        .to.deep.include({ dueAt: new Date('2026-12-02T02:00:00.000Z') })
        .and.not.have.property('unarranged')
    })

    it('keeps the slot that was set first, also when the process stopped before its notice', async () => {
      await advanced()
      const [waiting] = await decisions.listWaiting('o1', now)
      const arrange = (changes: object, other: object = {}) =>
        refusal(
          arrangeRound(
            { ...deps(), ...other },
            { decision: waiting!, slot, by: 'li-jing', roles: ['recruiter'], ...changes },
          ),
        )
      const stopped = {
        enqueue: async () => {
          throw conflict('stopped')
        },
        tellGroup: async () => {},
      }

      expect(await arrange({}, { notifications: stopped })).to.equal('stopped')
      expect(await arrange({ slot: { ...slot, startsAt: '2026-12-05T02:00:00.000Z' } })).to.equal('nothing-to-arrange')

      expect(sent.map(({ variables }) => (variables as { startsAt: string }).startsAt)).to.deep.equal([slot.startsAt])
      expect(await decisions.listWaiting('o1', now)).to.deep.equal([])
    })

    it('arranges nothing where the position’s own time was sent', async () => {
      const { slot: _unset, ...second } = humanRound()
      const settled = {
        ...deps(),
        positionOf: async () => ({
          orgId: 'o1',
          revision: 1,
          ...teller,
          rounds: [teller.rounds[0]!, { ...second, slot }, teller.rounds[2]!],
        }),
      }
      await decide(settled, {
        decision: await waitingAt('deciding', 'ai-interview'),
        ...ruling({ verdict: 'advance' }),
      })
      await carryOutDecisions(settled)
      const [waiting] = await decisions.listWaiting('o1', new Date(slot.startsAt))

      expect(
        await refusal(
          arrangeRound(settled, {
            decision: waiting!,
            slot: { ...slot, startsAt: '2026-12-05T02:00:00.000Z' },
            by: 'li-jing',
            roles: ['recruiter'],
          }),
        ),
      ).to.equal('nothing-to-arrange')
      expect(sent).to.have.length(1)
      expect((await decisions.listOf('o1', 'a1')).flatMap(({ slot: kept }) => kept ?? [])).to.deep.equal([])
    })

    it('refuses a slot in the past, and one that comes with another verdict', async () => {
      const decision = await waitingAt('deciding', 'ai-interview')
      const withSlot = (changes: Partial<Decide>) => refusal(decide(deps(), { decision, ...ruling(changes) }))

      expect(await withSlot({ verdict: 'advance', slot: { ...slot, startsAt: '2026-11-22T02:00:00Z' } })).to.equal(
        'slot-in-the-past',
      )
      expect(await withSlot({ verdict: 'decline', slot })).to.equal('invalid-input')
    })

    it('ends after the last round: the group hears it, the candidate too', async () => {
      await decide(deps(), { decision: await waitingAt('in-round', 'final-round'), ...ruling({ verdict: 'advance' }) })
      await carryOut()

      expect((await state()).state).to.equal('passed')
      expect(told[0]).to.match(/^passed:/)
      expect(sent.map(({ template }) => template)).to.deep.equal(['result'])
      expect(past).to.include('all-rounds-passed')
    })

    it('refuses a slot after the last round: there is none to enter', async () => {
      const decision = await waitingAt('in-round', 'final-round')

      expect(await refusal(decide(deps(), { decision, ...ruling({ verdict: 'advance', slot }) }))).to.equal(
        'invalid-input',
      )
    })
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
