/** A built folder below a path, and a calm word when it is not built yet. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Middleware } from 'koa'
import serve from 'koa-static'

interface Folder {
  /** Without a trailing slash; empty for the root. */
  at: string
  directory: string
  notBuilt: string
}

export function staticFolder({ at, directory, notBuilt }: Folder): Middleware {
  const files = serve(directory)

  return async (ctx, next) => {
    if (ctx.path !== at && !ctx.path.startsWith(`${at}/`)) return void (await next())
    if (ctx.path === at && at !== '') return ctx.redirect(`${at}/${ctx.search}`)
    if (!existsSync(join(directory, 'index.html'))) return notBuiltYet(ctx, notBuilt)

    const { path } = ctx
    ctx.path = path.slice(at.length)
    await files(ctx, async () => {})
    ctx.path = path
  }
}

function notBuiltYet(ctx: Parameters<Middleware>[0], notBuilt: string): void {
  ctx.status = 503
  ctx.type = 'html'
  ctx.body = `<!doctype html><html lang="zh"><meta charset="utf-8"><body style="font:16px/28px system-ui;padding:24px"><p>${notBuilt}</p></body></html>`
}
