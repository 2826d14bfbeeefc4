/** The file at the domain's root by which WeCom sees that the domain is ours. */
import type { Middleware } from 'koa'

export interface DomainProof {
  name: string
  text: string
}

export const domainProof =
  ({ name, text }: DomainProof): Middleware =>
  async (ctx, next) => {
    if (ctx.path !== `/${name}` || !['GET', 'HEAD'].includes(ctx.method)) return void (await next())
    ctx.type = 'text/plain'
    ctx.body = text
  }
