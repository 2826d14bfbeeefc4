/**
 * Notifications on a real store with a platform in memory: what arrived on a phone is what counts, not what our outbox says.
 * A process can be made to die at any of its steps.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { MessagesFile } from '../../shared/contracts/message-texts.js'
import { candidateChannels, type Channel } from '../../shared/contracts/notifications.js'
import type { SendOutcome } from '../../server/ports/messenger.js'
import type { Reached, StaffContent, StaffOutcome } from '../../server/ports/staff-messenger.js'
import {
  groupEventStore,
  messageStore,
  subscriptionStore,
  type CandidateMessage,
  type Contact,
  type NotificationDeps,
} from '../../server/features/notifications/index.js'
import { recordSubscriptions } from '../../server/features/notifications/to-candidate/channels/subscription/record-subscriptions.js'
import { testStore } from '../store.js'
import { testVault } from '../vault.js'

export type Answer = SendOutcome | 'lost' | 'never-arrived'

export interface FakePlatform {
  /** What people hold in their hands: the token or the card's text of each message that arrived. */
  phones: { channel: Channel; what: string }[]
  calls: number
  /** What becomes of a member who is written to. */
  reached: (userid: string) => Reached
  /** How the platform takes the next call; `undefined` = it arrives. */
  answer: (channel: Channel) => Answer | undefined
}

export interface NotificationSetup {
  deps: NotificationDeps
  platform: FakePlatform
  contacts: Map<string, Contact>
  woken: string[]
  errors: string[]
  now: () => Date
  pass: (ms: number) => void
}

/** The texts that come with the product. */
export const defaultTexts = (
  parse(
    readFileSync(new URL('../../server/features/notifications/data/messages.yaml', import.meta.url), 'utf8'),
  ) as MessagesFile
).templates

export const wang: Contact = { openid: 'o-wang', phone: '13800001234', name: '王小明', language: 'zh' }
export const li: Contact = { phone: '13900005678', name: '李雷', language: 'zh' }

