/** The group's webhook (reference 03): limits are bytes of UTF-8, 20 messages a minute per key. */
import type { CardView } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { postAsBot } from '../aibot/chats.js'
import { newsText, noticeCard } from './cards.js'
import { textField } from './fields.js'

const perMinute = [{ count: 20, windowMs: 60_000 }]

const textLimits = { text: 2048, markdown: 4096, markdown_v2: 4096 } as const

export function postToGroup(world: World, key: string | undefined, body: Record<string, unknown>): void {
  const group = world.state.groups.find((known) => known.webhookKey === key)
  if (!group) throw new PlatformError(93000, 'invalid webhook url')

  const said = saidBy(body)
  if (world.rates.take(`webhook:${group.id}`, perMinute, world.now()))
    throw new PlatformError(45009, 'api freq out of limit')

  postAsBot(world, { kind: 'group', id: group.id }, { msgtype: String(body.msgtype), ...said })
}

function saidBy(body: Record<string, unknown>): { content: string; card?: CardView } {
  const { msgtype } = body
  switch (msgtype) {
    case 'text':
    case 'markdown':
    case 'markdown_v2':
      return { content: textField(body, `${msgtype}.content`, { bytes: textLimits[msgtype] }) }
    case 'news':
      return { content: newsText(body) }
    case 'template_card':
      return noticeCard(body)
    default:
      throw new PlatformError(40008, 'invalid message type')
  }
}
