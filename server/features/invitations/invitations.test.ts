import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import type { Connection } from 'mongoose'
import { testLinkTokens as tokens } from '../../../test/builders/link-tokens.js'
import { resume } from '../../../test/builders/resumes.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { AppError } from '../../errors.js'
import { consentStore, loadNotice, noticeFor } from '../consent/index.js'
import { candidateStore, type Application, type CandidateStore, type Holder } from '../talent/index.js'
import { acceptInvitation } from './accept-invitation.js'
import { createInvitation, expireInvitations, invitationStore, type InvitationStore } from './index.js'
import { openInvitation } from './open-invitation.js'
import { verifyPhone } from './verify-phone.js'

const notice = noticeFor(loadNotice(), 'interview')
const yes = [
  { purpose: 'ai-scoring', granted: true },
  { purpose: 'sharing', granted: false },
] as const

describe('an invitation', () => {
  let connection: Connection
  let invitations: InvitationStore
  let candidates: CandidateStore
  let candidateId: string
  let holders: Holder[]
  let now: Date
  let told: string[]
  const clock = { now: () => now }
  const wake = () => {}

  beforeEach(async () => {
    connection = await testStore()
    const vault = testVault(connection)
    invitations = invitationStore(connection, tokens)
    candidates = candidateStore(connection, vault, randomBytes)
    await Promise.all([vault.ready(), invitations.ready(), candidates.ready()])
    now = new Date('2026-11-22T02:00:00Z')
    told = []
    const { name, phone } = resume()
    candidateId = (await candidates.insertUnlessKnown({
      orgId: 'o1',
      owner: 'bank',
      phoneProved: true,
      name,
      phone,
      language: 'zh',
      createdAt: now,
    }))!.id
    holders = []
  })

  const deps = () => {
    const consents = consentStore(connection)
    return {
      invitations,
      candidates,
      applications: {
        findById: async () => ({ id: 'a1', holders }) as unknown as Application,
        addHolder: async (_application: unknown, holder: Holder) => void holders.push(holder),
      },
      consents,
      clock,
      wake,
      timeline: {
        append: async ({ kind }: { kind: string }) => {
          told.push(kind)
        },
      },
      notifications: {
        tellGroup: async ({ kind }: { kind: string }) => {
          told.push(kind)
        },
      },
    }
  }
  const invite = () =>
    createInvitation(deps(), { orgId: 'o1', candidateId, applicationId: 'a1', positionId: 'teller', windowHours: 72 })
  const open = async (openid: string) =>
    openInvitation(deps(), { orgId: 'o1', openid, token: tokens.tokenOf(await invite()) })
  const verify = async (openid: string, tail: string) =>
    verifyPhone(deps(), { invitation: await invite(), openid, tail })
  const accept = async (openid: string) =>
    acceptInvitation(deps(), {
      invitation: (await open(openid)).invitation,
      openid,
      notice,
      noticeVersion: notice.version,
      choices: [...yes],
    })
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: AppError) => ({ code: error.code, ...error.details }),
    )

  it('is one, however often and however parallel the flow asks', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, invite))

    expect(new Set(all.map(({ id }) => id))).to.have.length(1)
  })

  it('is one for its application, also for a process that asks again when it is over', async () => {
    const first = await invite()
    for (const over of [
      () => invitations.markEnded('o1', first.id, 'completed'),
      () => invitations.markEnded('o1', first.id, 'expired'),
    ]) {
      await over()
      expect((await invite()).id).to.equal(first.id)
    }

    expect(await connection.collection('invitations').countDocuments()).to.equal(1)
  })

  it('opens by its token alone, and stores no token', async () => {
    const { invitation } = await open('wx-1')

    const stored = JSON.stringify(await connection.collection('invitations').find().toArray())
    expect(stored).not.to.contain(tokens.tokenOf(invitation))
    expect(
      await refusal(openInvitation(deps(), { orgId: 'o1', openid: 'wx-1', token: 'guessed-token-000000' })),
    ).to.include({ code: 'not-found' })
    expect(
      await refusal(openInvitation(deps(), { orgId: 'o2', openid: 'wx-1', token: tokens.tokenOf(invitation) })),
    ).to.include({ code: 'not-found' })
  })

  it('is not opened by anybody who merely previews it', async () => {
    const { isOwner } = await open('wx-stranger')

    expect(isOwner).to.equal(false)
    expect((await invitations.findById('o1', (await invite()).id))?.status).to.equal('queued')
  })

  it('locks after five wrong tries, also when they come at once, and tells the group', async () => {
    const tries = await Promise.all(
      ['0000', '0001', '0002', '0003', '0004', '0005', '0006'].map((tail) => refusal(verify('wx-1', tail))),
    )

    expect(tries.filter((one) => one?.code === 'wrong-phone-tail')).to.have.length(5)
    expect(tries.filter((one) => one?.code === 'invitation-locked')).to.have.length(2)
    expect(await refusal(verify('wx-1', '8000')), 'the right digits come too late').to.include({
      code: 'invitation-locked',
    })
    expect(told.filter((kind) => kind === 'invitation-locked')).not.to.be.empty
  })

  it('counts only wrong tries in a row, and says how many are left', async () => {
    expect(await refusal(verify('wx-1', '0000'))).to.deep.equal({ code: 'wrong-phone-tail', triesLeft: 4 })

    expect(await verify('wx-1', '8000')).to.include({ verifiedOpenid: 'wx-1', wrongTails: 0 })
  })

  it('binds to whoever verified the phone and consented, and to nobody after', async () => {
    await verify('wx-1', '8000')
    await accept('wx-1')
    await verify('wx-2', '8000')

    expect((await open('wx-2')).opening.kind).to.equal('taken')
    expect((await open('wx-1')).isOwner).to.equal(true)
    expect(holders, 'the application is theirs, and no other').to.deep.equal([
      { openid: 'wx-1', by: 'invitation', at: now },
    ])
  })

  it('binds one of two who consent at the same moment', async () => {
    const invitation = await invite()
    await invitations.markVerified(invitation, 'wx-1')
    const one = await invitations.bind(invitation, 'wx-1')
    await invitations.markVerified(invitation, 'wx-2')

    expect(one?.boundOpenid).to.equal('wx-1')
    expect(await invitations.bind(invitation, 'wx-2')).to.equal(undefined)
  })

  it('takes no consent before the phone was verified, nor under an old notice', async () => {
    const { invitation } = await open('wx-1')
    expect(await refusal(accept('wx-1'))).to.include({ code: 'phone-not-verified' })
    await verify('wx-1', '8000')

    const old = acceptInvitation(deps(), {
      invitation: (await open('wx-1')).invitation,
      openid: 'wx-1',
      notice,
      noticeVersion: '2025-01',
      choices: [...yes],
    })

    expect(await refusal(old)).to.include({ code: 'notice-outdated' })
    expect(await deps().consents.currentOf('o1', invitation.id)).to.equal(undefined)
  })

  it('closes from the very second its window ends', async () => {
    const { id } = await invite()
    now = new Date(now.getTime() + 72 * 3_600_000)

    expect((await open('wx-1')).opening.kind).to.equal('expired')
    await expireInvitations(deps())
    expect((await invitations.findById('o1', id))?.status).to.equal('expired')
  })

  it('stays open past its window for an interview that has begun', async () => {
    const { id } = await invite()
    await invitations.markStarted('o1', id)
    now = new Date(now.getTime() + 73 * 3_600_000)

    await expireInvitations(deps())

    expect((await open('wx-1')).opening.kind).to.equal('open')
  })
})
