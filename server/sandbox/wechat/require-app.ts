import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'

/** Which mini-program calls, and whether it knows its secret. */
export function requireApp(appId: unknown, secret: unknown): void {
  const app = sandboxCredentials.wechat
  if (!appId) throw new PlatformError(41002, 'appid missing')
  if (!secret) throw new PlatformError(41004, 'appsecret missing')
  if (appId !== app.appId) throw new PlatformError(40013, 'invalid appid')
  if (secret !== app.appSecret) throw new PlatformError(40125, 'invalid appsecret')
}
