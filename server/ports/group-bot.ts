/**
 * The bot in HR's group, in our words. A bot has one connection (WeCom 101463): the newer one kicks the older, so only the process
 * that leads may hold it (ADR 015).
 */
import type { SendOutcome } from './messenger.js'

export interface Chat {
  id: string
  kind: 'group' | 'single'
}

/** What a member did. The platform may bring the same one again, under the same `msgid`. */
export interface Incoming {
  msgid: string
  chat: Chat
  /** Authorise by it, for every message: anybody in the group can ask. */
  userid: string
  what:
    | { kind: 'text'; text: string }
    | { kind: 'press'; cardId: string; key: string }
    | { kind: 'entered' }
    /** A picture, a file, a voice message. */
    | { kind: 'other' }
}

/** Calls back with `key`. Nothing on a bot's button opens a page (WeCom 101032): links are rows. */
export interface BotButton {
  text: string
  tone?: 'main' | 'danger'
  key: string
}

/** One that `opens` something is a link. */
export interface CardRow {
  label: string
  value: string
  opens?: string
}

export interface BotCard {
  /** Unique; comes back with a press. */
  cardId: string
  title: string
  /** Beside the title, in grey. */
  description?: string
  text?: string
  rows?: CardRow[]
  buttons: BotButton[]
}

/** A card whose buttons are done with: it says what happened. */
export interface SettledCard {
  cardId: string
  title: string
  text: string
}

export type BotAnswer =
  { kind: 'text'; markdown: string } | { kind: 'card'; card: BotCard } | { kind: 'settled'; card: SettledCard }

/** `reply`: on the request of the message itself; the platform then knows that it was answered. `push`: a message of its own. */
export type AnswerWay = 'reply' | 'push'

export interface BotConnection {
  /** Connected and accepted: messages come in. */
  isOpen(): boolean
  /** How this one can be answered now: by reply while this very connection received it and the platform's time is not over. */
  wayFor(msgid: string, answer: BotAnswer): AnswerWay
  reply(to: Pick<Incoming, 'msgid' | 'chat'>, answer: BotAnswer): Promise<SendOutcome>
  push(chat: Chat, answer: BotAnswer): Promise<SendOutcome>
  close(): void
}

export interface BotListeners {
  /** Called once a message; the platform does not wait for what it returns. */
  received(incoming: Incoming): void
  opened(): void
  /** `replaced`: another connection of the bot was opened. `refused`: id or secret are wrong. Neither connects again by itself. */
  lost(why: 'replaced' | 'refused'): void
}

export interface GroupBot {
  connect(listeners: BotListeners): BotConnection
}
