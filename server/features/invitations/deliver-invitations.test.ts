import { expect } from 'chai'
import { testLinkTokens as tokens } from '../../../test/builders/link-tokens.js'
import { testStore } from '../../../test/store.js'
import type { Delivery } from '../notifications/index.js'
import { createInvitation, deliverInvitations, invitationStore, type InvitationStore } from './index.js'

describe('delivering invitations', () => {
  let invitations: InvitationStore
  let now: Date
  let keys: string[]
  let told: string[]
  const clock = { now: () => now }
  const quiet = { timeline: { append: async () => {} }, wake: () => {}, clock }
  const wang = { orgId: 'o1', candidateId: 'c1', applicationId: 'a1', positionId: 'teller', windowHours: 72 }
  const position = { id: 'teller', title: { zh: '综合柜员', en: 'Teller' }, minutes: 25 } as never

  beforeEach(async () => {
    invitations = invitationStore(await testStore(), tokens)
    await invitations.ready()
    now = new Date('2026-11-25T10:00:00Z')
    keys = []
    told = []
  })

  const by = (deliver: (key: string) => Promise<Delivery>) => ({
    invitations,
    clock,
    tokens,
    positionOf: async () => position,
    notifications: {
      deliver: async ({ dedupeKey }: { dedupeKey: string }) => {
        keys.push(dedupeKey)
        return deliver(dedupeKey)
      },
      tellGroup: async ({ kind }: { kind: string }) => {
        told.push(kind)
      },
    },
  })
  const sent = async (): Promise<Delivery> => ({ kind: 'sent', channel: 'sms', at: now })

  it('sends what is queued once, and keeps the way it went', async () => {
    const { id } = await createInvitation({ ...quiet, invitations }, wang)

    await deliverInvitations(by(sent))
    await deliverInvitations(by(sent))

    expect(keys).to.deep.equal([`invitation:${id}:1`])
    expect(await invitations.findById('o1', id)).to.include({ status: 'sent', sentVia: 'sms' })
  })

  it('is taken over with the same key after a process died while sending', async () => {
    const { id } = await createInvitation({ ...quiet, invitations }, wang)
    await deliverInvitations(
      by(async () => {
        throw new Error('killed')
      }),
    ).catch(() => {})
    await deliverInvitations(by(sent))
    expect(keys, 'nobody touches it under the lease').to.have.length(1)

    now = new Date(now.getTime() + 60_000)
    await deliverInvitations(by(sent))

    expect(keys).to.deep.equal([`invitation:${id}:1`, `invitation:${id}:1`])
  })

  it('waits when the platform asks it to, and says unconfirmed when nobody knows', async () => {
    const { id } = await createInvitation({ ...quiet, invitations }, wang)
    await deliverInvitations(by(async () => ({ kind: 'later', at: new Date(now.getTime() + 5_000) })))
    await deliverInvitations(by(sent))
    expect(keys).to.have.length(1)

    now = new Date(now.getTime() + 5_000)
    await deliverInvitations(by(async () => ({ kind: 'unconfirmed', channel: 'sms' })))

    expect(await invitations.findById('o1', id)).to.include({ status: 'unconfirmed', sentVia: 'sms' })
  })

  it('is left to a person when five claims came to no end, and not tried again', async () => {
    const { id } = await createInvitation({ ...quiet, invitations }, wang)
    const broken = async (): Promise<Delivery> => {
      throw new Error('broken')
    }
    for (let claim = 0; claim < 5; claim += 1) {
      await deliverInvitations(by(broken)).catch(() => {})
      now = new Date(now.getTime() + 60_000)
    }
    expect(told).to.deep.equal([])

    await deliverInvitations(by(broken))
    now = new Date(now.getTime() + 60_000)
    await deliverInvitations(by(broken))

    expect(keys).to.have.length(5)
    expect(told).to.deep.equal(['flow-stuck'])
    expect(await invitations.findById('o1', id)).to.include({ status: 'queued' })
  })

  it('counts no claim that ended: a platform may ask to wait as often as it likes', async () => {
    await createInvitation({ ...quiet, invitations }, wang)

    for (let claim = 0; claim < 7; claim += 1) {
      await deliverInvitations(by(async () => ({ kind: 'later', at: new Date(now.getTime() + 5_000) })))
      now = new Date(now.getTime() + 5_000)
    }

    expect(keys).to.have.length(7)
    expect(told).to.deep.equal([])
  })

  it('leaves alone an invitation that was revoked while it was being sent', async () => {
    const { id } = await createInvitation({ ...quiet, invitations }, wang)
    const claimed = (await invitations.claimQueued(now))!
    await invitations.settle(claimed, { status: 'revoked' })

    await invitations.settle(claimed, { status: 'sent', sentVia: 'sms' })

    expect(await invitations.findById('o1', id)).to.include({ status: 'revoked' })
  })
})
