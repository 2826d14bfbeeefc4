import { expect } from 'chai'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'

describe('limits of signing in (S7)', function () {
  this.timeout(60_000)
  let product: ProductServer

  beforeEach(async () => {
    product = await productServer({ trustedProxies: ['127.0.0.1'] })
    await product.addStaff('li-jing', [forAll('recruiter')])
  })
  afterEach(() => product.close())

  const from = (address: string) => ({ 'x-forwarded-for': address })
  const begin = (browser: Browser, address: string) =>
    browser.call('GET', '/api/staff/sign-in?via=wecom', undefined, from(address))
  /** So many at once, put where they are counted. */
  const countMore = (limit: string, address: string, calls: number) =>
    product.connection.collection('quotas').updateOne({ key: `${limit}:${address}` }, { $inc: { points: calls } })
  const flood = async (address: string) => {
    expect((await begin(product.browser(), address)).status).to.equal(302)
    await countMore('staff-sign-in', address, 117)
    const statuses: number[] = []
    for (let calls = 0; calls < 4; calls += 1) statuses.push((await begin(product.browser(), address)).status)
    return statuses
  }

  it('of strangers behind one proxy lock nobody out but their own network', async () => {
    expect(await flood('203.0.113.9')).to.deep.equal([302, 302, 429, 429])
    expect((await begin(product.browser(), '198.51.100.1')).status).to.equal(302)
  })

  it('let a browser in that signed in before, whatever its network does', async () => {
    const browser = await product.signIn('li-jing')
    await browser.call('POST', '/api/staff/sign-out')
    product.pass(20 * 24 * 3_600_000)
    await flood('203.0.113.9')

    expect((await begin(browser, '203.0.113.9')).status).to.equal(302)
    const forged = product.browser()
    for (const [name, value] of browser.cookies)
      forged.cookies.set(
        name,
        value.replace(/^./, (a) => (a === '0' ? '1' : '0')),
      )
    expect((await begin(forged, '203.0.113.9')).status, 'a cookie that is not ours').to.equal(429)
    let last = 0
    for (let calls = 0; calls < 60; calls += 1) last = (await begin(browser, '203.0.113.9')).status
    expect(last, 'a known browser has its own').to.equal(429)
  })

  it('are counted for all processes together', async () => {
    await flood('203.0.113.9')
    const other = await productServer({
      trustedProxies: ['127.0.0.1'],
      over: { connection: product.connection, keys: product.keys, now: product.now() },
    })

    const { status } = await other.browser().call('GET', '/api/staff/sign-in?via=wecom', undefined, from('203.0.113.9'))
    await other.close()

    expect(status).to.equal(429)
  })

  it('of candidates are counted by network as well', async () => {
    const signIn = async (address: string) =>
      (await product.browser().call('POST', '/api/candidate/sessions', { code: 'wx' }, from(address))).status
    expect(await signIn('203.0.113.9')).to.equal(200)
    await countMore('candidate-sign-in', '203.0.113.9', 597)

    const statuses: number[] = []
    for (let calls = 0; calls < 4; calls += 1) statuses.push(await signIn('203.0.113.9'))
    expect(statuses).to.deep.equal([200, 200, 429, 429])
    expect(await signIn('198.51.100.1')).to.equal(200)
  })

  it('of the second factor are counted by member, not by network', async () => {
    await product.addStaff('zhou-min', [forAll('hr-admin')])
    const [one, other] = [await product.signIn('li-jing'), await product.signInFully('zhou-min')]
    let last = 0
    for (let calls = 0; calls < 35; calls += 1)
      last = (await one.call('POST', '/api/staff/second-factor', { code: '000000' })).status

    expect(last).to.equal(429)
    expect((await other.call('POST', '/api/staff/second-factor', { code: '000000' })).status).to.equal(403)
  })
})
