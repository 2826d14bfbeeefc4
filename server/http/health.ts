/** /healthz: the process lives. /readyz: it can work. /metrics: figures. None of them says anything about people. */
import Router from '@koa/router'
import type { Metrics } from '../metrics.js'
import { openApiDocument } from './openapi.js'

interface Deps {
  metrics: Metrics
  publicUrl: string
  ready: () => Promise<Record<string, boolean>>
}

export function operationsRoutes({ metrics, publicUrl, ready }: Deps): Router {
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
    ctx.type = metrics.registry.contentType
    ctx.body = await metrics.registry.metrics()
  })

  router.get('/openapi.json', (ctx) => {
    ctx.body = document
  })

  return router
}
