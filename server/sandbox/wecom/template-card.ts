/**
 * Template cards as app messages take them (reference 02; the smart bot is stricter: aibot/bot-card.ts): which fields, how long,
 * and how readers see them. Codes that the documents name: 42014 task_id, 42017 card_type, 42038 text and 42039 key of a button, 42045 card_action.
 * For every other limit they name none: 40058 is our assumption, and 93017 for a text that is missing. The documents call some
 * lengths advice; here they are limits, so that nothing is cut off on a real phone.
 */
import type { CardView } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import { buttonsOf, choicesOf, type CardButton, type CardChoice } from './card-parts.js'
import { child, listOf, textField, tooLong } from './fields.js'

export interface ReadCard {
  cardType: string
  taskId?: string
  /** Keys of buttons that are called back. */
  keys: string[]
  choices: CardChoice[]
  view: CardView
}

const notices = ['text_notice', 'news_notice']
const interactive = ['button_interaction', 'vote_interaction', 'multiple_interaction']
const taskIdPattern = /^[A-Za-z0-9_\-@]{1,128}$/
const most = { rows: 6, jumps: 3, menu: 3 }

export const isInteractive = (cardType: string): boolean => interactive.includes(cardType)

/** `asUpdate`: a new form of a card that has its task_id already, so it may be left out. */
export function readCard(card: unknown, { asUpdate = false }: { asUpdate?: boolean } = {}): ReadCard {
  const cardType = String(child(card, 'card_type'))
  if (![...notices, ...interactive].includes(cardType))
    throw new PlatformError(42017, 'template_card.card_type invalid')
  const taskId = taskIdOf(card, isInteractive(cardType) && !asUpdate)
  requireParts(card, cardType)

  const buttons = buttonsOf(card, cardType)
  const choices = choicesOf(card, cardType)
  return {
    cardType,
    choices,
    keys: buttons.flatMap(({ key }) => key ?? []),
    ...(taskId && { taskId }),
    view: viewOf(card, { cardType, taskId, buttons, choices }),
  }
}

function taskIdOf(card: unknown, needed: boolean): string | undefined {
  const taskId = child(card, 'task_id')
  if (taskId === undefined && !needed) return undefined
  if (typeof taskId !== 'string' || !taskIdPattern.test(taskId))
    throw new PlatformError(42014, 'template_card.task_id invalid')
  return taskId
}

/** A notice must lead somewhere; every card must say something. A news_notice needs a picture. */
function requireParts(card: unknown, cardType: string): void {
  const action = child(card, 'card_action')
  const leads = leadsOf(action)
  if ((action !== undefined || notices.includes(cardType)) && !leads)
    throw new PlatformError(42045, 'template_card.card_action invalid')
  if (!child(child(card, 'main_title'), 'title') && !child(card, 'sub_title_text')) {
    throw new PlatformError(93017, 'template_card.main_title.title and sub_title_text are empty')
  }
  if (cardType === 'news_notice' && !child(card, 'card_image') && !child(card, 'image_text_area')) {
    throw new PlatformError(93017, 'template_card.card_image is empty')
  }
  const color = child(child(card, 'source'), 'desc_color')
  if (color !== undefined && ![0, 1, 2, 3].includes(Number(color))) throw tooLong('template_card.source.desc_color', 3)
  const menu = child(card, 'action_menu')
  if (menu !== undefined) listOf(menu, 'action_list', { from: 1, to: most.menu })
}

function viewOf(
  card: unknown,
  {
    cardType,
    taskId,
    buttons,
    choices,
  }: Pick<ReadCard, 'cardType' | 'choices'> & { taskId: string | undefined; buttons: CardButton[] },
): CardView {
  const title = textField(card, 'main_title.title', { characters: 36, optional: true })
  const description = textField(card, 'main_title.desc', { characters: 44, optional: true })
  const text = textField(card, 'sub_title_text', { characters: 160, optional: true })
  const quoted = {
    label: textField(card, 'quote_area.title', { optional: true }),
    value: textField(card, 'quote_area.quote_text', { optional: true }),
  }
  const opens = leadsOf(child(card, 'card_action'))

  return {
    ...(taskId && { taskId }),
    cardType,
    title,
    ...(description && { description }),
    ...(text && { text }),
    rows: [
      ...rowsOf(card),
      ...(quoted.label || quoted.value ? [quoted] : []),
      ...choices.map(({ label, options }) => ({ label, value: options.map((option) => option.text).join(' / ') })),
    ],
    buttons: [...buttons, ...jumpsOf(card)],
    ...(opens && { opens }),
  }
}

function rowsOf(card: unknown): CardView['rows'] {
  return listOf(card, 'horizontal_content_list', { from: 0, to: most.rows }).map((row) => {
    if (![undefined, 0, 1, 2, 3].includes(child(row, 'type') as number | undefined))
      throw tooLong('horizontal_content_list.type', 3)
    const url = leadsOf(row)
    if (child(row, 'type') === 1 && !url) throw new PlatformError(93017, 'horizontal_content_list.url is empty')
    return {
      label: textField(row, 'keyname', { characters: 5 }),
      value: textField(row, 'value', { characters: 30, optional: true }),
      ...(child(row, 'type') === 1 && url && { opens: url }),
    }
  })
}

function jumpsOf(card: unknown): CardButton[] {
  return listOf(card, 'jump_list', { from: 0, to: most.jumps }).map((jump) => {
    const url = leadsOf(jump)
    return { text: textField(jump, 'title', { characters: 13 }), ...(url && { url }) }
  })
}

/** Type 1 is a page, type 2 a mini-program. */
function leadsOf(action: unknown): string | undefined {
  const [url, appid, page] = [child(action, 'url'), child(action, 'appid'), child(action, 'pagepath')]
  if (child(action, 'type') === 1 && typeof url === 'string' && url !== '') return url
  if (child(action, 'type') === 2 && typeof appid === 'string' && appid !== '')
    return typeof page === 'string' ? page : ''
  return undefined
}

/** A card as markdown, for chats that show text only. */
export const cardAsText = ({ title, description, text, rows }: CardView): string =>
  [title && `**${title}**`, description, text, ...rows.map(({ label, value }) => `${label}：${value}`)]
    .filter(Boolean)
    .join('\n')
