/** Frames of the smart bot ↔ our words (101027, 101031, 101463). Pure. */
import type { BotAnswer, BotCard, CardRow, Chat, Incoming, SettledCard } from '../../ports/group-bot.js'
import { cutToBytes, cutToUnits } from '../cut-text.js'
import { botLimits } from './limits.js'

type Json = Record<string, unknown>

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Json)[key] : undefined
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Undefined when it is nothing that somebody said or pressed, or does not say who or where. */
export function incomingIn(body: unknown): Incoming | undefined {
  const [msgid, userid] = [text(at(body, 'msgid')), text(at(at(body, 'from'), 'userid'))]
  if (!msgid || !userid) return undefined
  const chat = chatIn(body, userid)
  const what = chat && whatIn(body)
  return what && { msgid, userid, chat, what }
}

function chatIn(body: unknown, userid: string): Chat | undefined {
  if (at(body, 'chattype') === 'single') return { kind: 'single', id: userid }
  const id = text(at(body, 'chatid'))
  return id === undefined ? undefined : { kind: 'group', id }
}

function whatIn(body: unknown): Incoming['what'] | undefined {
  switch (at(body, 'msgtype')) {
    case 'text':
      return { kind: 'text', text: text(at(at(body, 'text'), 'content')) ?? '' }
    case 'voice':
      return { kind: 'text', text: text(at(at(body, 'voice'), 'content')) ?? '' }
    case 'mixed':
      return { kind: 'text', text: textsOfMixed(at(at(body, 'mixed'), 'msg_item')) }
    case 'event':
      return eventIn(at(body, 'event'))
    default:
      return { kind: 'other' }
  }
}

const textsOfMixed = (items: unknown): string =>
  Array.isArray(items)
    ? items
        .map((item) => text(at(at(item, 'text'), 'content')) ?? '')
        .join(' ')
        .trim()
    : ''

/** The documents nest the card's data, the SDK's types have it flat: both are read. */
function eventIn(event: unknown): Incoming['what'] | undefined {
  if (at(event, 'eventtype') === 'enter_chat') return { kind: 'entered' }
  if (at(event, 'eventtype') !== 'template_card_event') return undefined
  const data = at(event, 'template_card_event') ?? event
  const [cardId, key] = [text(at(data, 'task_id')), text(at(data, 'event_key'))]
  return cardId !== undefined && key !== undefined ? { kind: 'press', cardId, key } : undefined
}

export const markdownBody = (markdown: string) => ({
  msgtype: 'markdown' as const,
  markdown: { content: cutToBytes(markdown, botLimits.markdownBytes) },
})

export function bodyOf(answer: BotAnswer) {
  if (answer.kind === 'text') return markdownBody(answer.markdown)
  if (answer.kind === 'settled') return markdownBody(`**${answer.card.title}**\n${answer.card.text}`)
  return { msgtype: 'template_card' as const, template_card: cardBody(answer.card) }
}

const { card: most } = botLimits
const settledText = '已处理'
const styles = { main: 1, danger: 3, plain: 2 } as const

function cardBody({ cardId, title, description, text: words, rows = [], buttons }: BotCard) {
  return {
    card_type: 'button_interaction',
    task_id: cardId,
    main_title: {
      title: cutToUnits(title, most.title),
      ...(description && { desc: cutToUnits(description, most.description) }),
    },
    ...(words && { sub_title_text: cutToUnits(words, most.text) }),
    horizontal_content_list: rows.slice(0, most.rows).map(rowOf),
    button_list: buttons.slice(0, most.buttons).map(({ text: says, tone, key }) => ({
      text: cutToUnits(says, most.button),
      style: styles[tone ?? 'plain'],
      key,
    })),
  }
}

const rowOf = ({ label, value, opens }: CardRow) => ({
  ...(opens !== undefined && { type: 1, url: opens }),
  keyname: cutToUnits(label, most.label),
  value: cutToUnits(value, most.value),
})

/** Whether it can say all of it; otherwise that is told beside it. */
export const fitsOnCard = ({ text: words }: SettledCard): boolean => words.length <= most.text

/** As many lines as fit, the mark included; the beginning of the first one when not even that does. */
function wholeLines(text: string, limit: number): string {
  if (text.length <= limit) return text
  const lines = text.split('\n')
  const fit = lines.findLastIndex((_, last) => lines.slice(0, last + 1).join('\n').length + more.length <= limit)
  return fit < 0 ? cutToUnits(text, limit) : lines.slice(0, fit + 1).join('\n') + more
}
const more = '\n…'

/**
 * A card asks for a button. This one's key means nothing, so a press of it does nothing; `replace_text`, which greys the buttons of
 * an app's card, is not in the SDK's types.
 */
export function settledBody({ cardId, title, text: words }: SettledCard) {
  return {
    card_type: 'button_interaction',
    task_id: cardId,
    main_title: { title: cutToUnits(title, most.title) },
    sub_title_text: wholeLines(words, most.text),
    button_list: [{ text: settledText, style: styles.plain, key: 'settled' }],
  }
}
