/**
 * message/update_template_card (reference 02): a button's new text, or a whole new card, for those who have the old one. Our
 * assumptions: 82001 when nobody is named, 40058 when there is neither or both of button and card, 42016 for another task_id.
 */
import type { CardView } from '../../../shared/contracts/sandbox.js'
import type { StoredCard } from '../core/bot-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { formOf, reshape } from '../cards/kept-cards.js'
import { changeCard } from '../members/inbox.js'
import { child, textField } from './fields.js'
import { cardOfCode } from './response-codes.js'
import { requireAgent } from './send-message.js'
import { readCard, type ReadCard } from './template-card.js'

const mostUsers = 1000

export function updateCard(world: World, body: Record<string, unknown>): { invaliduser: string[] } {
  requireAgent(body)
  const { card, spend } = cardOfCode(world, body.response_code)
  const change = cardChange(card, body)
  const named = namedUsers(card, body)
  spend()
  const reached = named.filter((userid) => card.messages[userid] !== undefined)
  showChange(world, card, change, reached)
  return { invaliduser: named.filter((userid) => !reached.includes(userid)) }
}

export type CardChange = { replaceName: string } | { read: ReadCard; form: CardView }

export function cardChange(
  card: StoredCard,
  { button, template_card: given }: { button?: unknown; template_card?: unknown },
): CardChange {
  if ((button === undefined) === (given === undefined)) throw new PlatformError(40058, 'either button or template_card')
  if (button !== undefined) return { replaceName: textField(button, 'replace_name', {}) }

  const read = readCard(given, { asUpdate: true })
  if (read.taskId !== undefined && read.taskId !== card.taskId)
    throw new PlatformError(42016, 'template_card.task_id not found')
  const view = { ...read.view, ...(card.taskId && { taskId: card.taskId }) }
  return { read, form: formOf({ ...read, view }, child(given, 'replace_text')) }
}

export function showChange(world: World, card: StoredCard, change: CardChange, userids: string[]): void {
  if ('read' in change) reshape(card, change.read, userids)
  for (const userid of userids) {
    const member = world.state.corp.members.find(({ id }) => id === userid)
    const messageId = card.messages[userid]
    const shown = member?.inbox.find(({ id }) => id === messageId)?.card
    if (!member || !messageId || !shown) continue
    changeCard(world, member, messageId, 'read' in change ? change.form : { ...shown, settledText: change.replaceName })
  }
}

function namedUsers(card: StoredCard, { userids, partyids, tagids, atall }: Record<string, unknown>): string[] {
  if (atall === 1 || (Array.isArray(partyids) && partyids.length > 0)) return Object.keys(card.messages)
  const users = Array.isArray(userids) ? userids.map(String) : []
  if (users.length === 0 && !Array.isArray(tagids))
    throw new PlatformError(82001, 'userids, partyids, tagids and atall are empty')
  if (users.length > mostUsers) throw new PlatformError(40032, `userids has more than ${mostUsers} ids`)
  return users
}
