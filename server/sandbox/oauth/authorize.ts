/**
 * What a browser may ask of WeCom's sign-in (reference 08): OAuth inside WeCom and the QR page outside. Known from the
 * documents are `50001` for a host that is not the trusted domain and `40013` for another corp; which code the real page shows
 * for a wrong response_type, scope, state or login_type is not known, 40035 (bad parameter) is our assumption, and so is 40056
 * for another agentid.
 */
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import { originOf, type Origins } from './origins.js'

const { corpId, agentId } = sandboxCredentials.wecom
const statePattern = /^[a-zA-Z0-9]{0,128}$/

export type Query = (name: string) => string | undefined

export interface SignInRequest {
  redirectUri: string
  state: string
  /** Only `snsapi_privateinfo` yields a user_ticket. */
  privateInfo: boolean
}

export function oauthRequest(query: Query, origins: Origins): SignInRequest {
  const scope = query('scope') ?? ''
  if (query('appid') !== corpId) throw new PlatformError(40013, 'invalid appid')
  if (query('response_type') !== 'code') throw badParameter('response_type')
  if (!['snsapi_base', 'snsapi_privateinfo'].includes(scope)) throw badParameter('scope')
  if (scope === 'snsapi_privateinfo' || query('agentid') !== undefined) requireAgent(query)

  return { ...whereBack(query, origins), privateInfo: scope === 'snsapi_privateinfo' }
}

export function qrRequest(query: Query, origins: Origins): SignInRequest {
  if (query('login_type') !== 'CorpApp') throw badParameter('login_type')
  if (query('appid') !== corpId) throw new PlatformError(40013, 'invalid appid')
  requireAgent(query)
  return { ...whereBack(query, origins), privateInfo: false }
}

function whereBack(query: Query, { trusted }: Origins): Pick<SignInRequest, 'redirectUri' | 'state'> {
  const redirectUri = query('redirect_uri') ?? ''
  const state = query('state') ?? ''
  if (!trusted.has(originOf(redirectUri) ?? '')) throw new PlatformError(50001, 'redirect_uri is not a trusted domain')
  if (!statePattern.test(state)) throw badParameter('state')
  return { redirectUri, state }
}

function requireAgent(query: Query): void {
  if (query('agentid') !== String(agentId)) throw new PlatformError(40056, 'invalid agentid')
}

const badParameter = (name: string) => new PlatformError(40035, `invalid parameter: ${name}`)
