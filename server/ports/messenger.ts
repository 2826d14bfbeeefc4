/** Sending, in our words. An adapter translates what its vendor replies into one of four outcomes. */
import type { CandidateTemplate, ToCandidateTemplate } from '../../shared/contracts/notifications.js'
import type { Language } from '../../shared/contracts/text.js'
import type { BotCard } from './group-bot.js'

export type SendOutcome =
  /** The platform accepted it. Never means delivered or read. */
  | { kind: 'sent'; platformId?: string }
  /** It will not be accepted this way; `spent` = the recipient's consent is used up or was never given. */
  | { kind: 'refused'; reason: 'spent' | 'recipient' | 'content' | 'not-permitted'; code: string }
  /** Nothing arrived; the same may be sent again after the wait. */
  | { kind: 'try-later'; code: string; afterMs: number }
  /** It may have arrived: the answer was lost. Only a channel with a duplicate check may send again. */
  | { kind: 'unknown'; code: string }

export interface SubscriptionMessage {
  openid: string
  template: CandidateTemplate
  /** Template fields in our words; the adapter maps them to the platform's keys and refuses over-long ones. */
  fields: Record<string, string>
  /** Page of the mini-program with its query, without a leading slash. */
  page: string
  language: Language
}
export interface SubscriptionMessenger {
  send(message: SubscriptionMessage): Promise<SendOutcome>
}

/** What goes by SMS: messages to candidates, and the code that proves a phone. */
export type SmsTemplate = ToCandidateTemplate | 'phone-code'

export interface SmsMessage {
  /** Mainland mobile number without prefix. */
  phone: string
  template: SmsTemplate
  /** In our words; the adapter puts them in the order of the approved template. */
  fields: Record<string, string>
}
export interface SmsMessenger {
  /** Our words in the text of this message; `link` is made only for a text that has it. Undefined when no text is set up for it. */
  wordsOf(template: SmsTemplate): readonly string[] | undefined
  send(message: SmsMessage): Promise<SendOutcome>
}

export interface EmailMessage {
  /** One address. */
  to: string
  subject: string
  text: string
  /** The same for the same message, so that a reader’s program may tell a second copy. */
  id: string
}
export interface EmailMessenger {
  send(message: EmailMessage): Promise<SendOutcome>
  /** Connects, signs in and sends nothing; throws what is wrong. */
  checkAccess(): Promise<void>
}

export interface GroupMessage {
  groupId: string
  markdown: string
}
export interface GroupMessenger {
  send(message: GroupMessage): Promise<SendOutcome>
}

/** A card with buttons, by the bot of the process that leads it. */
export interface GroupCardMessenger {
  /** Another process leads it, or nobody does right now. */
  isReady(): boolean
  /** Refused with reason `recipient`: nobody has said yet which chat is the group, or it is no longer there. */
  send(message: { orgId: string; card: BotCard }): Promise<SendOutcome>
}

export interface LinkMaker {
  /** An https link that opens a page of the mini-program from outside WeChat; valid at most 30 days. */
  linkTo(target: { page: string; query: string; expiresAt: Date }): Promise<string>
}
