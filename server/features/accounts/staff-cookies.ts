/** The cookies of staff: unreadable for scripts, not sent along by other sites' requests, over TLS only where there is TLS. */
import type { Context } from 'koa'
import { keyedHash } from '../../mongo/key-ring.js'
import { cookieAt, staffCookie } from '../../http/staff-session.js'
import { hours } from '../../durations.js'
import { staffSessionMs } from './staff-session.js'

const signInCookie = 'xiaozhao_sign_in'
const signInPath = '/api/staff/sign-in'
const browserForm = /^([0-9a-f]{32,64})\.([A-Za-z0-9_-]{43})$/
/** Long, so that who signed in before is not counted among strangers. */
const browserMs = hours(180 * 24)

export interface StaffCookies {
  session(ctx: Context): string | undefined
  keepSession(ctx: Context, token: string): void
  dropSession(ctx: Context): void
  newBrowser(random: string): string
  /** Which browser this is, by a mark of ours: a sign-in comes back to it, and its tries are counted apart from its network's. */
  browser(ctx: Context): string | undefined
  keepBrowser(ctx: Context, browser: string): void
}

export function staffCookies(deps: { publicUrl: string; sessionKey: Buffer }): StaffCookies {
  const secure = deps.publicUrl.startsWith('https:')
  const marked = (random: string) => `${random}.${keyedHash(deps.sessionKey, `browser ${random}`)}`

  function set(ctx: Context, name: string, value: { text: string; path: string; maxAge: number }): void {
    ctx.cookies.secure = secure // TLS ends at a proxy, so the connection itself says nothing
    ctx.cookies.set(cookieAt(deps.publicUrl, name), value.text, {
      path: value.path,
      maxAge: value.maxAge,
      httpOnly: true,
      sameSite: 'lax',
      secure,
      overwrite: true,
      signed: false,
    })
  }

  return {
    newBrowser: marked,
    session: (ctx) => ctx.cookies.get(cookieAt(deps.publicUrl, staffCookie)),
    keepSession: (ctx, token) => set(ctx, staffCookie, { text: token, path: '/', maxAge: staffSessionMs }),
    dropSession: (ctx) => set(ctx, staffCookie, { text: '', path: '/', maxAge: 0 }),
    browser(ctx) {
      const given = ctx.cookies.get(cookieAt(deps.publicUrl, signInCookie))
      const random = given && browserForm.exec(given)?.[1]
      return random && marked(random) === given ? given : undefined
    },
    keepBrowser: (ctx, browser) =>
      set(ctx, signInCookie, { text: browser, path: secure ? '/' : signInPath, maxAge: browserMs }),
  }
}
