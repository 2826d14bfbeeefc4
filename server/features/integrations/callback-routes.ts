/** Where WeCom calls us (90930): plain text for the proof of the address, an empty 200 for everything that was stored. */
import Router from '@koa/router'
import { CallbackEcho, CallbackQuery } from '../../../shared/contracts/callbacks.js'
import { rawText } from '../../http/raw-body.js'
import { checked } from '../../http/validate.js'
import { proveAddress, receiveCallback, type ReceiveDeps } from './receive-callback.js'

/** Envelopes are a few KB; nothing larger is read. */
const mostBytes = 64 * 1024

export function wecomCallbackRoutes(deps: ReceiveDeps): Router {
  const router = new Router({ prefix: '/api/wecom/callback' })

  router.get('/', (ctx) => {
    const { echostr, ...query } = checked(CallbackEcho, { ...ctx.query })
    ctx.type = 'text/plain'
    ctx.body = proveAddress(deps, { seal: sealOf(query), echo: echostr })
  })

  router.post('/', async (ctx) => {
    const query = checked(CallbackQuery, { ...ctx.query })
    const body = await rawText(ctx, mostBytes)

    await receiveCallback(deps, { seal: sealOf(query), body })

    ctx.status = 200
    ctx.body = ''
  })

  return router
}

const sealOf = ({ msg_signature: signature, timestamp, nonce }: CallbackQuery) => ({ signature, timestamp, nonce })
