/** Who calls: a bearer token that we issued, looked up by its hash. Nothing in a body or query says who somebody is. */
import type { Context, Middleware } from 'koa'
import { unauthorised } from '../errors.js'

export interface CandidateCaller {
  orgId: string
  openid: string
}

export type FindCandidateSession = (token: string) => Promise<CandidateCaller | undefined>

const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/

/** Puts the caller into the state when the token is good; a route then decides who may come in. */
export function resolveSession(find: FindCandidateSession): Middleware {
  return async (ctx, next) => {
    const token = bearer.exec(ctx.get('authorization'))?.[1]
    if (token) ctx.state.candidate = await find(token)
    await next()
  }
}

export function signedIn(_who: 'candidate'): Middleware {
  return async (ctx, next) => {
    if (!ctx.state.candidate) throw unauthorised()
    await next()
  }
}

export function candidateOf(ctx: Context): CandidateCaller {
  const caller = ctx.state.candidate as CandidateCaller | undefined
  if (!caller) throw unauthorised()
  return caller
}
