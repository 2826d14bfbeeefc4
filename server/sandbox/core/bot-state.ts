/** What the simulated WeCom keeps of the smart bot (reference 04) and of cards. Plain data. */
import type { CardView } from '../../../shared/contracts/sandbox.js'

/** A conversation: a group by its id, or the bot's single chat with a member. */
export interface ChatRef {
  kind: 'group' | 'single'
  id: string
}

export interface BotCallback {
  msgid: string
  cmd: 'aibot_msg_callback' | 'aibot_event_callback'
  event: 'message' | 'enter_chat' | 'template_card_event'
  chat: ChatRef
  userid: string
  /** Simulated ms. */
  at: number
  body: Record<string, unknown>
  /** One for every delivery; a reply to any of them settles it. */
  reqIds: string[]
  /** Connection of the last delivery; absent while it waits. */
  connection?: string
  responded: boolean
  /** A reply that is no stream, or a stream that finished. */
  done: boolean
  streams: { id: string; postId: string; startedAt: number; finished: boolean }[]
  /** Of template_card_event. */
  cardId?: string
}

export interface StoredCard {
  id: string
  owner: 'bot' | 'app'
  taskId?: string
  cardType: string
  keys: string[]
  questionKeys: string[]
  /** Of the bot's card. */
  post?: { chat: ChatRef; postId: string }
  /** Of an app's card: the message in each member's chat. */
  messages: Record<string, string>
  /** Simulated ms of the press that counts, by member. */
  pressed: Record<string, number>
  /** In a group only: what single members see instead. */
  views: Record<string, CardView>
}

export interface BotState {
  callbacks: BotCallback[]
  /** Where somebody has talked to the bot, as `kind:id`. */
  talked: string[]
  /** Simulated day (UTC+8) on which each member last opened the single chat. */
  opened: Record<string, string>
}

export const freshBot = (): BotState => ({ callbacks: [], talked: [], opened: {} })
