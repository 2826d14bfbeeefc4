/** What sending needs from outside; found by these names in the wiring. */
import type { MessageTexts } from '../../../shared/contracts/message-texts.js'
import type { CandidateChannelName } from '../../../shared/contracts/notifications.js'
import type { Bilingual, Language } from '../../../shared/contracts/text.js'
import type { Clock } from '../../ports/clock.js'
import type { BotCard } from '../../ports/group-bot.js'
import type {
  EmailMessenger,
  GroupCardMessenger,
  GroupMessenger,
  LinkMaker,
  SmsMessenger,
  SubscriptionMessenger,
} from '../../ports/messenger.js'
import type { StaffMessenger } from '../../ports/staff-messenger.js'
import type { GroupEvent, GroupEventStore } from './to-group/group-event-store.js'
import type { AboutOf } from './about.js'
import type { Message, Template } from './outbox/message.js'
import type { MessageStore } from './outbox/message-store.js'
import type { QuietHours } from './outbox/quiet-hours.js'
import type { SubscriptionStore } from './to-candidate/channels/subscription/subscription-store.js'

export interface Contact {
  openid?: string
  /** Mainland mobile number. */
  phone?: string
  /** Only where it is the bank's word, or was proved. */
  email?: string
  name: string
  language: Language
}

export interface NotificationSettings {
  zone: string
  quietHours: QuietHours
  language: Language
  groupId: string
  organisationName: Bilingual
  /** By which ways the organisation writes to candidates, the first first. */
  channels: readonly CandidateChannelName[]
  /** As colleagues mention it. */
  botName: Bilingual
}

/** What a message says must still be so at the moment it is sent; a text is the reason why not. */
export type StillTrue = {
  [T in Template]?: (message: Pick<Message, 'orgId'> & { about: AboutOf<T> }) => Promise<true | string>
}

export interface NotificationDeps {
  messages: MessageStore
  subscriptions: SubscriptionStore
  groupEvents: GroupEventStore
  subscriptionMessenger: SubscriptionMessenger
  sms: SmsMessenger
  /** Absent without a mail server. */
  email?: EmailMessenger | undefined
  group: GroupMessenger
  /** Absent without a bot. */
  groupCards?: GroupCardMessenger
  links: LinkMaker
  staffMessenger: Pick<StaffMessenger, 'send'>
  /** Of the staff; undefined when they may not be told anything any more. */
  memberToTell: (orgId: string, userid: string) => Promise<{ language: Language } | undefined>
  /** What a candidate applied for last; undefined when that is gone. */
  appliedFor: (
    orgId: string,
    candidateId: string,
  ) => Promise<{ applicationId: string; positionId: string; positionTitle: Bilingual } | undefined>
  /** WeCom ids of those who are told what concerns a position. */
  tellWhom: (orgId: string, positionId: string) => Promise<string[]>
  memberCards: { publicUrl: string; callsBack: boolean }
  /** What a link about an application carries, so that it opens on a phone that was never seen. */
  linkProofs: { proofOf(orgId: string, applicationId: string): string }
  contactOf: (orgId: string, candidateId: string, applicationId: string) => Promise<Contact | undefined>
  settingsOf: (orgId: string) => Promise<NotificationSettings>
  people: {
    shortCodeAndName: (orgId: string, candidateId: string) => Promise<{ shortCode: string; name: string } | undefined>
  }
  /** Who waits for a person's decision. */
  waiting: (orgId: string) => Promise<{ count: number; oldestSince?: Date }>
  /** What the group is about to be told may have been settled meanwhile: a proposal that somebody decided. */
  stillNews: (event: GroupEvent) => Promise<boolean>
  /** What messages to candidates say; undefined when the organisation has no texts. */
  textsOf: (orgId: string) => Promise<MessageTexts | undefined>
  stillTrue: StillTrue
  /** What can be done about a report: opening it (a row), deciding (buttons). None of it without a bot that hears the press. */
  reportButtons: (applicationId: string, language: Language) => Required<Pick<BotCard, 'rows' | 'buttons'>>
  /** Another process may be the one that speaks to the group. */
  maySpeakToGroup: () => Promise<boolean>
  clock: Clock
  wake: (job: 'deliver-messages' | 'post-group-card') => void
  log: { error(fields: object, text: string): void }
}
