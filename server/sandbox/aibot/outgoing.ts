/** What the bot may put into a conversation (reference 04): markdown and template cards, 30 a minute and 1000 an hour in each. */
import type { ChatRef } from '../core/bot-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { keepCard, requireNewTask } from '../cards/kept-cards.js'
import { textField } from '../wecom/fields.js'
import { cardAsText, type ReadCard } from '../wecom/template-card.js'
import { readBotCard } from './bot-card.js'
import { chatKey, chatOf, postAsBot } from './chats.js'
import type { BotFrame } from './respond.js'

const limits = [
  { count: 30, windowMs: 60_000 },
  { count: 1000, windowMs: 3_600_000 },
]
const markdownBytes = 20_480
const textBytes = 2048
const media = ['image', 'file', 'voice', 'video']

export type Sendable = { msgtype: string; content: string; read?: ReadCard }

/**
 * Media would need an upload, which is not simulated: there is no valid media_id, so 40007. The limits of markdown (as of a
 * stream) and of a welcome text (as of an app message) are our assumption.
 */
export function sendableOf(world: World, body: Record<string, unknown>, allowed: { text?: boolean } = {}): Sendable {
  const { msgtype } = body
  if (msgtype === 'markdown') return { msgtype, content: textField(body, 'markdown.content', { bytes: markdownBytes }) }
  if (msgtype === 'text' && allowed.text)
    return { msgtype, content: textField(body, 'text.content', { bytes: textBytes }) }
  if (media.includes(String(msgtype))) throw new PlatformError(40007, 'invalid media_id (uploads are not simulated)')
  if (msgtype !== 'template_card') throw new PlatformError(40008, 'invalid message type')

  const read = readBotCard(body.template_card)
  requireNewTask(world, 'bot', read.taskId)
  return { msgtype, content: cardAsText(read.view), read }
}

/** Replies and pushes together. That the refreshes of a stream and updates of a card do not count is our assumption. */
export function requireRate(world: World, chat: ChatRef): void {
  if (world.rates.take(`aibot:${chatKey(chat)}`, limits, world.now()))
    throw new PlatformError(45009, 'api freq out of limit')
}

export function showIn(world: World, chat: ChatRef, { msgtype, content, read }: Sendable): void {
  const post = postAsBot(world, chat, { msgtype, content, ...(read && { card: read.view }) })
  if (read) keepCard(world, read, { owner: 'bot', post: { chat, postId: post.id } })
}

/** aibot_send_msg. 93006 for a chatid that is none (official plugin); that it is the same where nobody talked to the bot yet is our assumption. */
export function pushMessage(world: World, { body }: BotFrame): void {
  const chat = chatOf(world, body.chatid, body.chat_type)
  if (!chat || !world.state.bot.talked.includes(chatKey(chat)))
    throw new PlatformError(93006, 'invalid chatid, or nobody has talked to the bot there')

  const sendable = sendableOf(world, body)
  requireRate(world, chat)
  showIn(world, chat, sendable)
}
