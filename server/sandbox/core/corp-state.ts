/** What the simulated corp keeps: its members, what reached them, and the codes and tickets that were handed out. Plain data. */
import type { GroupPost, MemberMessage, SandboxMember } from '../../../shared/contracts/sandbox.js'

export interface Member extends SandboxMember {
  /** Without 基础接口许可 no app message arrives (`unlicenseduser`). */
  licensed: boolean
  /** App messages, oldest first. */
  inbox: MemberMessage[]
  /** Single chat with the smart bot, oldest first. */
  botChat: GroupPost[]
  /** Secrets in this member's authenticator app. */
  authenticator: { label: string; secret: string }[]
}

/** Somebody in WeChat or WeCom who is not a member: OAuth then yields an openid, of a known contact an external_userid too. */
export interface Outsider {
  id: string
  name: string
  openid: string
  externalUserId?: string
}

export interface OAuthCode {
  code: string
  /** A member's or an outsider's id. */
  whose: string
  issuedAt: number
  used: boolean
  /** Asked with snsapi_privateinfo. */
  privateInfo: boolean
}

export interface Ticket {
  kind: 'corp' | 'agent'
  value: string
  expiresAt: number
}

/** An app message that was accepted; `messages` are ids in each member's chat. */
export interface SentMessage {
  msgid: string
  at: number
  /** Of recipients and content: what the duplicate check compares. */
  fingerprint: string
  messages: Record<string, string>
  reply: Record<string, unknown>
}

/** Lets a card be updated: 72 hours, once (reference 02). */
export interface ResponseCode {
  code: string
  cardId: string
  issuedAt: number
  used: boolean
}

export interface Corp {
  members: Member[]
  outsiders: Outsider[]
  codes: OAuthCode[]
  tickets: Ticket[]
  sent: SentMessage[]
  responseCodes: ResponseCode[]
  /** The app's callback URL was verified: without it no interactive card goes out (43012). */
  callbackVerified: boolean
}

export function freshCorp(): Corp {
  return {
    members: [
      newMember('li-jing', '李静', '招聘专员'),
      newMember('zhou-min', '周敏', '招聘主管'),
      newMember('chen-hao', '陈浩', '网点主管'),
      newMember('zhao-ying', '赵颖', '面试官'),
      newMember('sun-tao', '孙涛', '信息科技'),
      newMember('he-jie', '何洁', '内部审计'),
      { ...newMember('wu-fan', '吴凡', '实习生，没有接口许可'), licensed: false },
    ],
    outsiders: [
      { id: 'guest-wechat', name: '访客，不是成员', openid: 'oSandbox-guest-wechat-0000001' },
      {
        id: 'guest-contact',
        name: '外部联系人，不是成员',
        openid: 'oSandbox-guest-contact-000001',
        externalUserId: 'wmSandbox-guest-contact-000001',
      },
    ],
    codes: [],
    tickets: [],
    sent: [],
    responseCodes: [],
    callbackVerified: false,
  }
}

const newMember = (id: string, name: string, title: string): Member => ({
  id,
  name,
  title,
  licensed: true,
  inbox: [],
  botChat: [],
  authenticator: [],
})
