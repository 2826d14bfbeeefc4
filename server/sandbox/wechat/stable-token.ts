/**
 * stable_token (reference 01). Asked again, it returns the same token; in the last five minutes a new one, and the old one
 * stays good until its own end. `force_refresh` ends the old one at once: 20 a day, at least 30 s apart.
 * The reference gives these limits but no code for them: 45009 for the day, 45011 for the half minute are our reading.
 */
import { PlatformError } from '../core/platform-error.js'
import { issueToken, reusableToken } from '../core/tokens.js'
import { requireTrustedIp } from '../core/trusted-ip.js'
import type { World } from '../core/world.js'
import { requireApp } from './require-app.js'

const renewedBeforeMs = 5 * 60_000
const dayMs = 86_400_000
const forcedApart = { count: 1, windowMs: 30_000 }
const forcedPerDay = { count: 20, windowMs: dayMs }

export function stableToken(world: World, body: Record<string, unknown>): { access_token: string; expires_in: number } {
  if (body.grant_type !== 'client_credential') throw new PlatformError(40002, 'invalid grant_type')
  requireApp(body.appid, body.secret)
  requireTrustedIp(world, 'wechat')
  if (body.force_refresh === true) refuseTooManyForced(world)

  const token =
    (body.force_refresh === true ? undefined : reusableToken(world, 'wechat', renewedBeforeMs)) ??
    freshToken(world, body)
  return { access_token: token.value, expires_in: Math.ceil((token.expiresAt - world.now()) / 1000) }
}

function freshToken(world: World, body: Record<string, unknown>) {
  if (body.force_refresh === true) {
    world.state.tokens = world.state.tokens.filter(({ platform }) => platform !== 'wechat')
  }
  return issueToken(world, 'wechat')
}

function refuseTooManyForced(world: World): void {
  const reached = world.rates.take('force-refresh', [forcedApart, forcedPerDay], world.now())
  if (reached === forcedApart)
    throw new PlatformError(45011, 'api minute-quota reach limit, must slower, retry next minute')
  if (reached) throw new PlatformError(45009, 'reach max api daily quota limit')
}
