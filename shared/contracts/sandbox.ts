/**
 * What outside checks, the demo and the tests read from the sandbox, and the credentials it accepts. The credentials are
 * public on purpose: they open nothing but the simulation on this machine.
 */
import type { CandidateTemplate } from './notifications.js'

export const sandboxCredentials = {
  wecom: {
    corpId: 'ww-sandbox-corp',
    appSecret: 'sandbox-app-secret-not-a-real-one',
    agentId: 1000002,
    /** Of the app's callback (reference 05): 43 characters, as the admin page makes them. */
    callback: { token: 'SandboxCallbackToken', aesKey: 'SandboxAesKeyOfXiaozhaoThatOpensNothing0123' },
    bot: { id: 'sandbox-bot-xiaozhao', secret: 'sandbox-bot-secret-not-a-real-one' },
  },
  group: {
    id: 'teller-group',
    name: '柜员校招群',
    webhookKey: 'sandbox-webhook-key-of-teller-group',
    /** As WeCom calls the chat; whoever wants to write into it learns it from what is said there. */
    chatId: 'wrSandboxAAAJXiaoZhaoTellerGroup',
  },
  wechat: {
    appId: 'wx5a0dbb0c5a0dbb0c',
    appSecret: 'sandbox-mini-program-secret',
    templates: {
      invitation: 'tmpl-invitation-0001',
      progress: 'tmpl-progress-0001',
      result: 'tmpl-result-0001',
      'next-round': 'tmpl-next-round-0001',
    },
    /** Which of our words stand in which of the templates' keywords, as an operator writes it. */
    templateFields: {
      invitation: 'thing4:position,time8:deadline,enum2:=线上面试,short_thing6:=AI提问,thing9:tip',
      progress: 'character_string1:code,thing5:state,time8:expected',
      result: 'phrase3:=面试进展,thing5:state,time2:expected',
      'next-round': 'thing7:round,time3:time,thing12:place,thing5:contact,phone_number9:phone',
    },
  },
  email: {
    user: 'recruiting@jnbank.example',
    password: 'sandbox-mail-password-not-a-real-one',
    from: '江南银行招聘 <recruiting@jnbank.example>',
  },
  speech: { apiKey: 'sandbox-speech-key-not-a-real-one', model: 'sandbox-listener' },
  deliveryReportKey: 'sandbox-key-of-delivery-reports-0001',
  sms: {
    secretId: 'sandbox-sms-secret-id',
    secretKey: 'sandbox-sms-secret-key',
    sdkAppId: '1400000000',
    signName: '江南银行',
    templates: {
      invitation: '2000001',
      progress: '2000002',
      result: '2000003',
      'next-round': '2000004',
      'phone-code': '2000005',
      deletion: '2000006',
    },
  },
} as const

export const sandboxFaults = [
  'busy',
  'token-expired',
  'rate-limited',
  'timeout-before',
  'timeout-after',
  'http-500',
  'slow',
] as const
export type SandboxFault = (typeof sandboxFaults)[number]

/** `GET|POST /api/faults`. A fault stays on until it is set off, or for `times` calls. */
export interface FaultSetting {
  fault: SandboxFault
  on: boolean
  /** Part of the endpoint's path it is limited to, e.g. `subscribe/send`; every endpoint when absent. */
  endpoint?: string
  times?: number
}

/** `GET|POST /api/settings`: how this simulation differs from another possible WeCom. Any part of it may be posted. */
export interface SandboxSettings {
  /** False: the address is not on the lists of trusted ones; the app's calls are 60020, WeChat's token is 40164. */
  trustedIp: boolean
  /** What an app message with a task_id that was used meets first is not documented: the duplicate check, or 42014. */
  firstCheck: 'duplicate' | 'task-id'
  /** Whether the mini-program may ask for the phone's number; its quota may be spent (errno 1400001 on the phone). Absent: it may. */
  phoneNumber?: 'may' | 'may-not' | 'no-quota'
  /** Titles of subscription templates that are not the usual ones; equal titles asked for together are `filter`. */
  templateTitles?: Partial<Record<CandidateTemplate, string>>
  /** The most characters of a variable of an SMS; what an account gets stands in its console. */
  smsParamLength: number
  /** Words that the SMS provider does not let pass. */
  smsSensitiveWords: string[]
  /** Numbers that the provider takes and the carrier does not reach, and addresses whose mail comes back. */
  unreached: string[]
}

