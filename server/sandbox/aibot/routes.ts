/** Hands on the bot's chats: what members say and press, who is connected, and cutting the line. */
import Router from '@koa/router'
import type { ChatRef } from '../core/bot-state.js'
import type { World } from '../core/world.js'
import { ApiError } from '../http/api-error.js'
import { BotTap, GroupTap, SayToBot } from '../http/bodies.js'
import { validBody } from '../http/valid-body.js'
import { memberById } from '../members/members.js'
import { groupById } from '../people/groups.js'
import type { Bot } from './bot.js'
import { postsIn } from './chats.js'

export function botRoutes(world: World, bot: Bot): Router {
  const router = new Router({ prefix: '/api' })
  const single = (id: string): ChatRef => ({ kind: 'single', id: memberById(world, id).id })

  router.post('/groups/:id/tap', (ctx) => {
    const group = groupById(world, ctx.params.id!)
    const { postId, from, ...press } = validBody(ctx, GroupTap)
    if (!group.memberIds.includes(from)) throw new ApiError('not-a-member', 403, 'only members of the group can press')
    bot.press({ kind: 'group', id: group.id }, postId, { userid: from, ...press })
    ctx.status = 204
  })
  router.get('/members/:id/bot', (ctx) => {
    ctx.body = postsIn(world, single(ctx.params.id!))
  })
  router.post('/members/:id/bot', (ctx) => {
    const chat = single(ctx.params.id!)
    ctx.body = bot.say(chat, memberById(world, chat.id), validBody(ctx, SayToBot).content)
    ctx.status = 201
  })
  router.post('/members/:id/bot/open', (ctx) => {
    bot.open(single(ctx.params.id!).id)
    ctx.status = 204
  })
  router.post('/members/:id/bot/tap', (ctx) => {
    const chat = single(ctx.params.id!)
    const { postId, ...press } = validBody(ctx, BotTap)
    bot.press(chat, postId, { userid: chat.id, ...press })
    ctx.status = 204
  })
  router.get('/aibot', (ctx) => {
    ctx.body = bot.status()
  })
  router.post('/aibot/cut', (ctx) => {
    bot.cut()
    ctx.status = 204
  })

  return router
}
