/** Lists of trusted addresses (reference 01): WeCom asks at every call of the app but gettoken, WeChat when a token is asked for. */
import { PlatformError } from './platform-error.js'
import type { World } from './world.js'

const from = '127.0.0.1'

export function requireTrustedIp({ state }: World, platform: 'wecom' | 'wechat'): void {
  if (state.settings.trustedIp) return
  if (platform === 'wechat') throw new PlatformError(40164, `invalid ip ${from} ipv6 ::ffff:${from}, not in whitelist`)
  throw new PlatformError(
    60020,
    `not allow to access from your ip, hint: [1790000000], from ip: ${from}, more info at …`,
  )
}
