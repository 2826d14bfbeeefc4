/** The cookies of staff: unreadable for scripts, not sent along by other sites' requests, over TLS only where there is TLS. */
import type { Context } from 'koa'
import { staffCookie } from '../../http/staff-session.js'
import { signInMs } from './sign-in.js'
import { staffSessionMs } from './staff-session.js'

const signInCookie = 'xiaozhao_sign_in'
const signInPath = '/api/staff/sign-in'
const browserForm = /^[0-9a-f]{32,64}$/

export interface StaffCookies {
  session(ctx: Context): string | undefined
  keepSession(ctx: Context, token: string): void
  dropSession(ctx: Context): void
  /** Which browser this is, while a sign-in is on its way. */
  browser(ctx: Context): string | undefined
  keepBrowser(ctx: Context, browser: string): void
}

export function staffCookies(deps: { publicUrl: string }): StaffCookies {
  function set(ctx: Context, name: string, value: { text: string; path: string; maxAge: number }): void {
    const secure = deps.publicUrl.startsWith('https:')
    ctx.cookies.secure = secure // TLS ends at a proxy, so the connection itself says nothing
    ctx.cookies.set(name, value.text, {
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
    session: (ctx) => ctx.cookies.get(staffCookie),
    keepSession: (ctx, token) => set(ctx, staffCookie, { text: token, path: '/', maxAge: staffSessionMs }),
    dropSession: (ctx) => set(ctx, staffCookie, { text: '', path: '/', maxAge: 0 }),
    browser(ctx) {
      const given = ctx.cookies.get(signInCookie)
      return given && browserForm.test(given) ? given : undefined
    },
    keepBrowser: (ctx, browser) => set(ctx, signInCookie, { text: browser, path: signInPath, maxAge: signInMs }),
  }
}
