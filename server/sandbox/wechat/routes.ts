/** The WeChat endpoints that the product calls (reference 01 and 06). */
import Router from '@koa/router'
import type { Context } from 'koa'
import { requireToken } from '../core/tokens.js'
import type { World } from '../core/world.js'
import type { Timing } from '../http/hold.js'
import { jsonBody, queryOf, requireMethod } from '../http/platform-call.js'
import { codeToSession } from './code-to-session.js'
import { ownTemplates } from './own-templates.js'
import { stableToken } from './stable-token.js'
import { phoneNumberOf } from './phone-number.js'
import { sendSubscription } from './send-subscription.js'
import { makeUrlLink } from './url-link.js'

export function wechatRoutes(world: World, timing: Timing): Router {
  const router = new Router({ prefix: '/wechat' })
  const tokenOn = (ctx: Context) =>
    requireToken(world, { platform: 'wechat', value: queryOf(ctx, 'access_token'), endpoint: ctx.path })
  const postedWithToken = (ctx: Context): Record<string, unknown> => {
    requireMethod(ctx, 'POST')
    tokenOn(ctx)
    return jsonBody(ctx)
  }

  router.all('/sns/jscode2session', (ctx) => {
    requireMethod(ctx, 'GET')
    ctx.body = codeToSession(world, (name) => queryOf(ctx, name))
  })
  router.all('/cgi-bin/stable_token', (ctx) => {
    requireMethod(ctx, 'POST')
    ctx.body = stableToken(world, jsonBody(ctx))
  })
  router.all('/cgi-bin/message/subscribe/send', async (ctx) => {
    await sendSubscription(world, postedWithToken(ctx), timing)
    ctx.body = { errcode: 0, errmsg: 'ok' }
  })
  router.all('/wxaapi/newtmpl/gettemplate', (ctx) => {
    requireMethod(ctx, 'GET')
    tokenOn(ctx)
    ctx.body = ownTemplates(world)
  })
  router.all('/wxa/business/getuserphonenumber', (ctx) => {
    ctx.body = { errcode: 0, errmsg: 'ok', phone_info: phoneNumberOf(world, postedWithToken(ctx)) }
  })
  router.all('/wxa/generate_urllink', (ctx) => {
    const id = makeUrlLink(world, postedWithToken(ctx))
    ctx.body = { errcode: 0, errmsg: 'ok', url_link: `http://localhost:${ctx.req.socket.localPort}/u/${id}` }
  })
  return router
}
