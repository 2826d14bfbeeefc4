/** /healthz: the process lives. /readyz: it can work. /metrics: figures, for this machine or with a token. None of them says anything about people. */
import { createHash, timingSafeEqual } from 'node:crypto'
import Router from '@koa/router'
import type { Context } from 'koa'
import { notFound } from '../errors.js'
import type { Metrics } from '../metrics.js'
import { isThisMachine } from './client-address.js'
import { openApiDocument } from './openapi.js'

interface Deps {
  metrics: Metrics
  metricsToken?: string | undefined
  publicUrl: string
  ready: () => Promise<Record<string, boolean>>
}

export function operationsRoutes({ metrics, metricsToken, publicUrl, ready }: Deps): Router {
  const router = new Router()
  const document = openApiDocument(publicUrl)

  router.get('/healthz', (ctx) => {
    ctx.body = { ok: true }
  })

  router.get('/readyz', async (ctx) => {
    const parts = await ready()
    const ok = Object.values(parts).every(Boolean)
    ctx.status = ok ? 200 : 503
    ctx.body = { ok, ...parts }
  })

  router.get('/metrics', async (ctx) => {
    if (!isThisMachine(ctx) && !holds(ctx, metricsToken)) throw notFound('address')
    ctx.type = metrics.registry.contentType
    ctx.body = await metrics.registry.metrics()
  })

  router.get('/openapi.json', (ctx) => {
    ctx.body = document
  })

  return router
}

function holds(ctx: Context, token: string | undefined): boolean {
  return token !== undefined && timingSafeEqual(hashOf(ctx.get('authorization')), hashOf(`Bearer ${token}`))
}

const hashOf = (text: string) => createHash('sha256').update(text).digest()
