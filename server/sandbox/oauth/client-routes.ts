/** A browser as one member's WeCom: it keeps whose it is in a cookie, as the real client knows who is signed in. */
import Router from '@koa/router'
import type { Context } from 'koa'
import type { World } from '../core/world.js'
import { ApiError } from '../http/api-error.js'
import { queryOf } from '../http/platform-call.js'
import { memberById } from '../members/members.js'
import { originOf, type Origins } from './origins.js'

const cookie = 'sandbox_wecom_member'

/** `GET /wecom-client/open?member=&url=`: only to the product or back to the sandbox, so that it redirects nobody elsewhere. */
export function clientRoutes(world: World, origins: Origins): Router {
  const router = new Router({ prefix: '/wecom-client' })

  router.get('/open', (ctx) => {
    const member = memberById(world, queryOf(ctx, 'member') ?? '')
    const given = queryOf(ctx, 'url') ?? '/'
    const url = URL.canParse(given, origins.publicUrl) ? new URL(given, origins.publicUrl) : undefined
    if (!url || !(origins.trusted.has(url.origin) || url.origin === originOf(ctx.href))) {
      throw new ApiError('foreign-url', 400, 'only pages of the product and of the sandbox open here')
    }
    if (ctx.cookies.get(cookie) !== member.id) forgetWhoWasHere(ctx)
    ctx.cookies.set(cookie, member.id, { httpOnly: true, sameSite: 'lax', path: '/', overwrite: true })
    ctx.set('cache-control', 'no-store')
    ctx.redirect(url.href)
  })

  return router
}

/**
 * Each member has a client of their own with cookies of its own. On one machine these share a jar, whatever the port: without this
 * the product would go on knowing the member who was here before.
 */
function forgetWhoWasHere(ctx: Context): void {
  const names = [...ctx.get('cookie').matchAll(/(?:^|;\s*)([\w-]+)=/g)].map(([, name]) => name!)
  for (const name of names.filter((known) => known !== cookie))
    ctx.cookies.set(name, '', { path: '/', maxAge: 0, overwrite: true })
}

export function memberOfClient(world: World, ctx: Context): string | undefined {
  const id = ctx.cookies.get(cookie)
  return world.state.corp.members.find((member) => member.id === id)?.id
}
