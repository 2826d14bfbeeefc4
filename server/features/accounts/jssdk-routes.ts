/** A signature for a page of the console inside WeCom. Says nothing about people, so it needs a session and no role. */
import Router from '@koa/router'
import { PageSignatureQuery } from '../../../shared/contracts/staff.js'
import { forbidden } from '../../errors.js'
import { rateLimited } from '../../http/rate-limit.js'
import { memberIn, staffSessionOf } from '../../http/staff-session.js'
import { validQuery } from '../../http/validate.js'
import type { PageSigner } from '../../ports/page-signature.js'

interface Deps {
  pageSigner: PageSigner
  publicUrl: string
}

const signaturesAMinute = 120

export function jssdkRoutes({ pageSigner, publicUrl }: Deps): Router {
  const router = new Router({ prefix: '/api/staff' })
  const limited = rateLimited({ points: signaturesAMinute, perSeconds: 60, keyOf: (ctx) => memberIn(ctx) ?? ctx.ip })

  router.get('/jssdk-signature', limited, async (ctx) => {
    staffSessionOf(ctx)
    const { url } = validQuery(ctx, PageSignatureQuery)
    // Signed elsewhere, a page of somebody else could act as ours inside WeCom.
    if (!url.startsWith(`${publicUrl}/console/`)) throw forbidden('foreign-page')
    ctx.body = await pageSigner.sign(url)
  })

  return router
}
