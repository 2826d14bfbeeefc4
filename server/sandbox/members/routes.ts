/** The members' own WeCom: what the app wrote to them. */
import Router from '@koa/router'
import type { World } from '../core/world.js'
import { memberById, presentMember } from './members.js'

export function memberRoutes(world: World): Router {
  const router = new Router({ prefix: '/api/members' })

  router.get('/', (ctx) => {
    ctx.body = world.state.corp.members.map(presentMember)
  })
  router.get('/:id/inbox', (ctx) => {
    ctx.body = memberById(world, ctx.params.id!).inbox
  })

  return router
}
