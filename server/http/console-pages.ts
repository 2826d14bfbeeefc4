/**
 * HR's web console below /console/: built files, and index.html for every address of its router. No script or style stands in the
 * page itself, so the policy allows neither; it may not be framed, and what it loads comes from here.
 */
import { hours } from '../durations.js'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import helmet from 'koa-helmet'
import type { Context, Middleware } from 'koa'
import serve from 'koa-static'

const at = '/console'
const yearMs = hours(365 * 24)
const notBuilt =
  '<!doctype html><html lang="zh"><meta charset="utf-8"><title>小招</title><p>管理台还没有构建，请运行 npm run build。<br>The console is not built yet: npm run build.</p></html>'

const policy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    mediaSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
})

export function consolePages(directory: string): Middleware {
  const assets = serve(directory, { maxage: yearMs, immutable: true, index: false })
  const page = serve(directory, { maxage: 0 })

  return async (ctx, next) => {
    if (ctx.path !== at && !ctx.path.startsWith(`${at}/`)) return void (await next())
    if (ctx.path === at) return ctx.redirect(`${at}/${ctx.search}`)
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return void (await next())
    if (!existsSync(join(directory, 'index.html'))) return notBuiltYet(ctx)

    const path = ctx.path.slice(at.length)
    await policy(ctx, async () => {})
    await (path.startsWith('/assets/') ? below(ctx, path, assets) : below(ctx, '/index.html', page))
  }
}

/** The files are looked up without the prefix. */
async function below(ctx: Context, path: string, files: Middleware): Promise<void> {
  const asked = ctx.path
  ctx.path = path
  await files(ctx, async () => {})
  ctx.path = asked
}

function notBuiltYet(ctx: Context): void {
  ctx.status = 503
  ctx.type = 'html'
  ctx.body = notBuilt
}
