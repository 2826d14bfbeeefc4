import { expect } from 'chai'
import type { Message } from '../notifications/index.js'
import { stillTrue } from './still-true.js'

const about = (dedupeKey: string) => ({ orgId: 'o1', dedupeKey }) as Message
const world = ({ invitation, report }: { invitation?: string; report?: string }) => stillTrue({
  invitations: { findById: async () => (invitation ? { status: invitation } as never : undefined) },
  reports: { findByInterview: async () => (report ? { status: report } as never : undefined) },
})

describe('what a message says, at the moment it is sent', () => {
  it('invites only who has not begun, and whose invitation still stands', async () => {
    const { invitation } = world({ invitation: 'sent' })

    expect(await invitation!(about('invitation:i1:1'))).to.equal(true)
    for (const status of ['started', 'revoked', 'expired', 'completed']) expect(await world({ invitation: status }).invitation!(about('invitation:i1:1'))).to.equal(`invitation ${status}`)
  })

  it('speaks of progress only while there is no report', async () => {
    expect(await world({}).progress!(about('progress:n1'))).to.equal(true)
    expect(await world({ report: 'ready' }).progress!(about('progress:n1'))).to.equal('report ready')
  })

  it('announces the feedback only while there is one: consent may have been taken back meanwhile', async () => {
    expect(await world({ report: 'ready' }).result!(about('result:n1:ready'))).to.equal(true)
    expect(await world({ report: 'awaiting-human' }).result!(about('result:n1:ready'))).to.equal('report awaiting-human')
    expect(await world({ report: 'awaiting-human' }).result!(about('result:n1:awaiting-human'))).to.equal(true)
  })

  it('announces a decision whatever became of the report', async () => {
    expect(await world({}).result!(about('decided:d1'))).to.equal(true)
  })
})
