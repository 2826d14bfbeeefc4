/** Who of the staff calls: an HttpOnly cookie that we issued, looked up by its hash. Nothing in a body or query says who somebody is. */
import type { Context, Middleware } from 'koa'
import { forbidden, unauthorised } from '../errors.js'
import type { StaffCaller } from '../ports/staff.js'

/** `secondFactorMissing`: known, but an HR administrator who has not given the second factor in this session (C18). */
export interface StaffSession {
  caller: StaffCaller
  secondFactorMissing: boolean
}

export type FindStaffSession = (token: string) => Promise<StaffSession | undefined>

interface Deps {
  publicUrl: string
  findStaffSession: FindStaffSession
}

export const staffCookie = 'xiaozhao_staff'

/**
 * The console sends this header with every change. A page of another site cannot: it would need our leave (CORS), and the cookie
 * alone changes nothing.
 */
export const consoleHeader = 'x-xiaozhao-console'

/** With TLS no other host of the domain, and nobody on plain HTTP, can set it. */
export const cookieAt = (publicUrl: string, name: string): string =>
  publicUrl.startsWith('https:') ? `__Host-${name}` : name

export function resolveStaffSession({ publicUrl, findStaffSession }: Deps): Middleware {
  const name = cookieAt(publicUrl, staffCookie)
  return async (ctx, next) => {
    const token = ctx.cookies.get(name)
    if (token) ctx.state.staff = await findStaffSession(token)
    await next()
  }
}

export function staffSessionOf(ctx: Context): StaffSession {
  const session = ctx.state.staff as StaffSession | undefined
  if (!session) throw unauthorised('staff-sign-in-needed')
  return session
}

/** Whose limit counts, where somebody is signed in. */
export const memberIn = (ctx: Context): string | undefined =>
  (ctx.state.staff as StaffSession | undefined)?.caller.memberId

export function staffOf(ctx: Context): StaffCaller {
  const { caller, secondFactorMissing } = staffSessionOf(ctx)
  if (secondFactorMissing) throw forbidden('second-factor-needed')
  return caller
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export const refuseForeignPages: Middleware = async (ctx, next) => {
  if (changing.has(ctx.method) && ctx.get(consoleHeader) === '') throw forbidden('foreign-page')
  await next()
}
