/** What a self-built app calls with its access token (reference 01, 02, 08). */
import type Router from '@koa/router'
import type { Context } from 'koa'
import { PlatformError } from '../core/platform-error.js'
import { requireToken } from '../core/tokens.js'
import { requireTrustedIp } from '../core/trusted-ip.js'
import type { World } from '../core/world.js'
import { jsonBody, queryOf, requireMethod } from '../http/platform-call.js'
import { userInfo } from '../oauth/codes.js'
import { recallMessage } from './recall-message.js'
import { sendMessage } from './send-message.js'
import { ticketReply } from './tickets.js'
import { updateCard } from './update-card.js'

const ok = { errcode: 0, errmsg: 'ok' }

export function addAppRoutes(router: Router, world: World, callbackReady: () => Promise<boolean>): void {
  const authorized = (ctx: Context, method: 'GET' | 'POST') => {
    requireMethod(ctx, method)
    requireToken(world, { platform: 'wecom', value: queryOf(ctx, 'access_token'), endpoint: ctx.path })
    requireTrustedIp(world, 'wecom')
  }

  for (const path of ['/cgi-bin/auth/getuserinfo', '/cgi-bin/user/getuserinfo']) {
    router.all(path, (ctx) => {
      authorized(ctx, 'GET')
      ctx.body = { ...ok, ...userInfo(world, queryOf(ctx, 'code')) }
    })
  }
  router.all('/cgi-bin/user/get', (ctx) => {
    authorized(ctx, 'GET')
    const member = world.state.corp.members.find(({ id }) => id === queryOf(ctx, 'userid'))
    if (!member) throw new PlatformError(60111, 'userid not found')
    ctx.body = { ...ok, userid: member.id, name: member.name, position: member.title }
  })
  router.all('/cgi-bin/get_jsapi_ticket', (ctx) => {
    authorized(ctx, 'GET')
    ctx.body = ticketReply(world, 'corp')
  })
  router.all('/cgi-bin/ticket/get', (ctx) => {
    authorized(ctx, 'GET')
    if (queryOf(ctx, 'type') !== 'agent_config') throw new PlatformError(40005, 'invalid type')
    ctx.body = ticketReply(world, 'agent')
  })
  router.all('/cgi-bin/getcallbackip', (ctx) => {
    authorized(ctx, 'GET')
    ctx.body = { ...ok, ip_list: ['127.0.0.1'] }
  })

  router.all('/cgi-bin/message/send', async (ctx) => {
    authorized(ctx, 'POST')
    ctx.body = { ...ok, ...(await sendMessage(world, jsonBody(ctx), callbackReady)) }
  })
  router.all('/cgi-bin/message/update_template_card', (ctx) => {
    authorized(ctx, 'POST')
    ctx.body = { ...ok, ...updateCard(world, jsonBody(ctx)) }
  })
  router.all('/cgi-bin/message/recall', (ctx) => {
    authorized(ctx, 'POST')
    recallMessage(world, jsonBody(ctx))
    ctx.body = ok
  })
}
