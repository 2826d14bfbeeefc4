/** Everything the simulated platforms know. Plain data, so that a snapshot of it is the whole truth. */
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type {
  FaultSetting,
  GroupPost,
  InboxMessage,
  PlatformCall,
  SandboxPerson,
  SandboxSettings,
} from '../../../shared/contracts/sandbox.js'
import { freshBot, type BotState, type StoredCard } from './bot-state.js'
import { freshCorp, type Corp } from './corp-state.js'

export interface Person extends SandboxPerson {
  openid: string
  online: boolean
  /** Simulated ms since the flight mode is on; what arrives later shows when the phone is back. */
  offlineSince?: number
  /** The main switch for subscription messages in WeChat's settings. */
  subscriptionsOff: boolean
  /** True while nobody gave a name: an SMS came for an unknown number. */
  unnamed: boolean
  /** One accept = one credit, by template id. */
  credits: Record<string, number>
  inbox: InboxMessage[]
}

export interface Group {
  id: string
  name: string
  webhookKey: string
  /** What the bot must call it (`chatid`); case counts. */
  chatId: string
  /** Ids of members of the corp. */
  memberIds: string[]
  posts: GroupPost[]
}

export interface Token {
  platform: 'wecom' | 'wechat'
  value: string
  /** Order of issue: a fault refuses what was issued before it. */
  number: number
  expiresAt: number
}

interface LoginCode {
  code: string
  personId: string
  issuedAt: number
  used: boolean
  /** Of the button that tells the number; else of wx.login. */
  for?: 'phone-number'
}

export interface UrlLink {
  id: string
  /** Page with its query, without a leading slash. */
  opens: string
  expiresAt: number
}

/** A fault that is on, with the number of the last token issued before it. */
export interface ActiveFault extends FaultSetting {
  afterToken: number
}

/** Rises when an older snapshot can no longer be read; the sandbox then starts anew and says so. */
export const stateVersion = 5

export interface SandboxState {
  version: typeof stateVersion
  clock: { simulatedAt: number; realAt: number; speed: number }
  people: Person[]
  groups: Group[]
  corp: Corp
  bot: BotState
  cards: StoredCard[]
  tokens: Token[]
  lastTokenNumber: number
  codes: LoginCode[]
  links: UrlLink[]
  faults: ActiveFault[]
  settings: SandboxSettings
  /** What the recordings to come are heard to say, the next first. */
  speech?: string[]
  calls: PlatformCall[]
}

export function freshState(realNow: number): SandboxState {
  const { group } = sandboxCredentials
  return {
    version: stateVersion,
    clock: { simulatedAt: realNow, realAt: realNow, speed: 1 },
    people: [
      newPerson({
        id: 'wang-xiaoming',
        name: '王小明',
        phone: '13800138000',
        openid: 'oSandbox-wang-xiaoming-00001',
        email: 'wang.xiaoming@example.com',
      }),
      newPerson({
        id: 'li-lei',
        name: '李雷',
        phone: '13900139000',
        openid: 'oSandbox-li-lei-000000000002',
        email: 'li.lei@example.com',
      }),
    ],
    groups: [
      {
        ...group,
        memberIds: ['li-jing', 'zhou-min', 'chen-hao', 'zhao-ying'],
        posts: [],
      },
    ],
    corp: freshCorp(),
    bot: freshBot(),
    cards: [],
    tokens: [],
    lastTokenNumber: 0,
    codes: [],
    links: [],
    faults: [],
    settings: { trustedIp: true, firstCheck: 'duplicate', smsParamLength: 12, smsSensitiveWords: [], unreached: [] },
    calls: [],
  }
}

export function newPerson(who: SandboxPerson & { openid: string; unnamed?: boolean }): Person {
  return { unnamed: false, ...who, online: true, subscriptionsOff: false, credits: {}, inbox: [] }
}
