/** The members' own WeCom: what the app wrote to them. */
import Router from '@koa/router'
import type { World } from '../core/world.js'
import { AddSecret } from '../http/bodies.js'
import { validBody } from '../http/valid-body.js'
import { addSecret, codesNow } from './authenticator.js'
import { memberById, presentMember } from './members.js'

export function memberRoutes(world: World): Router {
  const router = new Router({ prefix: '/api/members' })

  router.get('/', (ctx) => {
    ctx.body = world.state.corp.members.map(presentMember)
  })
  router.get('/:id/inbox', (ctx) => {
    ctx.body = memberById(world, ctx.params.id!).inbox
  })
  router.get('/:id/authenticator', (ctx) => {
    ctx.body = codesNow(world, memberById(world, ctx.params.id!))
  })
  router.post('/:id/authenticator', (ctx) => {
    const member = memberById(world, ctx.params.id!)
    addSecret(world, member, validBody(ctx, AddSecret))
    ctx.body = codesNow(world, member)
    ctx.status = 201
  })

  return router
}
