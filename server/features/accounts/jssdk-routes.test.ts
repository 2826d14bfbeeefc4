import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import Koa from 'koa'
import { errorHandler } from '../../http/error-handler.js'
import { createLog } from '../../log.js'
import { jssdkRoutes } from './jssdk-routes.js'

describe('the signature for a page', () => {
  let server: Server
  let signedIn: boolean
  const signed: string[] = []
  const ask = async (url: string) => {
    const reply = await fetch(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/staff/jssdk-signature?${new URLSearchParams({ url }).toString()}`,
    )
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
  }

  before(async () => {
    const app = new Koa()
    app.use(errorHandler(createLog('silent')))
    app.use(async (ctx, next) => {
      if (signedIn) ctx.state.staff = { caller: {}, secondFactorMissing: false }
      await next()
    })
    const pageSigner = {
      sign: async (url: string) => {
        signed.push(url)
        return { corpId: 'ww1', timestamp: 1, nonceStr: 'n', signature: 's' }
      },
    }
    app.use(jssdkRoutes({ pageSigner, publicUrl: 'https://xz.example' }).routes())
    // oxlint-disable-next-line typescript/no-misused-promises -- Koa answers every error itself
    server = createServer(app.callback()).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  after(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })
  beforeEach(() => {
    signedIn = true
    signed.length = 0
  })

  it('is given for a page of the console', async () => {
    expect(await ask('https://xz.example/console/candidates/1')).to.deep.include({
      status: 200,
      body: { corpId: 'ww1', timestamp: 1, nonceStr: 'n', signature: 's' },
    })
  })

  it('is given for no other page and to nobody without a session', async () => {
    const foreign = await ask('https://xz.example.evil/console/')
    const other = await ask('https://xz.example/phone/')
    signedIn = false
    const anonymous = await ask('https://xz.example/console/')

    expect([foreign.status, other.status, anonymous.status]).to.deep.equal([403, 403, 401])
    expect(signed).to.deep.equal([])
  })
})
