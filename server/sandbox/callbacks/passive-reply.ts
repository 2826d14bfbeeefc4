/** The product's reply in the callback itself (reference 05): a text, a button's new name or a new card. */
import type { StoredCard } from '../core/bot-state.js'
import type { World } from '../core/world.js'
import { receive } from '../members/inbox.js'
import { memberById } from '../members/members.js'
import { child, textField } from '../wecom/fields.js'
import { cardChange, showChange } from '../wecom/update-card.js'

const listName = /List$/
const numbers = ['type', 'style', 'mode', 'desc_color']
const irregular: Record<string, string> = { KeyName: 'keyname', Keyname: 'keyname' }

/** Throws PlatformError for what WeCom would not take; `card` is what was pressed. */
export function applyReply(
  world: World,
  { reply, userid, card }: { reply: Record<string, unknown>; userid: string; card?: StoredCard },
): void {
  const { MsgType: type } = reply
  if (type === 'text')
    receive(world, memberById(world, userid), {
      msgtype: 'text',
      content: textField(reply, 'Content', { bytes: 2048 }),
    })
  if (!card) return
  if (type === 'update_button') {
    showChange(world, card, cardChange(card, { button: { replace_name: child(reply.Button, 'ReplaceName') } }), [
      userid,
    ])
  }
  if (type === 'update_template_card')
    showChange(world, card, cardChange(card, { template_card: asJson(reply.TemplateCard) }), [userid])
}

/** `<MainTitle><Title>` as `main_title.title`; an element whose name ends in List stands once for each entry. */
function asJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const key = irregular[name] ?? name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
      if (listName.test(name)) return [key, (Array.isArray(inner) ? inner : [inner]).map(asJson)]
      return [key, numbers.includes(key) ? Number(inner) : asJson(inner)]
    }),
  )
}
