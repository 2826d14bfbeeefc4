import { expect } from 'chai'
import {
  acceptInvitation,
  invitationTo,
  notificationSetup,
  toldGroupOf,
  type NotificationSetup,
} from '../../../../test/builders/notifications.js'
import { deliverMessages } from './deliver-messages.job.js'
import type { CandidateMessage } from './enqueue-message.js'
import { notifications } from '../notifications.js'

describe('delivering messages', () => {
  let at: NotificationSetup
  const toWang = invitationTo('wang')
  const toLi = invitationTo('li')
  const deliver = (message = toWang) => notifications(() => at.deps).deliver(message)
  const accept = () => acceptInvitation(at)
  const toldGroup = () => toldGroupOf(at)
  const history = async (candidateId = 'wang') => (await notifications(() => at.deps).history('o1', candidateId))[0]!

  beforeEach(async () => {
    at = await notificationSetup()
  })

  it('goes as a service notice once the candidate accepted one, and uses that accept up', async () => {
    await accept()

    expect(await deliver()).to.deep.equal({ kind: 'sent', channel: 'subscription', at: at.now() })
    expect(await deliver(invitationTo('wang', 'second'))).to.include({ kind: 'sent', channel: 'sms' })
    expect(at.platform.phones).to.deep.equal([
      { channel: 'subscription', what: 'tok' },
      { channel: 'sms', what: 'second' },
    ])
  })

  it('is one message however often, and from however many processes, it is asked for', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => deliver(toLi)))
    await Promise.all([deliverMessages(at.deps), deliverMessages(at.deps)])

    expect(at.platform.phones).to.have.length(1)
    expect(all.map(({ kind }) => kind)).to.include('sent')
    expect(await deliver(toLi)).to.include({ kind: 'sent' })
  })

  it('is claimed by one of two processes that work off the same outbox', async () => {
    for (let number = 0; number < 30; number += 1)
      await notifications(() => at.deps).enqueue(invitationTo('li', `n${number}`))

    await Promise.all([deliverMessages(at.deps), deliverMessages(at.deps)])

    expect(at.platform.phones.map(({ what }) => what))
      .to.have.length(30)
      .and.to.have.members(Array.from({ length: 30 }, (_, number) => `n${number}`))
  })

  it('keeps in the ledger which way it went and why, in words, and seals the rest', async () => {
    await deliver(toLi)

    expect(await history('li')).to.deep.include({ template: 'invitation', status: 'sent', settledAt: at.now() })
    expect((await history('li')).attempts).to.deep.equal([
      {
        at: at.now(),
        channel: 'sms',
        outcome: 'sent',
        why: { zh: '还没有绑定微信', en: 'no WeChat account linked yet' },
      },
    ])
  })

  describe('when WeChat says the accept is used up', () => {
    it('goes by SMS in the same delivery, and forgets the accept', async () => {
      await accept()
      at.platform.answer = (channel) =>
        channel === 'subscription' ? { kind: 'refused', reason: 'spent', code: '43101' } : undefined

      expect(await deliver()).to.include({ kind: 'sent', channel: 'sms' })
      expect((await history()).attempts.map(({ channel, outcome, code }) => [channel, outcome, code])).to.deep.equal([
        ['subscription', 'refused', '43101'],
        ['sms', 'sent', undefined],
      ])
      expect(
        await at.deps.subscriptions.creditsOf({ orgId: 'o1', openid: 'o-wang', template: 'invitation' }, 'another'),
      ).to.equal(0)
    })
  })

  describe('when the platform is busy', () => {
    it('goes later by itself, and the accept is not lost', async () => {
      await accept()
      at.platform.answer = () => ({ kind: 'try-later', code: '-1', afterMs: 1_000 })
      expect(await deliver()).to.deep.equal({ kind: 'later', at: new Date(at.now().getTime() + 2_000) })
      at.platform.answer = () => undefined

      await deliverMessages(at.deps)
      expect(at.platform.phones, 'not before its time').to.have.length(0)
      at.pass(2_000)
      await deliverMessages(at.deps)

      expect(at.platform.phones).to.deep.equal([{ channel: 'subscription', what: 'tok' }])
    })

    it('fails after five attempts, and the group is told once', async () => {
      at.platform.answer = (channel) =>
        channel === 'sms' ? { kind: 'try-later', code: '-1', afterMs: 1_000 } : undefined
      for (let turn = 0; turn < 8; turn += 1) {
        await deliver(toLi)
        at.pass(3_600_000)
      }

      expect(at.platform.calls).to.equal(5)
      expect(await deliver(toLi)).to.deep.equal({ kind: 'unreachable', reason: 'too-many-attempts' })
      expect(await at.deps.groupEvents.orgsWithNews()).to.deep.equal(['o1'])
      expect(await toldGroup()).to.deep.equal(['delivery-failed'])
    })
  })

  describe('when the answer was lost', () => {
    it('is unconfirmed and never sent again by itself; the group is told', async () => {
      at.platform.answer = () => 'lost'
      expect(await deliver(toLi)).to.deep.equal({ kind: 'unconfirmed', channel: 'sms' })
      at.platform.answer = () => undefined
      at.pass(3_600_000)
      await deliverMessages(at.deps)

      expect(await deliver(toLi)).to.deep.equal({ kind: 'unconfirmed', channel: 'sms' })
      expect(at.platform.phones).to.have.length(1)
      expect(await toldGroup()).to.deep.equal(['unconfirmed'])
    })

    it('is unconfirmed as well when the messenger broke', async () => {
      at.deps.sms = {
        wordsOf: () => ['link'],
        send: async () => {
          throw new Error('a fault of ours')
        },
      }

      expect(await deliver(toLi)).to.deep.equal({ kind: 'unconfirmed', channel: 'sms' })
      expect(at.errors).to.have.length(1)
    })
  })

  it('says so when there is no way to the candidate, and tells the group', async () => {
    at.contacts.set('wang', { name: '王小明', language: 'zh' })

    expect(await deliver()).to.deep.equal({ kind: 'unreachable', reason: 'no-way' })
    expect(await toldGroup()).to.deep.equal(['delivery-failed'])
  })

  it('waits for the tap of a phone in the app, and goes at once when it comes', async () => {
    const tapUntil = new Date(at.now().getTime() + 20_000)
    expect(await deliver({ ...toWang, tapUntil })).to.deep.equal({ kind: 'later', at: tapUntil })
    expect((await history()).waitsFor?.zh).to.match(/点同意/)

    await accept()
    await deliverMessages(at.deps)

    expect(at.woken).to.include('deliver-messages')
    expect(at.platform.phones).to.deep.equal([{ channel: 'subscription', what: 'tok' }])
  })

  it('goes by SMS when the tap never comes', async () => {
    await deliver({ ...toWang, tapUntil: new Date(at.now().getTime() + 20_000) })
    at.pass(20_000)

    await deliverMessages(at.deps)

    expect(at.platform.phones).to.deep.equal([{ channel: 'sms', what: 'tok' }])
  })

  describe('at the moment of sending', () => {
    it('is dropped when what it says is no longer so', async () => {
      at.deps.stillTrue = {
        invitation: async ({ about }) => (about.id === 'tok' ? 'invitation revoked' : true),
      }

      expect(await deliver()).to.deep.equal({ kind: 'dropped', reason: 'invitation revoked' })
      expect(at.platform.calls).to.equal(0)
    })

    it('is never sent when it is about something that its template never speaks of', async () => {
      const strange = { ...toLi, about: { kind: 'report', id: 'r1' } } as unknown as CandidateMessage

      expect(await deliver(strange)).to.deep.equal({ kind: 'dropped', reason: 'about-report' })
      expect(at.platform.calls).to.equal(0)
    })

    it('is dropped from the very moment at which it would be out of date', async () => {
      const notBefore = new Date(at.now().getTime() + 60_000)
      await deliver({ ...toLi, notBefore, notAfter: notBefore })
      at.pass(60_000)

      expect(await deliver(toLi)).to.deep.equal({ kind: 'dropped', reason: 'too-late' })
    })

    it('is judged again at each attempt', async () => {
      at.platform.answer = () => ({ kind: 'try-later', code: '-1', afterMs: 0 })
      await deliver(toLi)
      at.platform.answer = () => undefined
      at.deps.stillTrue = { invitation: async () => 'invitation expired' }
      at.pass(2_000)

      expect(await deliver(toLi)).to.deep.equal({ kind: 'dropped', reason: 'invitation expired' })
      expect(at.platform.phones).to.have.length(0)
    })
  })

  it('rests at night unless it follows the candidate’s own action of the last half hour', async () => {
    at.pass(13 * 3_600_000) // 23:00
    const actedAt = new Date(at.now().getTime() - 29 * 60_000)
    const eight = new Date('2026-11-23T00:00:00Z')

    expect(await deliver(invitationTo('li', 'bulk'))).to.deep.equal({ kind: 'later', at: eight })
    expect(await deliver({ ...invitationTo('li', 'own'), quiet: 'exempt', actedAt })).to.include({ kind: 'sent' })
    expect(
      await deliver({ ...invitationTo('li', 'late'), quiet: 'exempt', actedAt: new Date(actedAt.getTime() - 60_000) }),
    ).to.deep.equal({ kind: 'later', at: eight })

    at.pass(9 * 3_600_000)
    await deliverMessages(at.deps)
    expect(at.platform.phones.map(({ what }) => what)).to.have.members(['own', 'bulk', 'late'])
  })

  it('lies in the store without a name, a token or a text that can be read', async () => {
    await deliver(toLi)
    const raw = await at.deps.messages.find('o1', toLi.dedupeKey)

    expect(JSON.stringify(raw)).not.to.match(/综合柜员|李雷|1390000/)
  })

  it('is not held up by another one that cannot be worked on, which ends as failed', async () => {
    const { contactOf } = at.deps
    at.deps.contactOf = async (orgId, candidateId, applicationId) => {
      if (candidateId === 'wang') throw new Error('cannot be opened')
      return contactOf(orgId, candidateId, applicationId)
    }
    for (const message of [toWang, invitationTo('li', 'good')]) await notifications(() => at.deps).enqueue(message)
    for (let turn = 0; turn < 6; turn += 1) {
      await deliverMessages(at.deps)
      at.pass(60_000)
    }

    expect(at.platform.phones).to.deep.equal([{ channel: 'sms', what: 'good' }])
    expect((await history()).status).to.equal('failed')
  })
})