export async function notificationSetup(): Promise<NotificationSetup> {
  const connection = await testStore()
  const vault = testVault(connection)
  let now = new Date('2026-11-22T02:00:00Z') // 10:00 in Shanghai
  const platform: FakePlatform = { phones: [], calls: 0, answer: () => undefined, reached: () => 'accepted' }
  const contacts = new Map<string, Contact>([
    ['wang', wang],
    ['li', li],
  ])
  const woken: string[] = []
  const errors: string[] = []

  const deps: NotificationDeps = {
    messages: messageStore(connection, vault),
    subscriptions: subscriptionStore(connection),
    groupEvents: groupEventStore(connection),
    subscriptionMessenger: { send: async ({ page }) => arrive(platform, 'subscription', tokenIn(page)) },
    sms: { wordsOf: () => ['link'], send: async ({ fields }) => arrive(platform, 'sms', tokenIn(fields.link!)) },
    group: { send: async ({ markdown }) => arrive(platform, 'group-webhook', markdown) },
    linkProofs: { proofOf: (_orgId, applicationId) => `proof-of-${applicationId}` },
    links: { linkTo: async ({ query }) => `https://link.test/?${query}` },
    contactOf: async (_orgId, candidateId) => contacts.get(candidateId),
    settingsOf: async () => ({
      zone: 'Asia/Shanghai',
      quietHours: { from: '22:00', to: '08:00' },
      language: 'zh',
      groupId: 'hr',
      botName: { zh: '小招', en: 'Xiaozhao' },
      organisationName: { zh: '江南银行', en: 'Jiangnan Bank' },
      channels: candidateChannels,
    }),
    staffMessenger: { send: async ({ userids, content }) => reach(platform, userids, content) },
    memberToTell: async (_orgId, userid) =>
      userid === 'gone' ? undefined : { language: userid === 'jane' ? 'en' : 'zh' },
    appliedFor: async () => undefined,
    tellWhom: async () => ['li-jing', 'jane'],
    memberCards: { publicUrl: 'https://hr.test', callsBack: true },
    people: {
      shortCodeAndName: async (_orgId, candidateId) => ({
        shortCode: 'A7K2',
        name: contacts.get(candidateId)?.name ?? '某人',
      }),
    },
    waiting: async () => ({ count: 0 }),
    stillNews: async () => true,
    textsOf: async () => defaultTexts,
    reportButtons: (applicationId) => ({
      rows: [{ label: '报告', value: '查看报告', opens: `https://console.test/${applicationId}` }],
      buttons: [{ text: '进入下一轮', key: `advance:${applicationId}` }],
    }),
    maySpeakToGroup: async () => true,
    stillTrue: {},
    clock: { now: () => now },
    wake: (job) => {
      woken.push(job)
    },
    log: {
      error: (_fields, text) => {
        errors.push(text)
      },
    },
  }
  await Promise.all([vault.ready(), deps.messages.ready(), deps.subscriptions.ready(), deps.groupEvents.ready()])

  return {
    deps,
    platform,
    contacts,
    woken,
    errors,
    now: () => now,
    pass: (ms) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

export function invitationTo(candidateId: string, token = 'tok'): CandidateMessage {
  return {
    orgId: 'o1',
    candidateId,
    applicationId: `application-of-${candidateId}`,
    template: 'invitation',
    dedupeKey: `invitation:${token}`,
    about: { kind: 'invitation', id: token },
    variables: {
      position: { zh: '综合柜员', en: 'Bank teller' },
      deadline: '2026-11-25T10:00:00Z',
      minutes: 25,
      token,
    },
  }
}

/** Wang accepts one service notice with an invitation. */
export const acceptInvitation = ({ deps }: NotificationSetup) =>
  recordSubscriptions(deps, {
    orgId: 'o1',
    openid: 'o-wang',
    choices: [{ template: 'invitation', choice: 'accept' }],
  })

/** The news of the group's next card, put on it by asking. */
export async function toldGroupOf({ deps, now }: NotificationSetup): Promise<string[]> {
  const desk = (await deps.groupEvents.claimDesk('o1', now()))!
  const begun = (await deps.groupEvents.beginCard(desk, now()))!
  await deps.groupEvents.putNewsOnCard(begun)
  return (await deps.groupEvents.unpostedOn(begun)).map(({ kind }) => kind)
}

/** The same deps in a process that dies at its `step`-th step: before it is done, or just after. Dead, it does nothing more. */
export function dyingAt(
  deps: NotificationDeps,
  step: number,
  when: 'before' | 'after',
): NotificationDeps & { steps: () => number } {
  let taken = 0
  const mortal = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown
        if (typeof value !== 'function') return value
        return async (...args: unknown[]) => {
          taken += 1
          if (taken > step || (taken === step && when === 'before')) throw new Error('process died')
          const result = await (value as (...given: unknown[]) => Promise<unknown>).apply(target, args)
          if (taken >= step) throw new Error('process died')
          return result
        }
      },
    })

  return {
    ...deps,
    messages: mortal(deps.messages),
    subscriptions: mortal(deps.subscriptions),
    groupEvents: mortal(deps.groupEvents),
    subscriptionMessenger: mortal(deps.subscriptionMessenger),
    sms: mortal(deps.sms),
    group: mortal(deps.group),
    links: mortal(deps.links),
    staffMessenger: mortal(deps.staffMessenger),
    steps: () => taken,
  }
}

function arrive(platform: FakePlatform, channel: Channel, what: string): SendOutcome {
  platform.calls += 1
  const answer = platform.answer(channel)
  if (answer === 'never-arrived') return { kind: 'unknown', code: 'timeout' }
  if (typeof answer === 'object' && answer.kind !== 'sent') return answer

  if (!isRepeated(platform, channel, what)) platform.phones.push({ channel, what })
  return answer === 'lost' ? { kind: 'unknown', code: 'timeout' } : { kind: 'sent' }
}

function reach(platform: FakePlatform, userids: readonly string[], content: StaffContent): StaffOutcome {
  const outcome = arrive(platform, 'app-message', `${userids.join('|')} ${JSON.stringify(content)}`)
  return outcome.kind === 'sent'
    ? { kind: 'answered', people: new Map(userids.map((userid) => [userid, platform.reached(userid)])) }
    : outcome
}

/** App messages have a duplicate check: the same to the same people is dropped. */
const isRepeated = ({ phones }: FakePlatform, channel: Channel, what: string) =>
  channel === 'app-message' && phones.some((phone) => phone.what === what)

const tokenIn = (text: string) => /(?:token|application|interview)=([^&]+)/.exec(text)![1]!
