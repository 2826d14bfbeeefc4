import { expect } from 'chai'
import { createHash, randomBytes } from 'node:crypto'
import { testStore } from '../../../test/store.js'
import type { Delivery } from '../notifications/index.js'
import {
  createInvitation,
  extendInvitation,
  invitationStore,
  linkToken,
  revokeInvitation,
  sendInvitationAgain,
  unlockInvitation,
  type ExtendDeps,
  type Invitation,
  type InvitationStore,
} from './index.js'
import { unbindInvitation, type UnbindDeps } from './unbind-invitation.js'

const tokens = {
  tokenOf: (one: Pick<Invitation, 'id' | 'orgId' | 'linkVersion'>) => linkToken(randomKey, one),
  hashOf: (token: string) => createHash('sha256').update(token).digest('hex'),
}
const randomKey = randomBytes(32)
const bySms = { zh: '没有可用的微信订阅', en: 'by SMS' }
const day = 24 * 3_600_000

describe('what staff do to an invitation', () => {
  let now: Date
  let invitations: InvitationStore
  let invitation: Invitation
  let noted: string[]
  let sent: string[]
  let history: Awaited<ReturnType<ExtendDeps['notifications']['history']>>
  let delivery: Delivery
  let begun: string | undefined
  let released: string[]

  const deps = (): ExtendDeps & UnbindDeps & { invitations: InvitationStore } => ({
    invitations,
    applications: {
      removeHolder: async (_application, openid) => {
        released.push(openid)
      },
      addHolder: async () => {},
    },
    tokens,
    clock: { now: () => now },
    wake: () => {},
    timeline: {
      append: async ({ kind, by }) => {
        noted.push(`${kind} by ${by}`)
      },
    },
    positionOf: async () => ({ title: { zh: '综合柜员', en: 'Teller' }, minutes: 25 }) as never,
    interviewIdOf: async () => begun,
    notifications: {
      async deliver({ dedupeKey }) {
        if (!sent.includes(dedupeKey)) {
          sent.push(dedupeKey)
          history.push({
            template: 'invitation',
            status: 'sent',
            queuedAt: now,
            settledAt: now,
            attempts: [{ at: now, channel: 'sms', why: bySms, outcome: 'sent' }],
          })
        }
        return delivery
      },
      history: async () => history,
    },
  })
  const again = async (key: string, as: 'resent' | 'reminded' = 'resent') =>
    sendInvitationAgain(deps(), { invitation: await fresh(), key, by: 'm1', as })
  const extend = async (key: string, hours = 24) =>
    extendInvitation(deps(), { invitation: await fresh(), key, by: 'm1', hours })
  const fresh = async () => (await invitations.findById('o1', invitation.id))!
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }

  beforeEach(async () => {
    invitations = invitationStore(await testStore(), tokens)
    await invitations.ready()
    now = new Date('2026-11-20T08:02:00Z')
    noted = []
    sent = []
    begun = undefined
    released = []
    delivery = { kind: 'sent', channel: 'sms', at: now }
    history = [
      {
        template: 'invitation',
        status: 'sent',
        queuedAt: now,
        settledAt: now,
        attempts: [{ at: now, channel: 'subscription', why: bySms, outcome: 'sent' }],
      },
    ]
    const create = { invitations, clock: { now: () => now }, timeline: { append: async () => {} }, wake: () => {} }
    invitation = await createInvitation(create, {
      orgId: 'o1',
      candidateId: 'c1',
      applicationId: 'a1',
      positionId: 'teller',
      windowHours: 72,
    })
    await invitations.markSentAgain(invitation, { at: now, via: 'subscription' })
  })

  it('sends it again and tells which way it went, why, and when the one before did', async () => {
    const first = now
    pass(day)

    expect(await again('m-1')).to.deep.equal({ kind: 'sent', channel: 'sms', why: bySms, before: first })
    expect(noted).to.deep.equal(['invitation-resent by m1'])
  })

  it('does one act once, however often it runs', async () => {
    await again('m-1')
    await again('m-1')
    await extend('m-2')
    const twice = await extend('m-2')

    expect(sent).to.have.length(2)
    expect(twice).to.include({ kind: 'extended' })
    expect((await fresh()).closesAt).to.deep.equal(new Date(invitation.closesAt.getTime() + day))
  })

  it('does not repeat what is still waiting to go out', async () => {
    history = [
      {
        template: 'invitation',
        status: 'queued',
        queuedAt: now,
        dueAt: new Date('2026-11-21T00:00:00Z'),
        waitsFor: bySms,
        attempts: [],
      },
    ]

    expect(await again('m-1')).to.deep.equal({ kind: 'waits', until: new Date('2026-11-21T00:00:00Z'), why: bySms })
    expect(sent).to.deep.equal([])
  })

  it('leaves the first sending to the job that is about to do it', async () => {
    const create = { invitations, clock: { now: () => now }, timeline: { append: async () => {} }, wake: () => {} }
    invitation = await createInvitation(create, {
      orgId: 'o1',
      candidateId: 'c2',
      applicationId: 'a2',
      positionId: 'teller',
      windowHours: 72,
    })
    history = []

    expect(await again('m-1')).to.deep.equal({ kind: 'waits' })
    expect(await extend('m-2')).to.deep.include({ kind: 'extended', sent: { kind: 'waits' } })
    expect(sent).to.deep.equal([])
  })

  it('says what is over instead of sending it', async () => {
    pass(4 * day)
    expect(await again('m-1')).to.deep.equal({ kind: 'not-open', status: 'sent', closedAt: invitation.closesAt })

    await invitations.expireOne(now)
    expect(await again('m-1', 'reminded')).to.include({ kind: 'not-open', status: 'expired' })
    expect(sent).to.deep.equal([])
  })

  it('opens an expired one again, with its time counted from now, and tells the candidate', async () => {
    pass(4 * day)
    await invitations.expireOne(now)

    expect(await extend('m-1', 48)).to.deep.include({ kind: 'extended', closesAt: new Date(now.getTime() + 2 * day) })
    expect(await fresh()).to.include({ status: 'sent' })
    expect(sent).to.have.length(1)
  })

  it('does not open one again whose interview was begun, nor beside a newer one', async () => {
    pass(4 * day)
    await invitations.expireOne(now)
    begun = 'i1'
    expect(await extend('m-1')).to.include({ kind: 'not-open', status: 'expired' })

    begun = undefined
    released = []
    const create = { invitations, clock: { now: () => now }, timeline: { append: async () => {} }, wake: () => {} }
    await createInvitation(create, {
      orgId: 'o1',
      candidateId: 'c1',
      applicationId: 'a2',
      positionId: 'teller',
      windowHours: 72,
    })
    expect(await extend('m-2')).to.include({ kind: 'not-open', status: 'expired' })
  })

  it('takes back what nobody began, and leaves alone what runs', async () => {
    expect(await revokeInvitation(deps(), { invitation, key: 'm-1', by: 'm1' })).to.include({ kind: 'revoked' })
    expect(await fresh()).to.include({ status: 'revoked' })
    expect(await again('m-2')).to.include({ kind: 'not-open', status: 'revoked' })
    expect(noted).to.deep.equal(['invitation-revoked by m1'])
  })

  it('opens one again that was taken back, with its old link, and tells the candidate', async () => {
    await revokeInvitation(deps(), { invitation, key: 'm-1', by: 'm1' })

    expect(await extend('m-2')).to.include({ kind: 'extended' })

    expect(await fresh()).to.include({ status: 'sent', linkVersion: 1 })
    expect(sent).to.deep.equal([`invitation:${invitation.id}:1:extended:m-2`])
  })

  it('takes one from the WeChat that accepted it: a new link goes out, the old one opens nothing', async () => {
    await invitations.markVerified(invitation, 'wx-wrong')
    await invitations.bind(invitation, 'wx-wrong')
    const [bound, old] = [await fresh(), tokens.tokenOf(invitation)]

    const unbound = await unbindInvitation(deps(), { invitation: bound, key: 'm-1', by: 'm1' })
    await unbindInvitation(deps(), { invitation: bound, key: 'm-1', by: 'm1' })

    expect(unbound).to.deep.include({ kind: 'unbound' })
    const after = await fresh()
    expect(after).to.include({ linkVersion: 2, wrongTails: 0 }).and.not.have.any.keys('boundOpenid', 'verifiedOpenid')
    expect(await invitations.findByToken('o1', old)).to.equal(undefined)
    expect((await invitations.findByToken('o1', tokens.tokenOf(after)))?.id).to.equal(after.id)
    expect(new Set(released)).to.deep.equal(new Set(['wx-wrong']))
    expect(sent).to.deep.equal([`invitation:${after.id}:2:resent:m-1`])
    expect(noted).to.include('invitation-unbound by m1')
  })

  it('takes it from that WeChat also when a process dies in the middle', async () => {
    await invitations.markVerified(invitation, 'wx-wrong')
    await invitations.bind(invitation, 'wx-wrong')
    const dying: UnbindDeps = {
      ...deps(),
      applications: { ...deps().applications, removeHolder: () => Promise.reject(new Error('killed')) },
    }
    await unbindInvitation(dying, { invitation: await fresh(), key: 'm-1', by: 'm1' }).catch(() => {})

    await unbindInvitation(deps(), { invitation: await fresh(), key: 'm-1', by: 'm1' })

    expect(new Set(released)).to.deep.equal(new Set(['wx-wrong']))
    expect((await fresh()).linkVersion).to.equal(2)
  })

  it('leaves one with its WeChat whose interview was begun', async () => {
    await invitations.markStarted('o1', invitation.id)

    expect(await unbindInvitation(deps(), { invitation: await fresh(), key: 'm-1', by: 'm1' })).to.include({
      kind: 'not-open',
      status: 'started',
    })
    expect(released).to.deep.equal([])
  })

  it('does not cut off an interview', async () => {
    await invitations.markStarted('o1', invitation.id)

    expect(await revokeInvitation(deps(), { invitation: await fresh(), key: 'm-1', by: 'm1' })).to.include({
      kind: 'not-open',
      status: 'started',
    })
  })

  it('gives five new tries to a locked one only', async () => {
    expect(await unlockInvitation(deps(), { invitation, key: 'm-1', by: 'm1' })).to.equal('was-not-locked')
    for (let tries = 0; tries < 5; tries += 1) await invitations.takeTry(invitation)

    expect(await unlockInvitation(deps(), { invitation, key: 'm-2', by: 'm1' })).to.equal('unlocked')
    expect(await fresh()).to.include({ wrongTails: 0 })
  })

  it('counts what was invited and opened since a moment, within the positions asked for', async () => {
    await invitations.markOpened(invitation, now)

    expect(await invitations.countSince('o1', { since: invitation.queuedAt, scope: 'all' })).to.deep.equal({
      invited: 1,
      opened: 1,
    })
    expect(await invitations.countSince('o1', { since: invitation.queuedAt, scope: ['risk'] })).to.deep.equal({
      invited: 0,
      opened: 0,
    })
    expect(await invitations.countSince('o1', { since: new Date(now.getTime() + 1), scope: ['teller'] })).to.deep.equal(
      { invited: 0, opened: 0 },
    )
  })
})
