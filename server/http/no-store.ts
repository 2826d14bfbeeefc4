/** What the product answers is about people or about rights: no browser and no proxy keeps any of it. */
import type { Middleware } from 'koa'

export const noStore: Middleware = async (ctx, next) => {
  if (ctx.path.startsWith('/api/')) ctx.set('cache-control', 'no-store')
  await next()
}
