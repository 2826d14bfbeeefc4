import { expect } from 'chai'
import { stillTrue } from './still-true.js'

const about = <Kind extends string>(kind: Kind, id: string, announces?: string) => ({
  orgId: 'o1',
  about: { kind, id, ...(announces !== undefined && { announces }) },
})
const world = ({
  invitation,
  report,
  scored,
  verdicts = [],
}: {
  invitation?: string
  report?: string
  scored?: boolean
  verdicts?: string[]
}) =>
  stillTrue({
    invitations: { findById: async () => (invitation ? ({ status: invitation } as never) : undefined) },
    reports: { findByInterview: async () => (report ? ({ status: report, scored } as never) : undefined) },
    decisions: {
      findById: async () => (verdicts[0] ? ({ applicationId: 'a1', verdict: verdicts[0] } as never) : undefined),
      listOf: async () => verdicts.map((verdict) => ({ verdict })) as never,
    },
  })

describe('what a message says, at the moment it is sent', () => {
  it('invites only who has not begun, and whose invitation still stands', async () => {
    const { invitation } = world({ invitation: 'sent' })

    expect(await invitation!(about('invitation', 'i1'))).to.equal(true)
    for (const status of ['started', 'revoked', 'expired', 'completed'])
      expect(await world({ invitation: status }).invitation!(about('invitation', 'i1'))).to.equal(
        `invitation ${status}`,
      )
  })

  it('speaks of progress only while there is no report', async () => {
    expect(await world({}).progress!(about('interview', 'n1'))).to.equal(true)
    expect(await world({ report: 'ready' }).progress!(about('interview', 'n1'))).to.equal('report ready')
  })

  it('announces the feedback only while there is one: consent may have been taken back meanwhile', async () => {
    expect(await world({ report: 'ready' }).result!(about('interview', 'n1', 'ready'))).to.equal(true)
    expect(await world({ report: 'awaiting-human' }).result!(about('interview', 'n1', 'ready'))).to.equal(
      'report awaiting-human',
    )
    expect(await world({ report: 'awaiting-human' }).result!(about('interview', 'n1', 'awaiting-human'))).to.equal(true)
  })

  it('reminds nobody of a decision that was made meanwhile', async () => {
    const overdue = (status?: string) =>
      stillTrue({
        invitations: {} as never,
        reports: {} as never,
        decisions: {
          listOf: async () => [],
          findById: async (_orgId, id) => (status && id === 'd1' ? ({ status } as never) : undefined),
        },
      })['decision-overdue']!(about('decision', 'd1'))

    expect([await overdue('waiting'), await overdue('decided'), await overdue()]).to.deep.equal([
      true,
      'decision decided',
      'decision gone',
    ])
  })

  it('announces a decision whatever became of the report', async () => {
    expect(await world({ verdicts: ['decline'] }).result!(about('decision', 'd1'))).to.equal(true)
  })

  it('announces no verdict that was taken back meanwhile, and no second look once there is a new one', async () => {
    const saidOf = (decision: object, announces: string) =>
      stillTrue({
        invitations: {} as never,
        reports: {} as never,
        decisions: { listOf: async () => [], findById: async () => decision as never },
      }).result!(about('decision', 'd1', announces))
    const declined = { status: 'decided', verdict: 'decline' }

    expect(await saidOf(declined, 'decline-0')).to.equal(true)
    expect(await saidOf({ status: 'waiting', takenBack: 1 }, 'decline-0')).to.equal('decision waiting')
    expect(await saidOf({ status: 'waiting', takenBack: 1 }, 'waiting-1')).to.equal(true)
    expect(await saidOf({ ...declined, takenBack: 1 }, 'waiting-1')).to.equal('decision decided')
    expect(await saidOf({ ...declined, takenBack: 1 }, 'decline-1')).to.equal(true)
  })

  it('takes a report that a person reviewed for what was announced', async () => {
    expect(await world({ report: 'reviewed', scored: true }).result!(about('interview', 'n1', 'ready'))).to.equal(true)
    expect(
      await world({ report: 'reviewed', scored: false }).result!(about('interview', 'n1', 'awaiting-human')),
    ).to.equal(true)
  })

  it('names time and place of a round only to who still goes there', async () => {
    expect(await world({ verdicts: ['advance'] })['next-round']!(about('decision', 'd1'))).to.equal(true)
    expect(await world({ verdicts: ['advance', 'decline'] })['next-round']!(about('decision', 'd1'))).to.equal(
      'decision decline',
    )
    expect(await world({})['next-round']!(about('decision', 'd1'))).to.equal('decision gone')
  })
})
