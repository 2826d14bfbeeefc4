/**
 * Cards that were sent, and their buttons. The documents say that a card is updated after a click, not how often it may be
 * clicked before: that each member presses once until the card takes another form is our assumption.
 */
import type { CardView } from '../../../shared/contracts/sandbox.js'
import type { StoredCard } from '../core/bot-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { ApiError } from '../http/api-error.js'
import type { ReadCard } from '../wecom/template-card.js'

const mostCards = 5000

type Where = Pick<StoredCard, 'owner'> & Partial<Pick<StoredCard, 'post' | 'messages'>>

/** A task_id is unique per app and per bot; 42014 for one that was used is our assumption. */
export function requireNewTask(world: World, owner: StoredCard['owner'], taskId: string | undefined): void {
  if (taskId !== undefined && world.state.cards.some((card) => card.owner === owner && card.taskId === taskId)) {
    throw new PlatformError(42014, 'template_card.task_id has been used')
  }
}

export function keepCard(world: World, { cardType, taskId, keys, choices }: ReadCard, where: Where): StoredCard {
  const card: StoredCard = {
    id: world.newId(),
    cardType,
    keys,
    questionKeys: choices.map(({ questionKey }) => questionKey),
    ...(taskId && { taskId }),
    messages: {},
    pressed: {},
    views: {},
    ...where,
  }
  world.state.cards = [...world.state.cards.slice(1 - mostCards), card]
  return card
}

export interface Press {
  userid: string
  key: string
  /** Chosen options by question, of cards that ask. */
  selected?: Record<string, string[]>
}

/** Throws 409 unless this member sees this button, alive, and has not pressed one yet. */
export function requirePressable(card: StoredCard, view: CardView, { userid, key }: Press): void {
  if (view.settledText !== undefined || !view.buttons.some((button) => button.key === key)) {
    throw new ApiError('no-such-button', 409, 'this card has no such button any more')
  }
  if (card.pressed[userid] !== undefined)
    throw new ApiError('already-pressed', 409, 'this member has pressed a button of this card')
}

/** `template_card.replace_text` greys the buttons and says so instead; `button.replace_name` does only that. */
export function formOf(read: ReadCard, replaceText: unknown): CardView {
  return typeof replaceText === 'string' && replaceText !== '' ? { ...read.view, settledText: replaceText } : read.view
}

/** Remembers what the new form asks; those who saw the old one may press again. */
export function reshape(card: StoredCard, { cardType, keys, choices }: ReadCard, userids: string[]): void {
  Object.assign(card, { cardType, keys, questionKeys: choices.map(({ questionKey }) => questionKey) })
  for (const userid of userids) delete card.pressed[userid]
}

export const presentSelected = (selected: Record<string, string[]> = {}) =>
  Object.entries(selected).map(([questionKey, optionIds]) => ({ questionKey, optionIds }))
