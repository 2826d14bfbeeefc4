/** wx.login's code becomes an openid: five minutes, once. */
import { createHash } from 'node:crypto'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { requireApp } from './require-app.js'

const codeLifeMs = 5 * 60_000
const perMinute = [{ count: 100, windowMs: 60_000 }]

export function codeToSession(
  world: World,
  query: (name: string) => string | undefined,
): { openid: string; session_key: string } {
  requireApp(query('appid'), query('secret'))
  if (query('grant_type') !== 'authorization_code') throw new PlatformError(40002, 'invalid grant_type')
  if (!query('js_code')) throw new PlatformError(41008, 'missing code')

  const known = world.state.codes.find((one) => !one.for && one.code === query('js_code'))
  if (!known) throw new PlatformError(40029, 'invalid code')
  if (known.used) throw new PlatformError(40163, 'code been used')
  if (world.now() - known.issuedAt > codeLifeMs) throw new PlatformError(40029, 'invalid code')
  if (world.rates.take(`login:${known.personId}`, perMinute, world.now())) {
    throw new PlatformError(45011, 'api minute-quota reach limit, must slower, retry next minute')
  }

  const person = world.state.people.find(({ id }) => id === known.personId)
  if (!person) throw new PlatformError(40029, 'invalid code')
  known.used = true
  return { openid: person.openid, session_key: sessionKey(known.code) }
}

const sessionKey = (code: string) =>
  createHash('sha256')
    .update(sandboxCredentials.wechat.appSecret)
    .update(code)
    .digest()
    .subarray(0, 16)
    .toString('base64')
