/** The WeCom endpoints that the product calls (reference 01, 02, 03 and 08). */
import Router from '@koa/router'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import { issueToken, reusableToken } from '../core/tokens.js'
import type { World } from '../core/world.js'
import { jsonBody, queryOf, requireMethod } from '../http/platform-call.js'
import { addBrowserRoutes } from '../oauth/browser-routes.js'
import type { Origins } from '../oauth/origins.js'
import { addAppRoutes } from './app-routes.js'
import { postToGroup } from './webhook.js'

export function wecomRoutes(world: World, origins: Origins, callbackReady: () => Promise<boolean>): Router {
  const router = new Router({ prefix: '/wecom' })
  const { corpId, appSecret } = sandboxCredentials.wecom

  router.all('/cgi-bin/gettoken', (ctx) => {
    requireMethod(ctx, 'GET')
    if (!queryOf(ctx, 'corpid')) throw new PlatformError(41002, 'corpid missing')
    if (!queryOf(ctx, 'corpsecret')) throw new PlatformError(41004, 'corpsecret missing')
    if (queryOf(ctx, 'corpid') !== corpId) throw new PlatformError(40013, 'invalid corpid')
    if (queryOf(ctx, 'corpsecret') !== appSecret) throw new PlatformError(40001, 'invalid credential')

    const token = reusableToken(world, 'wecom', 0) ?? issueToken(world, 'wecom')
    ctx.body = {
      errcode: 0,
      errmsg: 'ok',
      access_token: token.value,
      expires_in: Math.ceil((token.expiresAt - world.now()) / 1000),
    }
  })

  router.all('/cgi-bin/webhook/send', (ctx) => {
    requireMethod(ctx, 'POST')
    postToGroup(world, queryOf(ctx, 'key'), jsonBody(ctx))
    ctx.body = { errcode: 0, errmsg: 'ok' }
  })

  addAppRoutes(router, world, callbackReady)
  addBrowserRoutes(router, world, origins)

  return router
}
