/** Links into the mini-program: where they lead on the phone, and until when. */
import type { UrlLink } from '../core/state.js'
import type { World } from '../core/world.js'
import { ApiError, notFound } from '../http/api-error.js'

const linkPath = /^\/u\/([A-Za-z0-9_-]+)$/

export const linkIdOf = (url: string): string | undefined =>
  URL.canParse(url) ? linkPath.exec(new URL(url).pathname)?.[1] : undefined

/** Throws 404 for a link that never was, 410 for one that ran out. */
export function openLink(world: World, id: string): UrlLink {
  const link = world.state.links.find((known) => known.id === id)
  if (!link) throw notFound('link')
  if (link.expiresAt <= world.now()) throw new ApiError('link-expired', 410, 'this link has expired')
  return link
}
