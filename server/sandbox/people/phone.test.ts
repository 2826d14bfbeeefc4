import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { InboxMessage } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const application = {
  id: 'a'.repeat(24),
  positionId: 'teller',
  positionTitle: { zh: '综合柜员', en: 'Teller' },
  appliedAt: '2026-11-22T01:00:00.000Z',
  feedbackReady: false,
  steps: [{ step: 'applied', state: 'done', at: '2026-11-22T01:00:00.000Z' }],
}

/** A product that replies to the two calls of the steps and repeats what it was sent elsewhere. */
function product(sandboxUrl: () => string, sessions: string[], gone: { value: boolean }): Server {
  const { appId, appSecret } = sandboxCredentials.wechat
  const answer = async (request: IncomingMessage, reply: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const json = (status: number, value: unknown) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

    if (request.url === '/api/candidate/sessions') {
      const { code } = JSON.parse(body) as { code: string }
      const query = new URLSearchParams({
        appid: appId,
        secret: appSecret,
        js_code: code,
        grant_type: 'authorization_code',
      })
      const { openid } = (await (await fetch(`${sandboxUrl()}/wechat/sns/jscode2session?${query}`)).json()) as {
        openid: string
      }
      sessions.push(openid)
      return json(200, { token: `token-${sessions.length}` })
    }
    if (request.url === '/api/candidate/applications') {
      const refused = request.headers.authorization !== `Bearer token-${sessions.length}` || gone.value
      gone.value = false
      return refused
        ? json(401, {})
        : json(200, {
            applications: [application, { ...application, appliedAt: '2026-11-21T01:00:00.000Z', id: 'b'.repeat(24) }],
          })
    }
    return json(201, { url: request.url, method: request.method, body, cookie: request.headers.cookie ?? null })
  }
  return createServer((request, reply) => void answer(request, reply))
}

describe('a phone in the sandbox', () => {
  let sandbox: TestSandbox
  let server: Server
  let productUrl: string
  const sessions: string[] = []
  const gone = { value: false }

  beforeEach(async () => {
    sessions.length = 0
    server = product(() => sandbox.baseUrl, sessions, gone).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    productUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    sandbox = await startSandbox({ productUrl })
  })
  afterEach(async () => {
    await sandbox.close()
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })

  const proxied = (url: string, init: RequestInit = {}) => fetch(`${sandbox.baseUrl}/phone/__proxy/${url}`, init)
  const flightMode = (online: boolean) => sandbox.post('/api/people/wang-xiaoming/phone', { online })

  it('passes a request on with method, query and body, but without the browser’s cookies', async () => {
    const reply = await proxied(`${productUrl}/api/x?y=1`, {
      method: 'PUT',
      body: '{"answer":"好"}',
      headers: { cookie: 'a=b' },
    })

    expect(reply.status).to.equal(201)
    expect(await reply.json()).to.deep.equal({
      url: '/api/x?y=1',
      method: 'PUT',
      body: '{"answer":"好"}',
      cookie: null,
    })
  })

  it('goes nowhere but to the product and this machine', async () => {
    for (const url of ['http://example.com/', 'file:///etc/passwd', 'http://169.254.169.254/', 'x']) {
      const reply = await proxied(url)
      expect(reply.status, url).to.equal(403)
      expect(reply.headers.get('x-phone-proxy-error')).to.equal('proxy-refused')
    }
  })

  it('says that the product is down', async () => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })

    expect((await proxied(`${productUrl}/api/x`)).status).to.equal(502)
    expect(await sandbox.get('/api/people/wang-xiaoming/steps')).to.deep.equal({ kind: 'product-down' })
  })

  it('has no network in flight mode: requests break, login fails, messages wait', async () => {
    await flightMode(false)
    await sandbox.post('/api/clock', { jumpMs: 1000 })
    const asWang = { headers: { referer: `${sandbox.baseUrl}/phone/?person=wang-xiaoming&path=/pages/a/a` } }

    expect(await proxied(`${productUrl}/api/x`, asWang).catch(() => 'broken')).to.equal('broken')
    expect(
      await proxied(`${productUrl}/api/x`, { headers: { 'x-phone-person': 'wang-xiaoming' } }).catch(() => 'broken'),
    ).to.equal('broken')
    expect((await proxied(`${productUrl}/api/x`)).status).to.equal(201)
    expect(await sandbox.post('/api/people/wang-xiaoming/wx/login')).to.have.nested.property(
      'error.code',
      'phone-offline',
    )
    expect(await sandbox.get('/api/people/wang-xiaoming/steps')).to.deep.equal({ kind: 'offline' })
  })

  it('shows what came meanwhile when the network is back', async () => {
    const { template, send } = await noticeSender(sandbox)
    await sandbox.post('/api/people/wang-xiaoming/wx/subscribe', { choices: { [template]: 'accept' } })
    await flightMode(false)
    await sandbox.post('/api/clock', { jumpMs: 1000 })
    expect(await send()).to.include({ errcode: 0 })
    const hidden = await sandbox.get<InboxMessage[]>('/api/people/wang-xiaoming/inbox')
    await flightMode(true)

    expect(hidden).to.deep.equal([])
    expect(await sandbox.get('/api/people/wang-xiaoming/inbox')).to.have.length(1)
  })

  it('opens the page of a notice that is tapped', async () => {
    const { template, send } = await noticeSender(sandbox)
    await sandbox.post('/api/people/wang-xiaoming/wx/subscribe', { choices: { [template]: 'accept' } })
    await send()
    const [message] = await sandbox.get<InboxMessage[]>('/api/people/wang-xiaoming/inbox')

    expect(await sandbox.post('/api/people/wang-xiaoming/tap', { messageId: message!.id })).to.deep.equal({
      opens: 'pages/status/status?id=1',
    })
    expect(await sandbox.post('/api/people/li-lei/tap', { messageId: message!.id })).to.have.nested.property(
      'error.code',
      'not-found',
    )
  })

  it('tells where a person stands by signing in once, and again when the session ran out', async () => {
    const first = await sandbox.get('/api/people/wang-xiaoming/steps')
    await sandbox.get('/api/people/wang-xiaoming/steps')
    expect(first).to.deep.equal({ kind: 'application', application })
    expect(sessions).to.deep.equal(['oSandbox-wang-xiaoming-00001'])

    gone.value = true
    expect(await sandbox.get('/api/people/wang-xiaoming/steps')).to.deep.equal(first)
    expect(sessions).to.have.length(2)
  })

  it('tells the rendered mini-program where its server is', async () => {
    expect(await sandbox.get('/phone/ext.json')).to.deep.equal({ apiBase: productUrl })
  })
})

async function noticeSender(sandbox: TestSandbox) {
  const { appId, appSecret, templates } = sandboxCredentials.wechat
  const { access_token: token } = await sandbox.post('/wechat/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: appId,
    secret: appSecret,
  })
  const message = {
    touser: 'oSandbox-wang-xiaoming-00001',
    template_id: templates.result,
    page: 'pages/status/status?id=1',
    data: { phrase3: { value: '面试进展' }, thing5: { value: '反馈已生成' }, time2: { value: '10:15' } },
  }
  return {
    template: templates.result,
    send: () => sandbox.post(`/wechat/cgi-bin/message/subscribe/send?access_token=${String(token)}`, message),
  }
}
