import { expect } from 'chai'
import { dyingAt, notificationSetup, type NotificationSetup } from '../../../../test/builders/notifications.js'
import type { BotCard } from '../../../ports/group-bot.js'
import type { SendOutcome } from '../../../ports/messenger.js'
import { deliverMessages } from '../outbox/deliver-messages.job.js'
import type { GroupEvent } from './group-event-store.js'
import { notifications } from '../notifications.js'
import { postGroupCards } from './post-group-card.job.js'

describe('telling HR’s group', () => {
  let at: NotificationSetup
  const teller = { zh: '综合柜员', en: 'Bank teller' }
  const event = (key: string, rest: Partial<GroupEvent> = {}): GroupEvent => ({
    orgId: 'o1',
    key,
    kind: 'finished',
    about: { kind: 'interview', id: 'i1' },
    candidateId: 'wang',
    positionTitle: teller,
    at: at.now(),
    ...rest,
  })
  const tell = (key: string, rest: Partial<GroupEvent> = {}) => notifications(() => at.deps).tellGroup(event(key, rest))
  const cards = () => at.platform.phones.map(({ what }) => what)

  async function post(deps = at.deps): Promise<void> {
    await postGroupCards(deps)
    await deliverMessages(deps)
  }

  beforeEach(async () => {
    at = await notificationSetup()
  })

  it('posts the first card at once', async () => {
    await tell('finished:i1')
    expect(at.woken).to.deep.equal(['post-group-card'])

    await post()

    expect(cards()).to.deep.equal(['**面试已提交** · 王*明 A7K2 · 综合柜员\n目前没有人等待决定'])
  })

  it('gathers what follows within a minute on one card', async () => {
    await tell('finished:i1')
    await post()
    await tell('finished:i2', { candidateId: 'li' })
    await tell('finished:i3', { candidateId: 'zhao' })
    await tell('report:r1', { kind: 'report-ready' })

    at.pass(59_999)
    await post()
    expect(cards()).to.have.length(1)
    at.pass(1)
    await post()

    expect(cards()).to.have.length(2)
    expect(cards()[1]).to.match(/^\*\*3 条新动态\*\*\n/)
  })

  it('is woken for the first card and after the minute, and not by each event within it', async () => {
    await tell('finished:i1')
    await post()
    await tell('finished:i2', { candidateId: 'li' })
    at.pass(59_999)
    await tell('finished:i3', { candidateId: 'zhao' })
    expect(at.woken.filter((job) => job === 'post-group-card')).to.have.length(1)

    at.pass(1)
    await tell('finished:i4', { candidateId: 'zhao' })
    expect(at.woken.filter((job) => job === 'post-group-card')).to.have.length(2)
  })

  it('has one line for an event, however often it is told', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await tell('finished:i1')
      await post()
      at.pass(60_000)
    }

    expect(cards()).to.have.length(1)
  })

  it('has one line for a person, the latest, whatever happened to them within the minute', async () => {
    await tell('invited:i1', { kind: 'invited', positionTitle: undefined as never })
    for (const kind of ['started', 'finished', 'report-ready'] as const) await tell(`${kind}:i1`, { kind })

    await post()

    expect(cards()).to.deep.equal(['**报告已生成** · 王*明 A7K2 · 综合柜员\n目前没有人等待决定'])
  })

  it('does not announce what was settled before its card, and posts no card for nothing', async () => {
    at.deps.stillNews = async ({ kind }) => kind !== 'proposed-decline'
    await tell('proposed:d1', { kind: 'proposed-decline' })
    await post()
    expect(cards()).to.deep.equal([])
    expect(await at.deps.groupEvents.orgsWithNews()).to.deep.equal([])

    at.pass(60_000)
    await tell('proposed:d2', { kind: 'proposed-decline' })
    await tell('started:i2', { kind: 'started', candidateId: 'li' })
    await post()
    expect(cards()).to.deep.equal(['**开始面试** · 李* A7K2 · 综合柜员\n目前没有人等待决定'])
  })

  it('says who waits for a decision at the moment of the card', async () => {
    at.deps.waiting = async () => ({ count: 3, oldestSince: new Date(at.now().getTime() - 2 * 24 * 3_600_000) })
    await tell('report:r1', { kind: 'report-ready' })

    await post()

    expect(cards()[0]).to.include('等待决定：<font color="warning">3 人</font>，最久的已等 2 天')
  })

  it('posts one card when two processes wake at the same time', async () => {
    await tell('finished:i1')

    await Promise.all([post(), post()])
    await post()

    expect(cards()).to.have.length(1)
  })

  describe('about a report', () => {
    const report = { kind: 'report-ready', applicationId: 'a1' } as const
    let ready: boolean
    let byBot: SendOutcome
    const handed = async () => {
      const sent: { card?: BotCard; markdown?: string }[] = []
      await post({
        ...at.deps,
        group: {
          send: async ({ markdown }) => {
            sent.push({ markdown })
            return { kind: 'sent' }
          },
        },
        groupCards: {
          isReady: () => ready,
          send: async ({ card }) => {
            sent.push({ card })
            return byBot
          },
        },
      })
      return sent
    }
    const ledger = async () =>
      (await at.deps.messages.find('o1', 'group-card:1'))!.ledger.map(
        ({ channel, outcome, why }) => `${channel} ${outcome} ${why}`,
      )
    beforeEach(() => {
      ready = true
      byBot = { kind: 'sent' }
    })

    it('has its buttons, and a link where buttons cannot go', async () => {
      at.deps.waiting = async () => ({ count: 1 })
      await tell('report:r1', report)

      byBot = { kind: 'refused', reason: 'recipient', code: '93006' }
      const [{ card } = {}, { markdown } = {}] = await handed()
      expect(card).to.deep.include({
        cardId: 'news-o1-1',
        title: '报告已生成 · 王*明 A7K2',
        description: '综合柜员',
        text: '等待决定：1 人',
      })
      expect(card!.rows).to.deep.equal([{ label: '报告', value: '查看报告', opens: 'https://console.test/a1' }])
      expect(card!.buttons.map(({ text }) => text)).to.deep.equal(['进入下一轮'])
      expect(markdown).to.match(/\n\[查看报告\]\(https:\/\/console\.test\/a1\)\n/)
    })

    it('says how its buttons come when the bot does not know the chat, and only then', async () => {
      byBot = { kind: 'refused', reason: 'recipient', code: 'chat-not-named' }
      await tell('report:r1', report)
      expect((await handed())[1]!.markdown).to.match(
        /\n想在这里直接按按钮决定，请 HR 管理员在这个群里发：@小招 这里是招聘群$/,
      )

      byBot = { kind: 'refused', reason: 'not-permitted', code: 'not-leading' }
      at.pass(60_000)
      await tell('report:r2', report)
      expect((await handed())[1]!.markdown).not.to.contain('这里是招聘群')
    })

    it('stands in the ledger by the way it went', async () => {
      await tell('report:r1', report)
      await handed()
      expect(await ledger()).to.deep.equal(['group-bot sent group-card'])
    })

    it('goes as text where the bot may not bring it, and never a second way when nobody knows whether it arrived', async () => {
      byBot = { kind: 'refused', reason: 'recipient', code: '93006' }
      await tell('report:r1', report)
      expect(await handed()).to.have.length(2)
      expect(await ledger()).to.deep.equal(['group-bot refused group-card', 'group-webhook sent group-bot-refused'])

      byBot = { kind: 'unknown', code: 'no-answer' }
      at.pass(60_000)
      await tell('report:r2', report)
      expect(await handed()).to.have.length(1)
      expect((await at.deps.messages.find('o1', 'group-card:2'))!.status).to.equal('unconfirmed')
    })

    it('goes as text at once while no bot is led here', async () => {
      ready = false
      await tell('report:r1', report)
      expect((await handed()).map((sent) => Object.keys(sent))).to.deep.equal([['markdown']])
      expect(await ledger()).to.deep.equal(['group-webhook sent group-card'])
    })

    it('puts the report first when more happened in that minute', async () => {
      await tell('started:i1', { kind: 'started', candidateId: 'li' })
      await tell('report:r1', { ...report, at: new Date(at.now().getTime() + 1) })

      const [{ card } = {}] = await handed()
      expect(card).to.deep.include({
        title: '报告已生成 · 王*明 A7K2',
        description: '综合柜员',
        text: '目前没有人等待决定\n开始面试 · 李* A7K2 · 综合柜员',
      })
    })

    it('has no buttons for two reports, nor where its text would be cut off', async () => {
      await tell('report:r1', report)
      await tell('report:r2', { ...report, candidateId: 'li', applicationId: 'a2' })
      expect((await handed())[0]).not.to.have.property('card')

      at.pass(60_000)
      await tell('report:r3', { ...report, applicationId: 'a3' })
      for (let index = 0; index < 8; index += 1) await tell(`finished:${index}`, { candidateId: `c${index}` })
      const [long] = await handed()
      expect(long).not.to.have.property('card')
      expect(long!.markdown).to.contain('[查看报告]')
    })
  })

  it('leaves what only one process may say to that process', async () => {
    await tell('finished:i1')

    await post({ ...at.deps, maySpeakToGroup: async () => false })
    expect(cards()).to.deep.equal([])
    await post()
    expect(cards()).to.have.length(1)
  })

  it('keeps the groups of two organisations apart', async () => {
    await tell('finished:i1')
    await tell('finished:i1', { orgId: 'o2', candidateId: 'li' })

    await post()

    expect(cards().map((card) => card.split('\n')[0])).to.have.members([
      '**面试已提交** · 王*明 A7K2 · 综合柜员',
      '**面试已提交** · 李* A7K2 · 综合柜员',
    ])
  })

  it('leaves a card unconfirmed whose answer was lost, and does not tell the group about its own card', async () => {
    at.platform.answer = () => 'lost'
    await tell('finished:i1')
    await post()
    at.platform.answer = () => undefined
    at.pass(3_600_000)
    await post()

    expect(cards()).to.have.length(1)
    expect((await at.deps.messages.find('o1', 'group-card:1'))!.status).to.equal('unconfirmed')
  })

  for (const when of ['before', 'after'] as const) {
    it(`in a process that dies ${when} any of its steps, shows each event at most once and loses none but with an unconfirmed card`, async () => {
      for (let step = 1; ; step += 1) {
        at = await notificationSetup()
        await tell('finished:i1')
        await tell('started:i2', { kind: 'started', candidateId: 'li' })
        const died = await post(dyingAt(at.deps, step, when)).then(
          () => false,
          () => true,
        )
        if (!died) break
        for (let minute = 0; minute < 3; minute += 1) {
          at.pass(60_000)
          await post()
        }

        const shown = cards().join('\n')
        const first = await at.deps.messages.find('o1', 'group-card:1')
        for (const line of ['> 面试已提交', '> 开始面试']) {
          const times = shown.split(line).length - 1
          expect(times, `step ${step}`).to.be.oneOf(first?.status === 'unconfirmed' ? [0, 1] : [1])
        }
      }
    }).timeout(30_000)
  }
})
