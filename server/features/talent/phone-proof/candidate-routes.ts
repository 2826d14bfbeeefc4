/** Proving one's phone by a code, while applying or later. Always the same reply, whoever is known under it. */
import Router from '@koa/router'
import { ProvePhone, RequestPhoneCode } from '../../../../shared/contracts/phone-proof.js'
import { networkOf } from '../../../http/client-address.js'
import { candidateOf, signedIn } from '../../../http/session.js'
import { validBody } from '../../../http/validate.js'
import { provePhone, type ProveDeps } from './prove-phone.js'
import { requestPhoneCode, type RequestCodeDeps } from './request-phone-code.js'

export type PhoneProofRouteDeps = ProveDeps &
  RequestCodeDeps & { phoneProofs: ProveDeps['phoneProofs'] & RequestCodeDeps['phoneProofs'] }

export function phoneProofRoutes(deps: PhoneProofRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/phone' })
  router.use(signedIn('candidate'))

  router.post('/code', async (ctx) => {
    const { phone } = validBody(ctx, RequestPhoneCode)
    const { againAt } = await requestPhoneCode(deps, { ...candidateOf(ctx), phone, network: networkOf(ctx.ip) })
    ctx.body = { againAt: againAt.toISOString() }
  })

  router.post('/proof', async (ctx) => {
    const { phone, code } = validBody(ctx, ProvePhone)
    await provePhone(deps, { ...candidateOf(ctx), phone }, code)
    ctx.body = {}
  })

  return router
}
