/** Proving one's phone or address by a code, while applying or later. Always the same reply, whoever is known under it. */
import Router from '@koa/router'
import type { Context } from 'koa'
import {
  ProveByWechat,
  ProveEmail,
  ProvePhone,
  RequestEmailCode,
  RequestPhoneCode,
} from '../../../../shared/contracts/contact-proof.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { networkOf } from '../../../http/client-address.js'
import { candidateOf, signedIn } from '../../../http/session.js'
import { validBody } from '../../../http/validate.js'
import type { Budget } from '../../../ports/budget.js'
import type { EmailMessenger, SmsMessenger } from '../../../ports/messenger.js'
import type { ContactProofStore } from './contact-proof-store.js'
import { proveByWechat, type ProveByWechatDeps } from './prove-by-wechat.js'
import { proveEmail, provePhone, type ProveDeps } from './prove-contact.js'
import { requestCode, type RequestCodeDeps } from './request-code.js'
import { codeByEmail, codeBySms } from './send-code.js'

export interface ContactProofRouteDeps
  extends
    ProveDeps,
    Pick<ProveByWechatDeps, 'wechatNumber' | 'wechatNumbers'>,
    Omit<RequestCodeDeps, 'kind' | 'proofs' | 'sendCode'> {
  phoneProofs: ContactProofStore
  emailProofs: ContactProofStore
  sms: Pick<SmsMessenger, 'send'>
  email?: Pick<EmailMessenger, 'send'> | undefined
  emailCodes: Budget
  settingsOf: (orgId: string) => Promise<{ organisationName: Bilingual }>
}

export function contactProofRoutes(deps: ContactProofRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate' })
  router.use('/phone', signedIn('candidate')).use('/email', signedIn('candidate'))
  const byPhone = { ...deps, kind: 'phone' as const, proofs: deps.phoneProofs, sendCode: codeBySms(deps.sms) }
  const byEmail = { ...deps, kind: 'email' as const, proofs: deps.emailProofs, sendCode: sendByEmail(deps) }

  router.post('/phone/code', async (ctx) => {
    await answerCode(ctx, byPhone, validBody(ctx, RequestPhoneCode).phone)
  })

  router.post('/phone/proof', async (ctx) => {
    const { phone: contact, code } = validBody(ctx, ProvePhone)
    await provePhone(deps, { ...candidateOf(ctx), contact }, code)
    ctx.body = {}
  })

  router.post('/phone/wechat', async (ctx) => {
    const { code } = validBody(ctx, ProveByWechat)
    ctx.body = { phone: await proveByWechat(deps, { ...candidateOf(ctx), network: networkOf(ctx.ip), code }) }
  })

  router.post('/email/code', async (ctx) => {
    await answerCode(ctx, byEmail, validBody(ctx, RequestEmailCode).email)
  })

  router.post('/email/proof', async (ctx) => {
    const { email: contact, code } = validBody(ctx, ProveEmail)
    await proveEmail(deps, { ...candidateOf(ctx), contact }, code)
    ctx.body = {}
  })

  return router
}

const sendByEmail = ({ email, emailCodes, settingsOf }: ContactProofRouteDeps) =>
  codeByEmail({ email, emailCodes, organisationName: async (orgId) => (await settingsOf(orgId)).organisationName })

async function answerCode(ctx: Context, deps: RequestCodeDeps, contact: string): Promise<void> {
  const { againAt } = await requestCode(deps, { ...candidateOf(ctx), contact, network: networkOf(ctx.ip) })
  ctx.body = { againAt: againAt.toISOString() }
}
