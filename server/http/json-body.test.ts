import { expect } from 'chai'
import { gzipSync } from 'node:zlib'
import { endpoints, type Endpoint } from '../../shared/contracts/endpoints.js'
import { forAll, productServer, type ProductServer } from '../../test/builders/product-server.js'
import { consoleHeader, staffCookie } from './staff-session.js'

const filesCheck = '/api/staff/files/check'
const signIn = '/api/candidate/sessions'
const withSession = Object.entries<Endpoint>(endpoints).filter(([, { auth, body }]) => body && auth !== 'none')

describe('a JSON body (S6, S13)', () => {
  let product: ProductServer
  let cookie: string

  before(async () => {
    product = await productServer()
    await product.addStaff('zhou-min', [forAll('hr-admin')])
    const browser = await product.signInFully('zhou-min')
    cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  })
  after(() => product.close())

  async function send(
    path: string,
    body: BodyInit,
    { method = 'POST', ...headers }: Record<string, string> = {},
  ): Promise<{ status: number; code: string }> {
    const reply = await fetch(product.base + path, {
      method,
      body,
      headers: { 'content-type': 'application/json', [consoleHeader]: '1', ...headers },
    })
    const { error } = (await reply.json()) as { error?: { code: string } }
    return { status: reply.status, code: error?.code ?? '' }
  }
  const fetchOnly = (path: string, body: string) =>
    fetch(product.base + path, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  const asStaff = (body: BodyInit, headers = {}) => send(filesCheck, body, { cookie, ...headers })

  it('is read by no endpoint before the caller is known', async () => {
    expect(withSession.length).to.be.greaterThan(20)
    for (const [key] of withSession) {
      const [method, path] = key.split(' ') as [string, string]
      const stranger = await send(path.replace(/:\w+/g, 'x'), '{"broken', { method })
      expect(stranger.status, key).to.equal(401)
    }
  })

  it('of a stranger reaches no parser, unless it is small and a sign-in', async () => {
    const [parse, seen] = [JSON.parse, [] as string[]]
    JSON.parse = (text: string, ...rest) => {
      seen.push(text)
      return parse(text, ...rest) as unknown
    }
    try {
      const deep = '['.repeat(1_100_000)
      for (const path of [filesCheck, '/api/candidate/applications', signIn]) await fetchOnly(path, deep)
      await fetchOnly(signIn, '{"code":"a"}')
    } finally {
      JSON.parse = parse
    }

    // Whatever else runs in this process may parse JSON of its own
    const sent = seen.filter((text) => text.startsWith('[') || text.includes('code'))
    expect(sent.map((text) => text.slice(0, 20))).to.deep.equal(['{"code":"a"}'])
  })

  it('of staff is not read for a candidate, nor the other way', async () => {
    const { token } = (await (
      await fetch(product.base + signIn, {
        method: 'POST',
        body: '{"code":"wx-1"}',
        headers: { 'content-type': 'application/json' },
      })
    ).json()) as { token: string }

    expect((await send(filesCheck, '{', { authorization: `Bearer ${token}` })).status).to.equal(401)
    expect((await send('/api/candidate/applications', '{', { cookie })).status).to.equal(401)
  })

  it('with more levels or values than any form of ours has is refused before it is parsed', async () => {
    expect((await asStaff('['.repeat(33) + ']'.repeat(33))).code).to.equal('too-complex')
    expect((await asStaff(`[${'1,'.repeat(60_000)}1]`)).code).to.equal('too-complex')
    expect((await asStaff(JSON.stringify({ yaml: '[{,'.repeat(60_000) }))).code, 'inside a text').to.equal(
      'invalid-input',
    )
  })

  it('in broken or any compression, in other characters than UTF-8, or no JSON, is refused and is no fault of ours', async () => {
    expect(await asStaff(gzipSync('{}').subarray(0, 12), { 'content-encoding': 'gzip' })).to.include({ status: 415 })
    expect(await asStaff(gzipSync('{}'), { 'content-encoding': 'gzip' })).to.include({ status: 415 })
    expect(await asStaff(Buffer.from('{"yaml":"\xd5\xd0"}', 'latin1'))).to.include({ status: 400, code: 'not-utf8' })
    expect(await asStaff('{"a":')).to.include({ status: 400, code: 'broken-json' })
    expect(await asStaff('"text"')).to.include({ status: 400, code: 'broken-json' })
    expect(await asStaff('{"__proto__":{"a":1}}')).to.include({ status: 400, code: 'invalid-input' })
  })

  it('of a stranger or candidate is told its first fault only; staff read all of them', async () => {
    const faultsOf = async (path: string, headers = {}) => {
      const reply = await fetch(product.base + path, {
        method: 'POST',
        body: '{"a":1,"b":2,"c":3}',
        headers: { 'content-type': 'application/json', [consoleHeader]: '1', ...headers },
      })
      return ((await reply.json()) as { error: { details: { faults: unknown[] } } }).error.details.faults.length
    }

    expect(await faultsOf(signIn)).to.equal(1)
    expect(await faultsOf(filesCheck, { cookie })).to.be.greaterThan(2)
    expect(cookie).to.contain(staffCookie)
  })
})
