import { expect } from 'chai'
import {
  dyingAt,
  invitationTo,
  notificationSetup,
  type NotificationSetup,
} from '../../../../test/builders/notifications.js'
import { cardIdUsed, type StaffCard } from '../../../ports/staff-messenger.js'
import { deliverMessages } from '../outbox/deliver-messages.job.js'
import type { MemberNews } from './member-news.js'
import { notifications } from '../notifications.js'

describe('telling members of the staff', () => {
  let at: NotificationSetup
  const common = {
    orgId: 'o1',
    candidateId: 'wang',
    applicationId: '64a0000000000000000000a1',
    positionId: 'teller',
    positionTitle: { zh: '综合柜员', en: 'Bank teller' },
  }
  const overdue: MemberNews = {
    ...common,
    kind: 'decision-overdue',
    key: 'd1',
    decisionId: 'd1',
    stageName: { zh: '复试', en: 'Second round' },
    dueAt: new Date('2026-11-22T01:30:00Z'),
  }
  const tell = (news: MemberNews = overdue) => notifications(() => at.deps).tellMembers(news)
  const cards = () =>
    at.platform.phones.map(({ what }) => {
      const [userid, json] = [what.slice(0, what.indexOf(' ')), what.slice(what.indexOf(' '))]
      return { userid, card: (JSON.parse(json) as { card: StaffCard }).card }
    })
  const outcomes = async (userid = 'li-jing') => (await at.deps.messages.find('o1', `decision-overdue:d1:${userid}`))!

  beforeEach(async () => {
    at = await notificationSetup()
  })

  it('goes to each of them once, however often it is said, each in their language', async () => {
    expect([await tell(), await tell()]).to.deep.equal([2, 2])
    await deliverMessages(at.deps)

    expect(cards().map(({ userid, card }) => [userid, card.title])).to.deep.equal([
      ['li-jing', '有一个决定已超时'],
      ['jane', 'A decision is overdue'],
    ])
    expect(await outcomes()).to.deep.include({ status: 'sent' })
  })

  it('names the candidate as the group does and opens the report', async () => {
    await tell()
    await deliverMessages(at.deps)

    const { card } = cards()[0]!
    expect(card.rows).to.deep.equal([
      { label: '候选人', value: '王*明 A7K2' },
      { label: '岗位', value: '综合柜员' },
      { label: '环节', value: '复试' },
      { label: '应答复', value: '11月22日 09:30' },
    ])
    expect(card.buttons).to.deep.equal([
      { text: '查看报告', url: card.opens, tone: 'main' },
      { text: '待定', key: 'hold:d1' },
      { text: '知道了', key: 'seen:d1' },
    ])
    expect(decodeURIComponent(card.opens!)).to.equal(
      'https://hr.test/api/staff/sign-in?via=wecom&returnTo=/console/candidates/64a0000000000000000000a1',
    )
    expect(JSON.stringify(cards())).not.to.match(/王小明|1380000/)
  })

  it('has no buttons that call back while no call-back address is set up', async () => {
    at.deps.memberCards = { publicUrl: 'https://hr.test', callsBack: false }
    await tell()
    await deliverMessages(at.deps)

    expect(cards()[0]!.card).to.deep.include({ buttons: [] }).and.to.have.property('opens')
  })

  it('also says that a message did not reach a candidate', async () => {
    at.deps.appliedFor = async () => common
    at.contacts.set('wang', { name: '王小明', language: 'zh' })
    await notifications(() => at.deps).deliver(invitationTo('wang'))
    await deliverMessages(at.deps)

    expect(cards()[0]!.card).to.deep.include({ title: '有一条给候选人的消息没有送出', buttons: [] })
  })

  for (const [reached, reason] of [
    ['unknown-member', 'refused-unknown-member'],
    ['unlicensed', 'refused-unlicensed'],
  ] as const) {
    it(`fails with the reason when WeCom says ok but the member is ${reached}, and the group is told`, async () => {
      at.platform.reached = () => reached
      await tell()
      await deliverMessages(at.deps)

      const { status, reason: why, ledger } = await outcomes()
      expect([status, why, ledger.map(({ channel, code }) => [channel, code])]).to.deep.equal([
        'failed',
        reason,
        [['app-message', reached]],
      ])
      expect(await at.deps.groupEvents.orgsWithNews()).to.deep.equal(['o1'])
    })
  }

  it('is dropped for somebody who is no longer of the staff', async () => {
    at.deps.tellWhom = async () => ['gone']
    await tell()
    await deliverMessages(at.deps)

    expect(await outcomes('gone')).to.include({ status: 'dropped', reason: 'member-gone' })
  })

  it('rests at night', async () => {
    at.pass(13 * 3_600_000) // 23:00
    await tell()
    await deliverMessages(at.deps)

    expect(await outcomes()).to.deep.include({
      status: 'queued',
      dueAt: new Date('2026-11-23T00:00:00Z'),
      waitsFor: 'quiet-hours',
    })
  })

  it('is sent again after a lost answer and arrives once; never heard of, it ends as unconfirmed', async () => {
    at.deps.tellWhom = async () => ['li-jing']
    at.platform.answer = () => (at.platform.calls < 3 ? 'lost' : undefined)
    await tell()
    for (let turn = 0; turn < 4; turn += 1) {
      await deliverMessages(at.deps)
      at.pass(700_000)
    }
    expect(await outcomes()).to.include({ status: 'sent' })
    expect(at.platform.phones).to.have.length(1)

    at.platform.answer = () => 'lost'
    await tell({ ...overdue, key: 'd2' })
    for (let turn = 0; turn < 8; turn += 1) {
      await deliverMessages(at.deps)
      at.pass(700_000)
    }
    expect(await at.deps.messages.find('o1', 'decision-overdue:d2:li-jing')).to.include({ status: 'unconfirmed' })
  })

  it('counts as sent when WeCom knows the card already and an answer was lost before', async () => {
    at.deps.tellWhom = async () => ['li-jing']
    const used = { kind: 'refused', reason: 'content', code: cardIdUsed } as const
    at.platform.answer = () => (at.platform.calls === 1 ? 'lost' : used)
    await tell()
    await deliverMessages(at.deps)
    at.pass(700_000)
    await deliverMessages(at.deps)

    expect(await outcomes()).to.include({ status: 'sent' })
    expect(at.platform.phones).to.have.length(1)
    expect(await at.deps.groupEvents.orgsWithNews()).to.deep.equal([])
  })

  it('fails when WeCom knows a card that was never sent before', async () => {
    at.deps.tellWhom = async () => ['li-jing']
    at.platform.answer = () => ({ kind: 'refused', reason: 'content', code: cardIdUsed })
    await tell()
    await deliverMessages(at.deps)

    expect(await outcomes()).to.include({ status: 'failed', reason: `refused-${cardIdUsed}` })
  })

  it('arrives once from a process that dies at any step', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; ; step += 1) {
        at = await notificationSetup()
        at.deps.tellWhom = async () => ['li-jing']
        await tell()
        const died = await deliverMessages(dyingAt(at.deps, step, when)).then(
          () => false,
          () => true,
        )
        if (!died) break
        for (let turn = 0; turn < 3; turn += 1) {
          at.pass(61_000)
          await deliverMessages(at.deps)
        }

        expect(at.platform.phones.length, `${when} step ${step}`).to.equal(1)
        expect((await outcomes()).status, `${when} step ${step}`).to.equal('sent')
      }
    }
  }).timeout(30_000)
})
