import { expect } from 'chai'
import mongoose from 'mongoose'
import Router from '@koa/router'
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Type } from 'typebox'
import { SubmitAnswer } from '../shared/contracts/interviews.js'
import { buildApp } from './app.js'
import { conflict } from './errors.js'
import { anonymousJsonBody } from './http/json-body.js'
import { candidateOf, signedIn } from './http/session.js'
import { staffCookie } from './http/staff-session.js'
import { validBody, validQuery } from './http/validate.js'
import { createLog } from './log.js'
import { createMetrics } from './metrics.js'

const metricsToken = 'a-token-of-20-letters'
const mostCalls = 20
const goodToken = 'a-token-of-at-least-twenty-characters'

describe('the web application', () => {
  let server: Server
  let base: string
  let lines: string[]

  before(async () => {
    const open = new Router({ prefix: '/api/open' })
    open.post('/', anonymousJsonBody, (ctx) => {
      ctx.body = validBody(ctx, SubmitAnswer)
    })
    open.get('/fault', () => {
      throw new Error('dup key: { phone: "13800138000" }')
    })
    open.get('/full', () => {
      throw Object.assign(new Error('full'), { code: 14031 })
    })
    open.get('/away', () => {
      throw new mongoose.mongo.MongoNetworkError('away')
    })
    open.get('/asked', (ctx) => {
      ctx.body = validQuery(ctx, Type.Object({ id: Type.String() }, { additionalProperties: false }))
    })
    open.get('/no', () => {
      throw conflict('past-deadline', { savedText: '我的回答' })
    })
    const closed = new Router({ prefix: '/api/closed' })
    closed.use(signedIn('candidate'))
    closed.get('/', (ctx) => {
      ctx.body = candidateOf(ctx)
    })
    const staff = new Router({ prefix: '/api/staff/answers' })
    staff.post('/', (ctx) => {
      ctx.body = validBody(ctx, SubmitAnswer)
    })

    lines = []
    const log = createLog('info', { write: (line) => void lines.push(line) })
    const app = buildApp({
      log,
      metrics: createMetrics(),
      publicUrl: 'http://x',
      metricsToken,
      routers: [open, closed, staff],
      ready: async () => ({ store: false }),
      domainProof: { name: 'WW_verify_Ab12.txt', text: 'Ab12' },
      findStaffSession: async () => ({ caller: {} as never, secondFactorMissing: false }),
      findCandidateSession: async (token) =>
        token.endsWith(goodToken) ? { orgId: 'o1', openid: token === goodToken ? 'wx-1' : 'wx-2' } : undefined,
      callsAMinute: { candidate: mostCalls, staff: 1000 },
    })
    server = createServer((request, reply) => void app.callback()(request, reply)).listen(0)
    await new Promise((resolve) => server.once('listening', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.close()
  })

  async function call(
    path: string,
    {
      body,
      type = 'application/json',
      ...init
    }: { method?: string; body?: string; type?: string; headers?: Record<string, string> } = {},
  ) {
    const reply = await fetch(base + path, {
      ...init,
      ...(body !== undefined && { method: 'POST', body }),
      headers: { 'content-type': type, cookie: `${staffCookie}=any`, ...init.headers },
    })
    return {
      status: reply.status,
      headers: reply.headers,
      json: (await reply.json()) as { error: { code: string; message: string; details?: { faults?: unknown[] } } },
    }
  }
  /** As fetch does not: it refuses some methods itself. */
  function rawCall(method: string, path: string, headers: Record<string, string>) {
    return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = httpRequest(base + path, { method, headers }, (reply) => {
        let text = ''
        reply.on('data', (chunk) => (text += String(chunk)))
        reply.on('end', () => resolve({ status: reply.statusCode, text }))
      })
      sent.on('error', reject).end()
    })
  }
  const answer = { deviceKey: 'phone-0001', submissionKey: 'key-00001', text: '你好😀' }

  it('shows the file that proves whose domain it is, at the root and nowhere else', async () => {
    const shown = await fetch(`${base}/WW_verify_Ab12.txt`)

    expect([shown.status, await shown.text(), shown.headers.get('content-type')]).to.deep.equal([
      200,
      'Ab12',
      'text/plain; charset=utf-8',
    ])
    for (const other of ['/WW_verify_Ab13.txt', '/api/WW_verify_Ab12.txt'])
      expect((await fetch(base + other)).status).to.equal(404)
  })

  it('answers health, readiness and figures', async () => {
    expect((await call('/healthz')).status).to.equal(200)
    expect(await call('/readyz')).to.deep.include({ status: 503, json: { ok: false, store: false } as never })
    expect(await (await fetch(`${base}/metrics`)).text()).to.contain('xiaozhao_http_seconds')
  })

  it('lets nothing below /api be kept, whatever the answer (S11)', async () => {
    for (const path of ['/api/open', '/api/open/fault', '/api/closed', '/api/nothing'])
      expect((await call(path)).headers.get('cache-control'), path).to.equal('no-store')
  })

  it('lets no reply be drawn, framed or guessed at by a browser, whatever the answer', async () => {
    for (const path of ['/healthz', '/openapi.json', '/api/open', '/api/open/fault', '/api/closed', '/api/nothing']) {
      const { headers } = await call(path)

      expect(headers.get('content-security-policy'), path).to.equal(
        "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox",
      )
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff')
      expect(headers.get('referrer-policy'), path).to.equal('no-referrer')
      expect(headers.get('strict-transport-security'), path).to.equal('max-age=31536000; includeSubDomains')
      expect(headers.get('access-control-allow-origin'), path).to.equal(null)
      expect(headers.get('content-type'), path).to.equal('application/json; charset=utf-8')
    }
  })

  it('does not send back what TRACE carries, and takes it for no fault of its own', async () => {
    lines.length = 0
    const reply = await rawCall('TRACE', '/api/open', { cookie: `${staffCookie}=any`, 'x-secret': 'carried' })

    expect(reply.status).to.equal(405)
    expect(reply.text).not.to.contain('carried')
    expect(lines.join('')).not.to.contain('"level":"error"')
  })

  it('takes a parameter that stands twice, or is named as objects are built, for wrong input', async () => {
    const sent = (body: string) => call('/api/staff/answers', { body }).then(({ status, json }) => [status, json.error])

    expect((await call('/api/open/asked?id=1')).json).to.deep.equal({ id: '1' })
    expect(await call('/api/open/asked?id=1&id=2')).to.deep.include({ status: 400 })
    for (const name of ['__proto__', 'constructor']) {
      const [status] = await sent(`{"deviceKey":"phone-0001","submissionKey":"key-00001","text":"x","${name}":{"a":1}}`)
      expect(status, name).to.equal(400)
    }
    expect(({} as { a?: unknown }).a).to.equal(undefined)
  })

  it('gives its figures to this machine or for the token, and not to who comes through a proxy (S11)', async () => {
    const figures = (headers: Record<string, string>) =>
      fetch(`${base}/metrics`, { headers }).then(({ status }) => status)

    expect(await figures({})).to.equal(200)
    expect(await figures({ 'x-forwarded-for': '203.0.113.9' })).to.equal(404)
    expect(await figures({ 'x-forwarded-for': '127.0.0.1' })).to.equal(404)
    expect(await figures({ 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer wrong' })).to.equal(404)
    expect(await figures({ 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${metricsToken}` })).to.equal(200)
  })

  it('lets nobody in without a session, and takes no identity from the client', async () => {
    expect((await call('/api/closed')).status).to.equal(401)
    expect(
      (await call('/api/closed', { headers: { authorization: 'Bearer somebody-elses-or-guessed-token' } })).status,
    ).to.equal(401)
    expect(
      (await call('/api/closed?openid=wx-9', { headers: { authorization: `Bearer ${goodToken}` } })).json,
    ).to.deep.equal({ orgId: 'o1', openid: 'wx-1' })
  })

  it('has a lid on the calls of one caller who is signed in, before it reads what they sent', async () => {
    const many = `flood-${goodToken}`
    const flood = async (token: string, body?: string) =>
      (await call('/api/candidate/things', { ...(body && { body }), headers: { authorization: `Bearer ${token}` } }))
        .status

    const replies = await Promise.all(Array.from({ length: 30 }, () => flood(many)))

    expect(replies.filter((status) => status === 429)).to.have.length(30 - mostCalls)
    expect(await flood(many, '{"broken":')).to.equal(429)
    expect(await flood(goodToken)).to.equal(404)
  })

  it('takes emoji as one character each', async () => {
    expect(
      (await call('/api/staff/answers', { body: JSON.stringify({ ...answer, text: '😀'.repeat(2000) }) })).status,
    ).to.equal(200)
    expect(
      (await call('/api/staff/answers', { body: JSON.stringify({ ...answer, text: '😀'.repeat(2001) }) })).json.error
        .details?.faults,
    ).to.deep.equal([{ at: 'text', rule: 'maxLength', allowed: 2000 }])
  })

  it('names every fault with its place and what is allowed, and repeats no value', async () => {
    const { status, json } = await call('/api/staff/answers', {
      body: JSON.stringify({ deviceKey: '短', text: 7, secretField: '13800138000' }),
    })

    expect(status).to.equal(400)
    expect(json.error.details?.faults).to.have.deep.members([
      { at: 'submissionKey', rule: 'required' },
      { at: 'secretField', rule: 'unknown-field' },
      { at: 'deviceKey', rule: 'pattern', allowed: '^[A-Za-z0-9_-]{8,64}$' },
      { at: 'text', rule: 'type', allowed: 'string' },
    ])
    expect(JSON.stringify(json)).not.to.contain('13800138000')
  })

  it('says what is wrong with a body before anything reads it', async () => {
    expect((await call('/api/staff/answers', { body: '{"text": ' })).json.error.code).to.equal('broken-json')
    expect((await call('/api/staff/answers', { body: JSON.stringify({ text: 'x'.repeat(70_000) }) })).status).to.equal(
      413,
    )
    expect(
      (await call('/api/staff/answers', { body: 'text=1', type: 'application/x-www-form-urlencoded' })).status,
    ).to.equal(400)
  })

  it('speaks Chinese first and English when asked', async () => {
    const zh = await call('/api/open', { body: '{' })
    const en = await call('/api/open', { body: '{', headers: { 'accept-language': 'en-GB' } })

    expect(zh.json.error.message).to.contain('JSON，请检查')
    expect(en.json.error.message).to.contain('Please check it')
  })

  it('answers unknown addresses and methods as errors of the same shape', async () => {
    expect(await call('/api/nothing')).to.deep.include({ status: 404 })
    expect(await call('/api/open', { method: 'DELETE' })).to.deep.include({ status: 405 })
  })

  it('tells a full store and an absent one from a fault of ours', async () => {
    expect((await call('/api/open/full')).json.error.code).to.equal('store-full')
    expect(await call('/api/open/away')).to.deep.include({ status: 503 })
    expect((await call('/api/open/fault')).json.error).to.include({ code: 'internal' })
  })

  it('logs a fault once, without what it carries, and refusals not at all', async () => {
    lines.length = 0
    await call('/api/open/fault')
    await call('/api/open/no')

    const log = lines.join('')
    expect(log).not.to.contain('13800138000').and.not.to.contain('我的回答')
    expect(lines.filter((line) => line.includes('"level":"error"'))).to.have.length(1)
    expect(log).to.contain('"route":"/api/open/fault"')
  })
})
