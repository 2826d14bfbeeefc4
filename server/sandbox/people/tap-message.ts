import type { Person } from '../core/state.js'
import type { World } from '../core/world.js'
import { ApiError, notFound } from '../http/api-error.js'
import { linkIdOfText, openLink } from './links.js'
import { visibleInbox } from './people.js'

/** Where a tap leads. A link in an SMS may have run out since it came (410). */
export function tapMessage(world: World, person: Person, messageId: string): string {
  const message = visibleInbox(person).find(({ id }) => id === messageId)
  if (!message) throw notFound('message')
  if (!message.opens) throw new ApiError('opens-nothing', 409, 'this message leads nowhere')

  const linkId = message.channel === 'sms' ? linkIdOfText(message.text ?? '') : undefined
  return linkId ? openLink(world, linkId).opens : message.opens
}
