/** Notifications with the real adapters against the simulated platforms: what a person saw is read from the sandbox's inboxes. */
import { expect } from 'chai'
import { readConfig } from '../server/config.js'
import { groupWebhook } from '../server/adapters/wecom/group-webhook.js'
import { subscriptionMessenger } from '../server/adapters/wechat/subscription-messenger.js'
import { urlLinks } from '../server/adapters/wechat/url-link.js'
import { wechatClient } from '../server/adapters/wechat/wechat-client.js'
import { wechatIdentity } from '../server/adapters/wechat/wechat-identity.js'
import { tencentSms } from '../server/adapters/sms/tencent-sms.js'
import { followedClock, type FollowedClock } from '../server/adapters/sandbox-clock/followed-clock.js'
import {
  deliverMessages,
  notifications,
  postGroupCards,
  type CandidateMessage,
} from '../server/features/notifications/index.js'
import { aboutOfTemplate } from '../server/features/notifications/about.js'
import { recordSubscriptions } from '../server/features/notifications/to-candidate/channels/subscription/record-subscriptions.js'
import { platformTokenStore } from '../server/mongo/platform-token-store.js'
import { candidateChannels, candidateTemplates, type CandidateTemplate } from '../shared/contracts/notifications.js'
import {
  sandboxCredentials,
  type FaultSetting,
  type GroupPost,
  type InboxMessage,
} from '../shared/contracts/sandbox.js'
import { languages, type Language } from '../shared/contracts/text.js'
import { notificationSetup, type NotificationSetup } from './builders/notifications.js'
import { startSandbox, type TestSandbox } from './sandbox.js'
import { testStore } from './store.js'
import { testVault } from './vault.js'

const position = { zh: '综合柜员', en: 'Bank teller' }
const applicationId = '656565656565656565656565'
const variables = {
  invitation: { position, deadline: '2026-11-25T10:00:00Z', minutes: 25, token: 'the-token' },
  progress: { expectedBy: '2026-11-22T02:21:00Z', applicationId },
  result: { state: 'feedback-ready', expectedBy: '2026-11-25T10:00:00Z', applicationId, interviewId: applicationId },
  'next-round': {
    round: { zh: '复试', en: 'Second round' },
    startsAt: '2026-11-28T01:30:00Z',
    place: { zh: '总行 12 楼', en: 'HQ, floor 12' },
    contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
    applicationId,
  },
} as const

