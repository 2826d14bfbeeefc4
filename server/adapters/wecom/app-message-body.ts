/**
 * Our words → the body of an app message (90236). What people read is cut to the platform's limits; what must not be cut (addresses,
 * keys, ids) and does not fit is refused.
 */
import type { CardButton, StaffCard, StaffContent } from '../../ports/staff-messenger.js'
import { cutToBytes, cutToUnits } from '../cut-text.js'
import { appMessageLimits as limits } from './limits.js'

type Of<Kind extends StaffContent['kind']> = Extract<StaffContent, { kind: Kind }>
/** `code` says which part cannot be sent. */
export type AppMessageBody = { kind: 'ok'; body: Record<string, unknown> } | { kind: 'refused'; code: string }

const ok = (msgtype: string, content: object): AppMessageBody => ({ kind: 'ok', body: { msgtype, [msgtype]: content } })
const refused = (code: string): AppMessageBody => ({ kind: 'refused', code })
const fits = (text: string, bytes: number) => text.length > 0 && Buffer.byteLength(text) <= bytes

export function appMessageBody(content: StaffContent): AppMessageBody {
  switch (content.kind) {
    case 'text':
      return content.text ? ok('text', { content: cutToBytes(content.text, limits.textBytes) }) : refused('empty')
    case 'markdown':
      return content.markdown
        ? ok('markdown', { content: cutToBytes(content.markdown, limits.markdownBytes) })
        : refused('empty')
    case 'text-card':
      return textCard(content)
    case 'card':
      return templateCard(content.card)
    case 'mini-program-notice':
      return miniProgramNotice(content)
  }
}

function textCard({ title, description, url, buttonText }: Of<'text-card'>): AppMessageBody {
  if (!title || !description) return refused('empty')
  if (!fits(url, limits.urlBytes)) return refused('url')
  return ok('textcard', {
    title: cutToUnits(title, limits.textCard.title),
    description: cutToUnits(description, limits.textCard.description),
    url,
    ...(buttonText && { btntxt: cutToUnits(buttonText, limits.textCard.button) }),
  })
}

function templateCard(card: StaffCard): AppMessageBody {
  const fault = faultOf(card)
  if (fault) return refused(fault)
  const { title, description, text, rows = [], opens, buttons, cardId } = card
  const { card: most } = limits
  return ok('template_card', {
    card_type: buttons.length > 0 ? 'button_interaction' : 'text_notice',
    task_id: cardId,
    main_title: {
      title: cutToUnits(title, most.title),
      ...(description && { desc: cutToUnits(description, most.description) }),
    },
    ...(text && { sub_title_text: cutToUnits(text, most.text) }),
    ...(rows.length > 0 && { horizontal_content_list: rows.slice(0, most.rows).map(rowOf) }),
    ...(opens && { card_action: { type: 1, url: opens } }),
    ...(buttons.length > 0 && { button_list: buttons.map(buttonOf) }),
  })
}

function faultOf({ cardId, title, opens, buttons }: StaffCard): string | undefined {
  if (!title) return 'empty'
  if (!/^[A-Za-z0-9_@-]+$/.test(cardId) || !fits(cardId, limits.card.cardIdBytes)) return 'card-id'
  if (buttons.length === 0 && !opens) return 'opens'
  if (opens !== undefined && !fits(opens, limits.urlBytes)) return 'url'
  if (buttons.length > limits.card.buttons) return 'buttons'
  const fit = buttons.every(
    (button) =>
      button.text && ('key' in button ? fits(button.key, limits.card.keyBytes) : fits(button.url, limits.urlBytes)),
  )
  return fit ? undefined : 'buttons'
}

const rowOf = ({ label, value }: { label: string; value: string }) => ({
  keyname: cutToUnits(label, limits.card.label),
  value: cutToUnits(value, limits.card.value),
})

const styles = { main: 1, danger: 2 } as const
const plainStyle = 4

function buttonOf(button: CardButton) {
  const shown = {
    text: cutToUnits(button.text, limits.card.button),
    style: button.tone ? styles[button.tone] : plainStyle,
  }
  return 'key' in button ? { ...shown, key: button.key } : { ...shown, type: 1, url: button.url }
}

function miniProgramNotice({ appId, page, title, description, rows }: Of<'mini-program-notice'>): AppMessageBody {
  const { miniProgram: most } = limits
  if (!fits(page, most.pageBytes)) return refused('page')
  if (title.length < most.leastTitle) return refused('title')
  if (description.length < most.leastTitle) return refused('description')
  return ok('miniprogram_notice', {
    appid: appId,
    page,
    title: cutToUnits(title, most.title),
    description: cutToUnits(description, most.title),
    emphasis_first_item: false,
    content_item: rows
      .slice(0, most.rows)
      .map(({ label, value }) => ({ key: cutToUnits(label, most.label), value: cutToUnits(value, most.value) })),
  })
}
