import type { Person } from '../core/state.js'
import type { World } from '../core/world.js'
import { ApiError, notFound } from '../http/api-error.js'
import { fixedLink } from '../sms/templates.js'
import { linkIdOf, openLink } from './links.js'
import { visibleInbox } from './people.js'

const timeoutMs = 10_000

export interface Tapping {
  world: World
  /** Where the address of the texts' fixed link is answered. */
  productUrl: string
}

/** Where a tap leads: a link is followed, as a phone's browser does, until it opens the mini-program. */
export async function tapMessage({ world, productUrl }: Tapping, person: Person, messageId: string): Promise<string> {
  const message = visibleInbox(person).find(({ id }) => id === messageId)
  if (!message) throw notFound('message')
  if (!message.opens) throw new ApiError('opens-nothing', 409, 'this message leads nowhere')
  if (!message.opens.includes('://')) return message.opens

  const url = message.opens === fixedLink ? await redirectOf(productUrl + new URL(fixedLink).pathname) : message.opens
  const linkId = linkIdOf(url)
  if (!linkId) throw new ApiError('opens-nothing', 409, 'this link does not open the mini-program')
  return openLink(world, linkId).opens
}

async function redirectOf(url: string): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs)
  const reply = await fetch(url, { redirect: 'manual', signal }).catch(() => undefined)
  const location = reply?.headers.get('location')
  if (!location) throw new ApiError('product-away', 503, 'the page of this link does not answer')
  return location
}