export interface InboxMessage {
  id: string
  at: string
  channel: 'subscription' | 'sms' | 'email'
  /** Of an e-mail: its subject. */
  title: string
  /** Rows of a service notice. */
  fields: { label: string; value: string }[]
  /** Text of an SMS or an e-mail. */
  text?: string
  /** Where a tap leads: page of the mini-program with its query, without a leading slash; of an SMS or e-mail the link in it. */
  opens?: string
}

export interface GroupPost {
  id: string
  at: string
  from: { kind: 'bot' | 'member'; name: string }
  msgtype: string
  /** Markdown; of a card, what it says as markdown too. */
  content: string
  /** The latest form of a template card with its buttons. */
  card?: CardView
  /** Of a member's question to the bot: it does not get it, for three of theirs are open already. */
  refused?: 'too-many-pending'
}

/** A template card as its readers see it (02, 04). A button has a `key` that is called back, or a `url` that opens. */
export interface CardView {
  taskId?: string
  cardType: string
  title: string
  description?: string
  text?: string
  /** One with `opens` is a link. */
  rows: { label: string; value: string; opens?: string }[]
  buttons: { text: string; style?: number; key?: string; url?: string }[]
  /** Where a tap on the card itself leads. */
  opens?: string
  /** Set once a button was pressed and the card was told to say so; its buttons are dead then. */
  settledText?: string
}

/** A member of the simulated corp; what they may do here is decided by the product, not by WeCom. */
export interface SandboxMember {
  id: string
  name: string
  /** 职务, for people to read. */
  title: string
}

/** `GET /api/members/:id/inbox`: app messages (02) in the order they came. */
export interface MemberMessage {
  id: string
  at: string
  msgtype: string
  content: string
  /** Of textcard and miniprogram_notice: where a tap leads. */
  opens?: string
  card?: CardView
}

/**
 * What else is there to do and to read, beyond what settled.md lists:
 * `GET /api/members` · `GET /api/members/:id/inbox` · `POST /api/members/:id/tap {messageId, key}` (a card's button in the app's chat)
 * · `POST /api/groups/:id/tap {postId, key, from}` (a card's button in the group) · `GET /wecom-client/open?member=&url=` (opens a
 * page inside that member's WeCom: a browser keeps who it is, OAuth then answers by itself; a `url` that begins with `/` is on the
 * product's public address) · `GET /api/events` says `{kind: 'member', id}` when that member got a message, a card of it changed or
 * the authenticator learnt a secret · `GET|POST /api/members/:id/authenticator`
 * (an authenticator app: `{secret}` adds one, GET answers `{code, secondsLeft}[]` by simulated time)
 * · `GET /api/groups/:id/messages?as=<member>` (a card may have another form for one member) · `GET|POST /api/members/:id/bot`,
 * `POST …/bot/open`, `POST …/bot/tap {postId, key}` (the bot's single chat; posts as in a group) · `GET /api/aibot` says whether a
 * bot is connected, `POST /api/aibot/cut` cuts its line. A tap answers 204; 409 `already-pressed` or `no-such-button`, 503
 * `bot-away` or `product-away` when nobody took it: that press does not count. · `POST /api/members/:id/app {content}` and
 * `…/app/open` (a member writes to the app, opens it) · `POST /api/callbacks/verify` · callbacks stand in `GET /api/calls` as
 * `/callback/<event>`, the bot's frames as `/aibot/<cmd>`.
 */
export interface AuthenticatorCode {
  label: string
  code: string
  secondsLeft: number
}

export interface SandboxPerson {
  id: string
  name: string
  phone: string
  /** Mail to it stands on the phone; to any other address it is refused. */
  email?: string
}

export interface PlatformCall {
  at: string
  endpoint: string
  status: number
  errcode: number | string
  ms: number
}

/** `GET|POST /api/clock`: simulated time = `now` at the moment of the answer, running `speed` times real time. */
export interface SandboxClock {
  now: string
  speed: number
}
