/** URL links (reference 06): https outside WeChat, a page of the mini-program inside; they live 1 minute to 30 days. */
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'

const minuteMs = 60_000
const dayMs = 86_400_000
const longestLifeMs = 30 * dayMs
const longestQuery = 1024
const perSecond = [{ count: 100, windowMs: 1000 }]
const releases: readonly unknown[] = ['release', 'trial', 'develop']
const pathPattern = /^\/?[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)+$/
const queryPattern = /^[\w!#$&'()*+,/:;=?@\-.~%]*$/

export function makeUrlLink(world: World, body: Record<string, unknown>): string {
  if (world.rates.take('url-link', perSecond, world.now()))
    throw new PlatformError(44990, 'reach max api second frequence limit')
  const opens = targetOf(body)
  const expiresAt = expiryOf(body, world.now())
  if (!releases.includes(body.env_version ?? 'release')) throw new PlatformError(85401, 'invalid env_version')

  const link = { id: world.newId(8), opens, expiresAt }
  world.state.links = [...world.state.links.filter((known) => known.expiresAt > world.now() - dayMs), link]
  return link.id
}

function targetOf({ path, query = '' }: Record<string, unknown>): string {
  if (typeof path !== 'string' || !pathPattern.test(path)) throw new PlatformError(40165, 'invalid weapp pagepath')
  if (typeof query !== 'string' || query.length > longestQuery || !queryPattern.test(query))
    throw new PlatformError(40212, 'invalid query')
  return path.replace(/^\//, '') + (query && `?${query}`)
}

/** `expire_type` 0: `expire_time` in seconds since 1970; 1: `expire_interval` in days. Without either 30 days. */
function expiryOf(body: Record<string, unknown>, now: number): number {
  const { expire_type: type = 0, expire_time: time, expire_interval: days } = body
  if (type !== 0 && type !== 1) throw new PlatformError(85401, 'invalid expire_type')
  if (time === undefined && days === undefined) return now + longestLifeMs

  const expiresAt = type === 0 ? Number(time) * 1000 : now + Number(days) * dayMs
  const life = expiresAt - now
  if (!(life >= minuteMs && life <= longestLifeMs)) throw new PlatformError(85401, 'time limit between 1min and 30days')
  return expiresAt
}
