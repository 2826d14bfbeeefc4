/** Sign-in pages of WeCom for a browser: OAuth inside a member's client, QR outside (reference 08). */
import type Router from '@koa/router'
import type { Context } from 'koa'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { queryOf } from '../http/platform-call.js'
import { oauthRequest, qrRequest, type SignInRequest } from './authorize.js'
import { memberOfClient } from './client-routes.js'
import { signedInUrl } from './codes.js'
import type { Origins } from './origins.js'
import { qrPage, refusedPage, whoseClientPage, type Choice } from './pages.js'

type Reader = (query: (name: string) => string | undefined, origins: Origins) => SignInRequest

/** `as` is whom somebody chose on our page; the real ones know it from the client or the phone that scans. */
export function addBrowserRoutes(router: Router, world: World, origins: Origins): void {
  const signIn = (
    ctx: Context,
    read: Reader,
    present: (choices: Choice[]) => string | Promise<string>,
    client?: string,
  ) =>
    answerBrowser(ctx, async () => {
      const request = read((name) => queryOf(ctx, name), origins)
      const whose = known(world, queryOf(ctx, 'as')) ?? client
      if (whose) return ctx.redirect(signedInUrl(world, whose, request))
      ctx.type = 'html'
      ctx.body = await present(choicesOf(world, ctx))
    })

  router.get('/connect/oauth2/authorize', (ctx) =>
    signIn(ctx, oauthRequest, whoseClientPage, memberOfClient(world, ctx)),
  )
  router.get('/wwlogin/sso/login', (ctx) => signIn(ctx, qrRequest, (choices) => qrPage(choices, ctx.href)))
}

async function answerBrowser(ctx: Context, work: () => Promise<unknown>): Promise<void> {
  try {
    ctx.set('cache-control', 'no-store')
    await work()
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    ctx.state.errcode = error.errcode
    ctx.type = 'html'
    ctx.body = refusedPage(error.errcode, error.errmsg)
  }
}

const everybody = ({ state: { corp } }: World) => [
  ...corp.members.map(({ id, name, title }) => ({ id, name, note: title })),
  ...corp.outsiders.map(({ id, name }) => ({ id, name, note: 'openid' })),
]

const known = (world: World, id: string | undefined): string | undefined =>
  everybody(world).find((one) => one.id === id)?.id

function choicesOf(world: World, ctx: Context): Choice[] {
  return everybody(world).map(({ id, name, note }) => {
    const query = new URLSearchParams(ctx.querystring)
    query.set('as', id)
    return { name, note, href: `${ctx.path}?${query.toString()}` }
  })
}
