import { createHash, randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { testStore } from '../../../test/store.js'
import { linkToken } from '../invitations/invitation-link.js'
import { invitationStore, type InvitationStore } from '../invitations/invitation-store.js'
import type { Invitation } from '../invitations/invitation.js'
import { followInvitations, type FollowInvitationsDeps } from './follow-invitations.job.js'
import { standingStore, type StandingStore } from './states/standing-store.js'

const linkKey = randomBytes(32)
const tokens = {
  tokenOf: (one: Pick<Invitation, 'id' | 'orgId' | 'linkVersion'>) => linkToken(linkKey, one),
  hashOf: (token: string) => createHash('sha256').update(token).digest('hex'),
}
const monday = new Date('2026-11-23T02:00:00Z')
const ids = { orgId: 'o1', candidateId: 'c1', applicationId: 'a1', positionId: 'teller' }

describe('an application follows its invitation', () => {
  let now: Date
  let invitations: InvitationStore
  let standings: StandingStore
  let invitation: Invitation
  let told: string[]

  const deps = (over: Partial<FollowInvitationsDeps> = {}): FollowInvitationsDeps => ({
    invitations,
    standings,
    notifications: { tellGroup: async ({ key }) => void told.push(key) },
    clock: { now: () => now },
    ...over,
  })
  const state = async () => (await standings.find('o1', 'a1'))?.state
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000)
  }

  beforeEach(async () => {
    const connection = await testStore()
    now = monday
    told = []
    invitations = invitationStore(connection, tokens)
    standings = standingStore(connection)
    await Promise.all([invitations.ready(), standings.ready()])
    await standings.insertOnce({ ...ids, state: 'invited', since: monday })
    const closesAt = new Date(monday.getTime() + 72 * 3_600_000)
    const fresh = { ...ids, status: 'queued', linkVersion: 1, queuedAt: monday, closesAt, wrongTails: 0 } as const
    invitation = (await invitations.insertUnlessInvited(fresh)).invitation
  })

  it('lapses when the window closed, and not before somebody claims the news', async () => {
    later(73)
    await invitations.expireOne(now)
    expect(await state()).to.equal('invited')

    await followInvitations(deps())

    expect(await state()).to.equal('lapsed')
    expect(await invitations.claimNews(now), 'nothing is left to follow').to.equal(undefined)
  })

  it('lapses also when sending had been tried many times before', async () => {
    for (let tries = 0; tries < 7; tries++) {
      await invitations.claimQueued(now)
      later(1)
    }
    later(73)
    await invitations.expireOne(now)

    await followInvitations(deps())

    expect([await state(), told]).to.deep.equal(['lapsed', []])
  })

  it('lapses when staff take the invitation back', async () => {
    await invitations.revoke(invitation, { key: 'act-1', at: now })

    await followInvitations(deps())

    expect(await state()).to.equal('lapsed')
  })

  it('opens again when an expired one is extended; an extension of an open one is no news', async () => {
    await invitations.extend(invitation, { closesAt: new Date('2026-12-01'), key: 'act-1', at: now })
    expect(await invitations.claimNews(now)).to.equal(undefined)
    later(24 * 30)
    const expired = await invitations.expireOne(now)
    await followInvitations(deps())

    await invitations.extend(expired!, { closesAt: new Date('2027-01-01'), key: 'act-2', at: now })
    await followInvitations(deps())

    expect(await state()).to.equal('invited')
  })

  it('keeps news that came while older news were followed', async () => {
    later(73)
    const expired = await invitations.expireOne(now)
    const first = await invitations.claimNews(now)
    later(1)
    await invitations.extend(expired!, { closesAt: new Date('2027-01-01'), key: 'act-1', at: now })
    await invitations.settleNews(first!)

    expect(await invitations.claimNews(now)).to.include({ news: 'reopened' })
  })

  it('is tried again when its lease ran out, and given up to a person after five times', async () => {
    const failing = { ...standings, find: () => Promise.reject(new Error('the store is away')) }
    await invitations.revoke(invitation, { key: 'act-1', at: now })
    for (let tries = 0; tries < 5; tries++) {
      await followInvitations(deps({ standings: failing })).catch(() => {})
      expect(await invitations.claimNews(now), 'nobody else touches it under the lease').to.equal(undefined)
      later(1)
    }
    expect(told).to.deep.equal([])

    await followInvitations(deps({ standings: failing }))

    expect(told).to.deep.equal([`flow-stuck:invitation:${invitation.id}`])
  })
})
