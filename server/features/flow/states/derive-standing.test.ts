import { expect } from 'chai'
import { aiRound, humanRound } from '../../../../test/builders/data-files.js'
import { testStore } from '../../../../test/store.js'
import { applicationStates, type ApplicationState } from './application-states.js'
import { deriveStanding, type Happened } from './derive-standing.js'
import { deriveStandings, type DeriveDeps } from './derive-standings.js'
import { standingStore, type StandingStore } from './standing-store.js'

const day = (index: number) => new Date(Date.UTC(2026, 10, index))
const { entry: _entry, ...laterRound } = humanRound({ id: 'final-round', weight: 20 })
const rounds = [aiRound({ weight: 40 }), humanRound(), laterRound]
const [ai, second] = rounds.map(({ id }) => id) as [string, string]
const before = (happened: Partial<Happened> = {}): Happened => ({
  appliedAt: day(1),
  position: { rounds },
  decisions: [],
  ...happened,
})
const invitation = (status: NonNullable<Happened['invitation']>['status']) => ({
  status,
  queuedAt: day(2),
  closesAt: day(5),
})
const waiting = (stage: string) => ({ stage, status: 'waiting', raisedAt: day(6) }) as const
const decided = (stage: string, verdict: 'invite' | 'advance' | 'decline', at = day(7)) =>
  ({ stage, status: 'decided', verdict, raisedAt: day(6), decidedAt: at }) as const
const interview = { startedAt: day(3) }
const report = { readyAt: day(4) }

const cases: [string, Partial<Happened>, string, Date][] = [
  ['nothing yet', {}, 'received', day(1)],
  ['screening that proposes', { decisions: [waiting('screening')] }, 'screening-review screening', day(6)],
  ['a résumé let through, not invited yet', { decisions: [decided('screening', 'invite')] }, 'invited', day(7)],
  [
    'a résumé let through and invited',
    { decisions: [decided('screening', 'invite')], invitation: invitation('opened') },
    'invited',
    day(2),
  ],
  ...(['queued', 'sent', 'unconfirmed', 'opened'] as const).map((status): (typeof cases)[number] => [
    `an invitation that is ${status}`,
    { invitation: invitation(status) },
    'invited',
    day(2),
  ]),
  ['an invitation that expired', { invitation: invitation('expired') }, 'lapsed', day(5)],
  ['an invitation that was revoked', { invitation: invitation('revoked') }, 'lapsed', day(2)],
  ['a candidate who does not want', { invitation: invitation('declined-by-candidate') }, 'lapsed', day(2)],
  ['an invitation that was begun', { invitation: invitation('started') }, 'interviewing', day(2)],
  ['an invitation that is completed', { invitation: invitation('completed') }, 'submitted', day(2)],
  ['an interview', { invitation: invitation('started'), interview }, 'interviewing', day(3)],
  [
    'an interview left unfinished',
    { invitation: invitation('expired'), interview: { ...interview, abandonedAt: day(4) } },
    'lapsed',
    day(4),
  ],
  [
    'an interview that is submitted',
    { invitation: invitation('completed'), interview: { ...interview, submittedAt: day(4) } },
    'submitted',
    day(4),
  ],
  [
    'a report whose decision is not raised',
    { interview: { ...interview, submittedAt: day(4) }, report },
    `deciding ${ai}`,
    day(4),
  ],
  ['a report that waits', { report, decisions: [waiting(ai)] }, `deciding ${ai}`, day(6)],
  [
    'a report that waits after the résumé did',
    { report, decisions: [decided('screening', 'invite'), waiting(ai)] },
    `deciding ${ai}`,
    day(6),
  ],
  [
    'an advance whose round is not raised',
    { report, decisions: [decided(ai, 'advance')] },
    `in-round ${second}`,
    day(7),
  ],
  ['a later round', { report, decisions: [decided(ai, 'advance'), waiting(second)] }, `in-round ${second}`, day(6)],
  [
    'a round after that',
    { report, decisions: [decided(second, 'advance', day(9)), decided(ai, 'advance')] },
    'in-round final-round',
    day(9),
  ],
  [
    'the last round passed',
    {
      report,
      decisions: [
        decided(ai, 'advance'),
        decided(second, 'advance', day(8)),
        decided('final-round', 'advance', day(9)),
      ],
    },
    'passed',
    day(9),
  ],
  ['a résumé declined', { decisions: [decided('screening', 'decline')] }, 'declined', day(7)],
  [
    'a decline after a round',
    { report, decisions: [decided(ai, 'advance'), decided(second, 'decline', day(9))] },
    'declined',
    day(9),
  ],
]

