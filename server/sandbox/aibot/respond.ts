/**
 * Replies of the bot to what it was told (reference 04). Documented: 24 h for a reply, ten minutes for a stream to finish, five
 * seconds for a welcome and for the update of a card. Known from plugins: 846605 unknown req_id, 846608 stream expired. Our
 * assumptions: a reply that comes too late or to the wrong kind of callback is 846605 too; a stream counts its ten minutes from
 * its first frame, and a frame after `finish` is 846608; what is no type of a long connection is 40008.
 */
import type { BotCallback } from '../core/bot-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { reshape } from '../cards/kept-cards.js'
import { cardAsText } from '../wecom/template-card.js'
import { child, tooLong } from '../wecom/fields.js'
import { readBotCard } from './bot-card.js'
import { answerableMs, callbackOf } from './callbacks.js'
import { changePost, postAsBot } from './chats.js'
import { requireRate, sendableOf, showIn } from './outgoing.js'

const streamMs = 10 * 60_000
const replyMs = 5_000
const streamBytes = 20_480

export interface BotFrame {
  reqId: string
  body: Record<string, unknown>
}

export function respondMessage(world: World, { reqId, body }: BotFrame): void {
  const callback = known(world, reqId, 'message')
  if (world.now() - callback.at > answerableMs) throw unknownRequest('has expired')
  if (body.msgtype === 'stream') return respondStream(world, callback, body.stream)

  const sendable = sendableOf(world, body)
  requireRate(world, callback.chat)
  showIn(world, callback.chat, sendable)
  settle(world, callback, true)
}

/** `content` is the whole text so far: the frames of a stream are one message that changes. */
function respondStream(world: World, callback: BotCallback, given: unknown): void {
  const id = child(given, 'id')
  const content = child(given, 'content') ?? ''
  const finished = child(given, 'finish') === true
  if (typeof id !== 'string' || id === '') throw new PlatformError(93017, 'stream.id is empty')
  if (typeof content !== 'string' || Buffer.byteLength(content) > streamBytes)
    throw tooLong('stream.content', streamBytes)
  if (child(given, 'msg_item') !== undefined)
    throw new PlatformError(40008, 'stream.msg_item is not supported on a long connection')

  const stream = callback.streams.find((one) => one.id === id) ?? startStream(world, callback, id)
  if (stream.finished || world.now() - stream.startedAt > streamMs)
    throw new PlatformError(846608, 'stream has expired')
  changePost(world, callback.chat, stream.postId, { content })
  stream.finished = finished
  settle(world, callback, finished)
}

function startStream(world: World, callback: BotCallback, id: string): BotCallback['streams'][number] {
  requireRate(world, callback.chat)
  const { id: postId } = postAsBot(world, callback.chat, { msgtype: 'stream', content: '' })
  const stream = { id, postId, startedAt: world.now(), finished: false }
  callback.streams.push(stream)
  return stream
}

/** Text is allowed here only; within five seconds of enter_chat. */
export function respondWelcome(world: World, { reqId, body }: BotFrame): void {
  const callback = inTime(world, known(world, reqId, 'enter_chat'))
  const sendable = sendableOf(world, body, { text: true })
  requireRate(world, callback.chat)
  showIn(world, callback.chat, sendable)
  settle(world, callback, true)
}

/** Within five seconds of a press, once; with `userids` only these members of a group see the new form. */
export function respondUpdate(world: World, { reqId, body }: BotFrame): void {
  const callback = inTime(world, known(world, reqId, 'template_card_event'))
  const card = world.state.cards.find(({ id }) => id === callback.cardId)
  if (body.response_type !== 'update_template_card') throw new PlatformError(93050, 'response_type invalid')
  const read = readBotCard(body.template_card)
  if (!card?.post || read.taskId !== card.taskId) throw new PlatformError(42016, 'template_card.task_id not found')

  const form = read.view
  const only = Array.isArray(body.userids) && callback.chat.kind === 'group' ? body.userids.map(String) : []
  reshape(card, read, only.length > 0 ? only : Object.keys(card.pressed))
  if (only.length > 0) for (const userid of only) card.views[userid] = form
  else card.views = {}
  changePost(world, callback.chat, card.post.postId, only.length > 0 ? {} : { content: cardAsText(form), card: form })
  settle(world, callback, true)
}

function known(world: World, reqId: string, event: BotCallback['event']): BotCallback {
  const callback = callbackOf(world, reqId)
  if (callback?.event !== event) throw unknownRequest('is unknown')
  return callback
}

function inTime(world: World, callback: BotCallback): BotCallback {
  if (callback.done || isLate(world, callback)) throw unknownRequest('has expired')
  return callback
}

/** The network does not run faster with simulated time: at speed 60 five seconds are still five real ones. */
export const isLate = (world: World, { at }: BotCallback): boolean =>
  world.now() - at > replyMs * world.state.clock.speed

function settle(world: World, callback: BotCallback, done: boolean): void {
  callback.responded = true
  callback.done ||= done
  world.saveSoon()
}

const unknownRequest = (why: string) => new PlatformError(846605, `invalid req_id, it ${why}`)
