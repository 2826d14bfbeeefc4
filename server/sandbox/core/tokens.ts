/** Access tokens of both platforms. Reference 01: 7200 s; the same token is handed out again while it is good. */
import { faultOn, spend } from './faults.js'
import { PlatformError } from './platform-error.js'
import type { Token } from './state.js'
import type { World } from './world.js'

const tokenLifeMs = 7_200_000
const tokenBytes = 96

type Platform = Token['platform']

/** What each platform returns for a token that it did not issue or has replaced. */
const unknownToken: Record<Platform, () => PlatformError> = {
  wecom: () => new PlatformError(40014, 'invalid access_token'),
  wechat: () => new PlatformError(40001, 'invalid credential, access_token is invalid or not latest'),
}

interface Presented {
  platform: Platform
  value: string | undefined
  endpoint: string
}

export function issueToken(world: World, platform: Platform): Token {
  const { state } = world
  state.lastTokenNumber += 1
  const now = world.now()
  const token = {
    platform,
    value: world.newId(tokenBytes),
    number: state.lastTokenNumber,
    expiresAt: now + tokenLifeMs,
  }
  state.tokens = [...state.tokens.filter((known) => known.expiresAt > now - tokenLifeMs), token]
  return token
}

/** The newest token that is good for more than `reserveMs`. A token refused by a fault is not handed out again. */
export function reusableToken(world: World, platform: Platform, reserveMs: number): Token | undefined {
  const struckUpTo = Math.max(
    0,
    ...world.state.faults.filter((known) => known.fault === 'token-expired').map((known) => known.afterToken),
  )
  return world.state.tokens.findLast(
    (token) => token.platform === platform && token.expiresAt - world.now() > reserveMs && token.number > struckUpTo,
  )
}

/**
 * Throws what the platform returns unless the token is good. While `token-expired` is on, whatever was issued before it
 * counts as expired, so refreshing once and replaying works; with `times`, the next calls are refused whoever issued their token.
 */
export function requireToken(world: World, { platform, value, endpoint }: Presented): void {
  if (!value) throw new PlatformError(41001, 'access_token missing')
  const token = world.state.tokens.find((known) => known.platform === platform && known.value === value)
  if (!token) throw unknownToken[platform]()

  const fault = faultOn(world, 'token-expired', endpoint)
  if (fault && (fault.times !== undefined || token.number <= fault.afterToken)) {
    token.expiresAt = Math.min(token.expiresAt, world.now())
    spend(world, fault)
  }
  if (token.expiresAt <= world.now()) throw new PlatformError(42001, 'access_token expired')
}