describe('a standing from what happened before', () => {
  for (const [name, happened, expected, since] of cases) {
    it(`reads ${name} as ${expected}`, () => {
      const { state, stage, since: at } = deriveStanding(before(happened))

      expect([state, stage].filter(Boolean).join(' ')).to.equal(expected)
      expect(at).to.deep.equal(since)
    })
  }

  it('knows every state', () => {
    expect(new Set(cases.map(([, , expected]) => expected.split(' ')[0]))).to.have.all.keys(
      ...(Object.keys(applicationStates) as ApplicationState[]),
    )
  })
})

describe('standings for what was there before', () => {
  let standings: StandingStore
  const ids = { orgId: 'o1', candidateId: 'c1', positionId: 'teller' }
  const applications = Array.from(
    { length: 450 },
    (_, index) =>
      ({
        id: `a${String(index).padStart(4, '0')}`,
        ...ids,
        source: 'import',
        status: 'screened',
        appliedAt: day(1),
      }) as const,
  )
  let looked: number
  const deps = (): DeriveDeps => ({
    standings,
    applications: {
      listAfter: async (orgId, after, most) =>
        orgId === 'o1' ? applications.filter(({ id }) => id > (after ?? '')).slice(0, most) : [],
    },
    decisions: {
      listOf: async (_orgId, id) => {
        looked += 1
        return (id === 'a0001' ? [waiting(ai)] : []) as never
      },
    },
    reports: { findByApplication: async () => undefined },
    interviews: { findSummary: async () => undefined },
    invitations: { latestOf: async () => invitation('sent') as never },
    positionOf: async () => ({ rounds }) as never,
  })

  beforeEach(async () => {
    standings = standingStore(await testStore())
    await standings.ready()
    looked = 0
  })

  it('are given to all of them, once, and then nothing is looked at again', async () => {
    expect(await deriveStandings(deps(), 'o1')).to.equal(450)
    expect(await standings.find('o1', 'a0001')).to.include({ state: 'deciding', stage: ai })
    expect(await standings.find('o1', 'a0449')).to.include({ state: 'invited' })

    looked = 0
    expect(await deriveStandings(deps(), 'o1')).to.equal(0)
    expect(looked).to.equal(0)
  })

  it('leave alone what stands, and mend what was left at the first one', async () => {
    await standings.insertOnce({ ...ids, applicationId: 'a0000', state: 'declined', since: day(9) })
    await standings.insertOnce({ ...ids, applicationId: 'a0001', state: 'received', since: day(9) })
    await deriveStandings(deps(), 'o1')

    expect(await standings.find('o1', 'a0000')).to.include({ state: 'declined' })
    expect(await standings.find('o1', 'a0001')).to.deep.include({ state: 'deciding', stage: ai, since: day(6) })
  })

  it('are the same when two processes do it at once', async () => {
    await Promise.all([deriveStandings(deps(), 'o1'), deriveStandings(deps(), 'o1')])

    expect(await standings.listIn('o1', 'invited', 1_000)).to.have.length(449)
    expect(await standings.listIn('o1', 'deciding', 10)).to.have.length(1)
  })
})
