/** The code of a sign-in (reference 08): at most 512 bytes, good once and for five minutes. */
import type { OAuthCode } from '../core/corp-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import type { SignInRequest } from './authorize.js'

const codeBytes = 48
const codeLifeMs = 5 * 60_000
const forgottenAfterMs = 3_600_000
const userTicketSeconds = 1800

/** The product's page with code and state, as WeCom sends the browser back. */
export function signedInUrl(world: World, whose: string, { redirectUri, state, privateInfo }: SignInRequest): string {
  const url = new URL(redirectUri)
  url.searchParams.set('code', issueCode(world, whose, privateInfo))
  url.searchParams.set('state', state)
  return url.href
}

function issueCode(world: World, whose: string, privateInfo: boolean): string {
  const { corp } = world.state
  const issuedAt = world.now()
  const issued: OAuthCode = { code: world.newId(codeBytes), whose, issuedAt, used: false, privateInfo }
  corp.codes = [...corp.codes.filter((known) => known.issuedAt > issuedAt - forgottenAfterMs), issued]
  world.saveSoon()
  return issued.code
}

/**
 * `auth/getuserinfo`: 40029 for what never was a code, 42022 for one that was used. That a code which ran out gives 40029
 * too is our assumption.
 */
export function userInfo(world: World, code: string | undefined): Record<string, unknown> {
  if (!code) throw new PlatformError(41008, 'missing code')
  const { corp } = world.state
  const known = corp.codes.find((issued) => issued.code === code)
  if (!known) throw new PlatformError(40029, 'invalid code')
  if (known.used) throw new PlatformError(42022, 'code has been used')
  if (world.now() - known.issuedAt >= codeLifeMs) throw new PlatformError(40029, 'invalid code, it has expired')

  known.used = true
  const outsider = corp.outsiders.find(({ id }) => id === known.whose)
  if (outsider)
    return { openid: outsider.openid, ...(outsider.externalUserId && { external_userid: outsider.externalUserId }) }
  return {
    userid: known.whose,
    ...(known.privateInfo && { user_ticket: world.newId(codeBytes), expires_in: userTicketSeconds }),
  }
}
