import { expect } from 'chai'
import type { StaffCaller } from '../../ports/staff.js'
import type { Appeal, Decision } from '../flow/index.js'
import type { Application } from '../talent/index.js'
import { appealFor } from './appeal-for-staff.js'

const application = { id: 'a1', orgId: 'o1', positionId: 'teller' } as Application
const caller = { memberId: 'zhou-min', grants: [{ role: 'recruiter', positionIds: 'all' }] } as unknown as StaffCaller
const decided = (id: string, day: number): Decision =>
  ({ id, verdict: 'decline', decidedBy: 'li-jing', decidedAt: new Date(Date.UTC(2026, 10, day)) }) as Decision
const appealAbout = ({ id, decidedAt }: Decision, changes: Partial<Appeal> = {}): Appeal =>
  ({
    id: `appeal-${id}`,
    key: `appealed:${id}:${decidedAt!.getTime()}`,
    status: 'waiting',
    askedAt: decidedAt!,
    ...changes,
  }) as Appeal

describe('an appeal on the page of an application', () => {
  const [older, newer] = [decided('d1', 1), decided('d2', 9)]
  const shown = (appeals: Appeal[], decisions: Decision[], by: StaffCaller = caller) =>
    appealFor(
      {
        appeals: {
          listOf: async () => appeals,
          wordsOf: async () => undefined,
          answerOf: async () => '看过了，结论不变。',
        },
        reports: { findByApplication: async () => undefined },
        ratings: { listRated: async () => [] },
      },
      by,
      application,
      {
        decisions,
        nameOf: (id) => id,
      },
    )

  it('is the one that still waits, also when a later one was answered or is about a decision that was taken back', async () => {
    const answered = appealAbout(newer, { status: 'answered', answeredBy: 'li-jing', answeredAt: new Date() })

    expect(await shown([appealAbout(older), answered], [older, newer])).to.include({
      appealId: 'appeal-d1',
      mayAnswer: true,
    })
    expect(await shown([appealAbout(older), appealAbout(newer)], [older])).to.include({
      appealId: 'appeal-d1',
      mayAnswer: true,
    })
  })

  it('is for a colleague of whoever declined', async () => {
    const declined = { ...caller, memberId: 'li-jing' }

    expect(await shown([appealAbout(older)], [older], declined)).to.include({ mayAnswer: false, needsAnother: true })
    expect(await shown([appealAbout(older)], [older])).to.not.have.property('needsAnother')
  })

  it('is the last one when none waits', async () => {
    expect(await shown([appealAbout(older), appealAbout(newer)], [])).to.include({
      appealId: 'appeal-d2',
      mayAnswer: false,
    })
    expect(await shown([], [older])).to.equal(undefined)
  })
})
