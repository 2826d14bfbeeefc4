/**
 * What the bot is told (reference 04), kept until it has replied. Not in the documents and our assumption: a message waits up to
 * ten minutes while nobody is connected (at most 100 of them), and one that was delivered on a connection which died before any
 * reply is delivered again, with the same msgid and a new req_id; a fourth pending message of a user is not delivered at all, and
 * a message stops being pending when it was replied to or after those ten minutes. Events are tried once, as documented.
 */
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { BotCallback, ChatRef } from '../core/bot-state.js'
import type { World } from '../core/world.js'
import { groupById } from '../people/groups.js'
import { botName, chatKey } from './chats.js'

export const waitMs = 10 * 60_000
export const answerableMs = 24 * 3_600_000
const mostPending = 3
const mostWaiting = 100

/** In groups only what mentions the bot reaches it; the mention stays in the text. */
export const mentionsBot = (content: string): boolean => content.includes(`@${botName}`)

export interface Heard {
  chat: ChatRef
  userid: string
  content: string
}

/** Returns undefined when the user has too many questions open. */
export function messageCallback(world: World, { chat, userid, content }: Heard): BotCallback | undefined {
  const open = world.state.bot.callbacks.filter(
    (known) => known.event === 'message' && !known.done && known.at > world.now() - waitMs,
  )
  if (open.filter((known) => known.userid === userid).length >= mostPending) return undefined
  if (open.filter(({ responded }) => !responded).length >= mostWaiting) return undefined

  markTalked(world, chat)
  return addCallback(world, {
    cmd: 'aibot_msg_callback',
    event: 'message',
    chat,
    userid,
    body: { msgtype: 'text', text: { content } },
  })
}

interface EventGiven {
  chat: ChatRef
  userid: string
  event: 'enter_chat' | 'template_card_event'
  /** Beside eventtype. */
  data?: Record<string, unknown>
  cardId?: string
}

export function eventCallback(world: World, { chat, userid, event, data = {}, cardId }: EventGiven): BotCallback {
  const body = { create_time: Math.floor(world.now() / 1000), msgtype: 'event', event: { eventtype: event, ...data } }
  return addCallback(world, { cmd: 'aibot_event_callback', event, chat, userid, body, ...(cardId && { cardId }) })
}

function addCallback(
  world: World,
  given: Pick<BotCallback, 'cmd' | 'event' | 'chat' | 'userid' | 'body' | 'cardId'>,
): BotCallback {
  const { bot } = world.state
  const msgid = world.newId(18)
  const callback: BotCallback = {
    ...given,
    msgid,
    at: world.now(),
    reqIds: [],
    responded: false,
    done: false,
    streams: [],
    body: {
      msgid,
      aibotid: sandboxCredentials.wecom.bot.id,
      ...chatFields(world, given.chat),
      from: { userid: given.userid },
      ...given.body,
    },
  }
  bot.callbacks = [...bot.callbacks.filter(({ at }) => at > world.now() - answerableMs), callback]
  world.saveSoon()
  return callback
}

const chatFields = (world: World, { kind, id }: ChatRef) =>
  kind === 'group' ? { chatid: groupById(world, id).chatId, chattype: 'group' } : { chattype: 'single' }

export function markTalked(world: World, chat: ChatRef): void {
  const { bot } = world.state
  if (!bot.talked.includes(chatKey(chat))) bot.talked = [...bot.talked, chatKey(chat)]
}

/** Messages that this connection should be told: never delivered, or on a connection that is gone without a reply. */
export function dueMessages(world: World, connection: string): BotCallback[] {
  return world.state.bot.callbacks.filter(
    (known) =>
      known.event === 'message' &&
      !known.responded &&
      known.connection !== connection &&
      known.at > world.now() - waitMs,
  )
}

export const callbackOf = (world: World, reqId: string): BotCallback | undefined =>
  world.state.bot.callbacks.find(({ reqIds }) => reqIds.includes(reqId))
