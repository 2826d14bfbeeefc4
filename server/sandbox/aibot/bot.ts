/** The smart bot as its users see it: what they say and press reaches whoever is connected (reference 04). */
import type { CardView, GroupPost } from '../../../shared/contracts/sandbox.js'
import type { ChatRef, StoredCard } from '../core/bot-state.js'
import type { World } from '../core/world.js'
import { ApiError, notFound } from '../http/api-error.js'
import { presentSelected, requirePressable, type Press } from '../cards/kept-cards.js'
import { eventCallback, markTalked, mentionsBot, messageCallback } from './callbacks.js'
import { postIn, postsAs } from './chats.js'
import type { Connections } from './connections.js'
import { isLate } from './respond.js'

const zoneMs = 8 * 3_600_000
const dayLength = 10

export type Bot = ReturnType<typeof smartBot>

export function smartBot(world: World, connections: Connections) {
  /** The first time on a day; only in the single chat. */
  function open(userid: string): void {
    const { opened } = world.state.bot
    const today = new Date(world.now() + zoneMs).toISOString().slice(0, dayLength)
    if (opened[userid] === today) return
    opened[userid] = today
    const chat: ChatRef = { kind: 'single', id: userid }
    if (connections.isConnected()) connections.deliver(eventCallback(world, { chat, userid, event: 'enter_chat' }))
  }

  return {
    open,
    /** A member writes. The post says when the bot will not get it. */
    say(chat: ChatRef, member: { id: string; name: string }, content: string): GroupPost {
      if (chat.kind === 'single') open(member.id)
      const forBot = chat.kind === 'single' || mentionsBot(content)
      const callback = forBot ? messageCallback(world, { chat, userid: member.id, content }) : undefined
      const post = postIn(world, chat, {
        from: { kind: 'member', name: member.name },
        msgtype: 'text',
        content,
        ...(forBot && !callback && { refused: 'too-many-pending' as const }),
      })
      if (callback) connections.deliver(callback)
      return post
    },
    /** A press is told once; when nobody is connected it does not count, and the member may press again. */
    press(chat: ChatRef, postId: string, press: Press): void {
      const { card, view } = cardOf(world, { chat, postId, userid: press.userid })
      if (wasLeftUnanswered(world, card, press.userid)) delete card.pressed[press.userid]
      requirePressable(card, view, press)
      if (!connections.isConnected()) throw new ApiError('bot-away', 503, 'the bot is not connected')

      card.pressed[press.userid] = world.now()
      markTalked(world, chat)
      connections.deliver(
        eventCallback(world, {
          chat,
          userid: press.userid,
          event: 'template_card_event',
          cardId: card.id,
          data: { template_card_event: pressed(card, press) },
        }),
      )
    },
    status: () => ({ connected: connections.isConnected() }),
    cut: () => connections.cut(),
  }
}

/** A press that got no update within its five seconds may be repeated: our assumption, for it is told only once. */
function wasLeftUnanswered(world: World, { id }: StoredCard, userid: string): boolean {
  const last = world.state.bot.callbacks.findLast((known) => known.cardId === id && known.userid === userid)
  return last !== undefined && !last.done && isLate(world, last)
}

/** The documents nest these below `event.template_card_event`; the SDK's types have them flat (reference 04). */
function pressed({ cardType, taskId }: StoredCard, { key, selected }: Press): Record<string, unknown> {
  const items = presentSelected(selected).map(({ questionKey, optionIds }) => ({
    question_key: questionKey,
    option_ids: { option_id: optionIds },
  }))
  return {
    card_type: cardType,
    event_key: key,
    task_id: taskId ?? '',
    ...(items.length > 0 && { selected_items: { selected_item: items } }),
  }
}

function cardOf(
  world: World,
  { chat, postId, userid }: { chat: ChatRef; postId: string; userid: string },
): { card: StoredCard; view: CardView } {
  const card = world.state.cards.find(
    ({ post }) => post?.postId === postId && post.chat.kind === chat.kind && post.chat.id === chat.id,
  )
  const view = postsAs(world, chat, userid).find(({ id }) => id === postId)?.card
  if (!card || !view) throw notFound('card')
  return { card, view }
}
