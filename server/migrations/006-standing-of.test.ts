import { expect } from 'chai'
import { standingOf, type Happened } from './006-standing-of.js'

const day = (index: number) => new Date(Date.UTC(2026, 10, index))
const ai = 'ai-interview'
const second = 'second-round'
const rounds = [ai, second, 'final-round'].map((id) => ({ id }))
const before = (happened: Partial<Happened> = {}): Happened => ({
  appliedAt: day(1),
  rounds,
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
      const { state, stage, since: at } = standingOf(before(happened))

      expect([state, stage].filter(Boolean).join(' ')).to.equal(expected)
      expect(at).to.deep.equal(since)
    })
  }
})
