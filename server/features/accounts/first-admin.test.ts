import { expect } from 'chai'
import { forgetStaff } from '../../../test/builders/forget-staff.js'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
import { offerFirstAdmin } from './first-admin.js'

describe('the first administrator', () => {
  let product: ProductServer
  let code: string

  before(async () => {
    product = await productServer()
  })
  after(() => product.close())
  beforeEach(async () => {
    await forgetStaff(product)
    code = (await offer())!
  })

  const offer = () =>
    offerFirstAdmin(product.deps, { orgId: product.deps.orgId, random: crypto.getRandomValues(new Uint8Array(16)) })
  const claim = (browser: Browser, given = code) => browser.call('POST', '/api/staff/first-admin', { code: given })

  it('is who gives the printed code after signing in with WeCom; the code is used once', async () => {
    const browser = await product.signIn('zhou-min')
    const before = await browser.call('GET', '/api/staff/me')

    const claimed = await claim(browser)

    expect(before.body).to.deep.include({ name: 'zhou-min', grants: [], secondFactor: 'not-needed' })
    expect(claimed.status).to.equal(200)
    expect((await browser.call('GET', '/api/staff/me')).body).to.deep.include({
      name: '周敏',
      grants: [forAll('hr-admin')],
      secondFactor: 'enrol',
    })
    expect((await claim(browser)).code).to.equal('admin-exists')
    expect(await offer(), 'no other code once there is one').to.equal(undefined)
    expect((await product.deps.accounts.findByUserid(product.deps.orgId, 'zhou-min'))?.lastSeenAt).to.deep.equal(
      product.now(),
    )
  })

  it('has no rights before, and others have none at all', async () => {
    const [browser, curious] = [await product.signIn('zhou-min'), await product.signIn('curious')]

    expect([
      (await browser.call('GET', '/api/staff/members')).status,
      (await browser.call('GET', '/api/audit')).status,
    ]).to.deep.equal([403, 403])
    await claim(browser)
    expect(
      (await curious.call('GET', '/api/staff/me')).status,
      'signed out as soon as there is an administrator',
    ).to.equal(401)
  })

  it('needs the code of this start', async () => {
    const browser = await product.signIn('zhou-min')
    await offer()

    expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect((await claim(browser)).code).to.equal('first-admin-code-wrong')
    expect((await product.browser().call('POST', '/api/staff/first-admin', { code })).status).to.equal(401)
  })

  it('is not kept out by somebody who gives wrong codes: each has their own five (S12)', async () => {
    const [browser, curious] = [await product.signIn('zhou-min'), await product.signIn('curious')]
    for (let tries = 0; tries < 6; tries += 1) await claim(curious, 'AAAA-AAAA-AAAA-AAAA')
    const again = await product.signIn('curious')

    expect((await claim(again)).code, 'a new sign-in gives no new tries').to.equal('first-admin-locked')
    expect((await claim(browser)).status).to.equal(200)
  })

  it('cannot be guessed: five wrong codes of one caller and only a restart helps them', async () => {
    const browser = await product.signIn('zhou-min')
    const wrong = await Promise.all(Array.from({ length: 7 }, () => claim(browser, 'AAAA-AAAA-AAAA-AAAA')))
    const late = await claim(browser)
    code = (await offer())!

    expect(wrong.filter(({ code: refusal }) => refusal === 'first-admin-code-wrong')).to.have.length(5)
    expect(late.code).to.equal('first-admin-locked')
    expect((await claim(browser)).status).to.equal(200)
  })

  it('is one, when two give the code at once', async () => {
    const [one, other] = [await product.signIn('zhou-min'), await product.signIn('li-jing')]

    const replies = await Promise.all([claim(one), claim(other)])

    expect(replies.map(({ status }) => status === 200).filter(Boolean)).to.have.length(1)
    expect(await product.deps.accounts.countAdmins(product.deps.orgId)).to.equal(1)
  })

  it('is never somebody who runs the system or audits', async () => {
    await product.addStaff('he-jie', [forAll('auditor')])

    expect((await claim(await product.signIn('he-jie'))).code).to.equal('roles-kept-apart')
    expect((await claim(await product.signIn('zhou-min'))).status, 'the code is still good').to.equal(200)
  })

  it('is kept as a hash', async () => {
    expect(JSON.stringify(await product.connection.collection('firstadmincodes').find().toArray())).not.to.contain(code)
  })
})
