/** The group's webhook (reference 03): limits are bytes of UTF-8, 20 messages a minute per key. */
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { postInGroup } from '../people/groups.js'
import { cardText, newsText } from './cards.js'
import { textField } from './fields.js'

const perMinute = [{ count: 20, windowMs: 60_000 }]

const textLimits = { text: 2048, markdown: 4096, markdown_v2: 4096 } as const

export function postToGroup(world: World, key: string | undefined, body: Record<string, unknown>): void {
  const group = world.state.groups.find((known) => known.webhookKey === key)
  if (!group) throw new PlatformError(93000, 'invalid webhook url')

  const content = contentOf(body)
  if (world.rates.take(`webhook:${group.id}`, perMinute, world.now())) throw new PlatformError(45009, 'api freq out of limit')

  postInGroup(world, group, { from: { kind: 'bot', name: '小招' }, msgtype: String(body.msgtype), content })
}

function contentOf(body: Record<string, unknown>): string {
  const { msgtype } = body
  switch (msgtype) {
    case 'text': case 'markdown': case 'markdown_v2':
      return textField(body, `${msgtype}.content`, { bytes: textLimits[msgtype] })
    case 'news': return newsText(body)
    case 'template_card': return cardText(body)
    default: throw new PlatformError(40008, 'invalid message type')
  }
}