describe('notifications on the sandbox', () => {
  let sandbox: TestSandbox
  let at: NotificationSetup
  let clock: FollowedClock
  let openid: string
  const about = (template: CandidateTemplate, candidateId: string, key = template as string) =>
    ({
      orgId: 'o1',
      candidateId,
      template,
      dedupeKey: key,
      about: { kind: aboutOfTemplate[template][0], id: 'x1' },
      variables: variables[template],
      quiet: 'exempt',
    }) as CandidateMessage
  const deliver = (message: CandidateMessage) => notifications(() => at.deps).deliver(message)
  const inbox = (person: string) => sandbox.get<InboxMessage[]>(`/api/people/${person}/inbox`)
  const fault = (setting: FaultSetting) => sandbox.post('/api/faults', setting)

  beforeEach(async () => {
    sandbox = await startSandbox()
    at = await notificationSetup()
    clock = followedClock({
      url: `${sandbox.baseUrl}/api/clock`,
      own: at.deps.clock,
      elapsedMs: () => performance.now(),
      everyMs: 10,
    })
    await clock.start()
    const connection = await testStore()
    const client = wechatClient({
      baseUrl: `${sandbox.baseUrl}/wechat`,
      appId: sandboxCredentials.wechat.appId,
      appSecret: sandboxCredentials.wechat.appSecret,
      tokens: platformTokenStore(connection, testVault(connection), Buffer.alloc(32, 1)),
      clock,
      random: () => 0.5,
      pauseMs: 2,
    })
    const { group } = sandboxCredentials
    Object.assign(at.deps, {
      clock,
      subscriptionMessenger: subscriptionMessenger({
        client,
        templateIds: sandboxCredentials.wechat.templates,
        templateFields: readConfig({}).wechat.templateFields,
        release: 'formal',
      }),
      links: urlLinks({ client, clock, release: 'formal' }),
      sms: tencentSms(readConfig({ SANDBOX_PORT: String(sandbox.port) }).sms.tencent!),
      group: groupWebhook({
        baseUrl: `${sandbox.baseUrl}/wecom`,
        keys: { [group.id]: group.webhookKey },
        clock,
        random: () => 0.5,
        pauseMs: 2,
      }),
      settingsOf: async () => ({
        zone: 'Asia/Shanghai',
        quietHours: { from: '22:00', to: '08:00' },
        language: 'zh',
        groupId: group.id,
        botName: { zh: '小招', en: 'Xiaozhao' },
        organisationName: { zh: '江南银行', en: 'Jiangnan Bank' },
        channels: candidateChannels,
      }),
    })
    const { code } = await sandbox.post<{ code: string }>('/api/people/wang-xiaoming/wx/login')
    openid = await wechatIdentity({ client }).openidOf(code)
    speaking('zh')
  })

  afterEach(async () => {
    clock.stop()
    await sandbox.close()
  })

  /** Lets simulated time pass, until the product's clock has seen it. */
  async function pass(ms: number): Promise<void> {
    const there = clock.now().getTime() + ms
    await sandbox.pass(ms)
    for (let turn = 0; turn < 400 && clock.now().getTime() < there; turn += 1)
      await new Promise((resolve) => {
        setTimeout(resolve, 5)
      })
  }

  function speaking(language: Language): void {
    at.contacts.set('wang', { openid, phone: '13800138000', name: '王小明', language })
    at.contacts.set('li', { phone: '13900139000', name: '李雷', language })
  }

  async function accept(template: CandidateTemplate): Promise<void> {
    await sandbox.post('/api/people/wang-xiaoming/wx/subscribe', {
      choices: { [sandboxCredentials.wechat.templates[template]]: 'accept' },
    })
    await recordSubscriptions(at.deps, { orgId: 'o1', openid, choices: [{ template, choice: 'accept' }] })
  }

  for (const template of candidateTemplates) {
    it(`shows ${template} as a service notice and as an SMS, in both languages`, async () => {
      for (const language of languages) {
        speaking(language)
        await accept(template)
        expect(await deliver(about(template, 'wang', `${language}-notice`))).to.include({
          kind: 'sent',
          channel: 'subscription',
        })
        expect(await deliver(about(template, 'li', `${language}-sms`))).to.include({ kind: 'sent', channel: 'sms' })
        await pass(40_000) // one SMS in 30 s to a number
      }

      const [notices, texts] = [await inbox('wang-xiaoming'), await inbox('li-lei')]
      expect(notices).to.have.length(2)
      expect(texts).to.have.length(2)
      for (const message of notices)
        expect(message.opens).to.match(/^pages\/(invitation|status|feedback)\/\1\?(token|application|interview)=/)
      for (const { text } of texts) expect(text).to.match(/https:\/\/jnbank\.example\/m .*短码A7K2/)
    })
  }

  it('all arrive once though tokens expire and the platforms are busy', async () => {
    await accept('invitation')
    await accept('result')
    await deliver(about('invitation', 'wang'))
    await fault({ fault: 'token-expired', on: true })
    await fault({ fault: 'busy', on: true, times: 4 })

    for (const [template, who] of [
      ['result', 'wang'],
      ['invitation', 'li'],
    ] as const)
      await deliver(about(template, who, `${template}-${who}`))
    for (let turn = 0; turn < 4; turn += 1) {
      await pass(60_000)
      await deliverMessages(at.deps)
    }

    expect((await inbox('wang-xiaoming')).map(({ title }) => title)).to.have.members(['面试邀请', '面试结果'])
    expect(await inbox('li-lei')).to.have.length(1)
  })

  for (const [name, arrives] of [
    ['timeout-before', 0],
    ['timeout-after', 1],
  ] as const) {
    it(`are unconfirmed and not sent again after ${name}`, async () => {
      await accept('invitation')
      await fault({ fault: name, on: true, endpoint: 'subscribe/send' })

      expect(await deliver(about('invitation', 'wang'))).to.deep.equal({ kind: 'unconfirmed', channel: 'subscription' })
      await fault({ fault: name, on: false })
      await deliverMessages(at.deps)

      expect(await inbox('wang-xiaoming')).to.have.length(arrives)
    })
  }

  it('go by SMS in the same breath when WeChat says that the accept is spent', async () => {
    await recordSubscriptions(at.deps, { orgId: 'o1', openid, choices: [{ template: 'invitation', choice: 'accept' }] })

    expect(await deliver(about('invitation', 'wang'))).to.include({ kind: 'sent', channel: 'sms' })
    expect((await inbox('wang-xiaoming')).map(({ channel }) => channel)).to.deep.equal(['sms'])
  })

  it('put a masked card into HR’s group', async () => {
    await notifications(() => at.deps).tellGroup({
      orgId: 'o1',
      key: 'finished:i1',
      kind: 'finished',
      about: { kind: 'interview', id: 'i1' },
      candidateId: 'wang',
      positionTitle: position,
      at: clock.now(),
    })
    await postGroupCards(at.deps)
    await deliverMessages(at.deps)

    const posts = await sandbox.get<GroupPost[]>(`/api/groups/${sandboxCredentials.group.id}/messages`)
    expect(posts.at(-1)!.content).to.match(/^\*\*面试已提交\*\* · 王\*明 A7K2 · 综合柜员\n/)
    expect(posts.at(-1)!.content).not.to.include('王小明')
  })
})
