/** Links in an SMS: where they lead on the phone, and until when. */
import type { UrlLink } from '../core/state.js'
import type { World } from '../core/world.js'
import { ApiError, notFound } from '../http/api-error.js'

const linkInText = /\/u\/([A-Za-z0-9_-]+)/

export const linkIdOfText = (text: string): string | undefined => linkInText.exec(text)?.[1]

export function targetOfText(world: World, text: string): string | undefined {
  const id = linkIdOfText(text)
  return world.state.links.find((link) => link.id === id)?.opens
}

/** Throws 404 for a link that never was, 410 for one that ran out. */
export function openLink(world: World, id: string): UrlLink {
  const link = world.state.links.find((known) => known.id === id)
  if (!link) throw notFound('link')
  if (link.expiresAt <= world.now()) throw new ApiError('link-expired', 410, 'this link has expired')
  return link
}
