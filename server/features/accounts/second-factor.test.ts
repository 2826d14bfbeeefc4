import { expect } from 'chai'
import { codeAt, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
import { auditedOf, me, onlyTwoOfStaff } from '../../../test/builders/signing-in.js'
import { staffCookie } from '../../http/staff-session.js'

const minute = 60_000

describe('signing in of staff', () => {
  let product: ProductServer

  before(async () => {
    product = await productServer()
  })
  after(() => product.close())
  beforeEach(() => onlyTwoOfStaff(product))
  const audited = () => auditedOf(product)

  describe('the second factor of an HR administrator', () => {
    const give = (browser: Browser, code: string) => browser.call('POST', '/api/staff/second-factor', { code })
    const members = (browser: Browser) => browser.call('GET', '/api/staff/members')

    async function enrolled(): Promise<{ browser: Browser; secret: string }> {
      const browser = await product.signIn('zhou-min')
      const { secret } = (await browser.call('POST', '/api/staff/second-factor/enrol')).body as { secret: string }
      return { browser, secret }
    }

    it('is asked for everywhere else until it is given, and gives a new session', async () => {
      const { browser, secret } = await enrolled()
      const before = browser.cookies.get(staffCookie)!
      const early = await members(browser)
      expect((await me(browser)).body).to.have.property('secondFactor', 'enrol')

      const given = await give(browser, codeAt(secret, product.now()))

      expect([early.status, early.code, given.status, (await members(browser)).status]).to.deep.equal([
        403,
        'second-factor-needed',
        200,
        200,
      ])
      expect((await me(browser)).body).to.have.property('secondFactor', 'given')
      const old = product.browser()
      old.cookies.set(staffCookie, before)
      expect((await me(old)).status).to.equal(401)
      expect((await me(await product.signIn('zhou-min'))).body).to.have.property('secondFactor', 'needed')
    })

    it('shows the secret as a QR code, and no other one once it is in use', async () => {
      const { browser, secret } = await enrolled()
      const shown = (await browser.call('POST', '/api/staff/second-factor/enrol')).body as {
        secret: string
        otpauthUri: string
        qrSvg: string
      }
      await give(browser, codeAt(shown.secret, product.now()))

      expect(shown.secret)
        .to.match(/^[A-Z2-7]{32}$/)
        .and.not.to.equal(secret)
      expect(shown.otpauthUri)
        .to.match(/^otpauth:\/\/totp\//)
        .and.to.contain(shown.secret)
      expect(shown.qrSvg).to.match(/^<svg/)
      expect((await browser.call('POST', '/api/staff/second-factor/enrol')).code).to.equal('second-factor-set')
    })

    it('takes the code of one step before or after, not of two, and each once', async () => {
      const { browser, secret } = await enrolled()
      const at = (ms: number) => codeAt(secret, new Date(product.now().getTime() + ms))

      expect((await give(browser, at(-60_000))).code).to.equal('second-factor-wrong')
      expect((await give(browser, at(60_000))).code).to.equal('second-factor-wrong')
      expect((await give(browser, at(-30_000))).status).to.equal(200)
      expect((await give(browser, at(-30_000))).code, 'replayed').to.equal('second-factor-wrong')
      expect((await give(browser, at(30_000))).status).to.equal(200)
      expect((await give(browser, at(0))).code, 'older than the last').to.equal('second-factor-wrong')
    })

    it('is locked for a quarter of an hour after five wrong codes, side by side too', async () => {
      const { browser, secret } = await enrolled()
      const right = () => codeAt(secret, product.now())
      const wrong = right() === '000000' ? '000001' : '000000'

      const replies = await Promise.all(Array.from({ length: 8 }, () => give(browser, wrong)))
      const after = await give(browser, right())
      product.pass(14 * minute)
      const early = await give(browser, right())
      product.pass(1 * minute)
      const open = await give(browser, right())

      expect(replies.filter(({ status }) => status === 403)).to.have.length(4)
      expect(replies.filter(({ status }) => status === 423)).to.have.length(4)
      expect([after.status, early.status, open.status]).to.deep.equal([423, 423, 200])
      expect((await audited()).filter((line) => line.includes('second-factor-locked'))).to.have.length(6)
    })

    it('counts tries that are still on their way', async () => {
      const { browser, secret } = await enrolled()
      const { orgId } = product.deps
      const { id } = (await product.deps.accounts.findByUserid(orgId, 'zhou-min'))!
      const lockedUntil = new Date(product.now().getTime() + 15 * minute)
      for (let tries = 0; tries < 5; tries++)
        await product.deps.accounts.takeTry({ orgId, id }, { now: product.now(), most: 5, lockedUntil })

      expect((await give(browser, codeAt(secret, product.now()))).status).to.equal(423)
    })

    it('locks nobody for ever when the process ends in the middle of the fifth try (S12)', async () => {
      const { browser, secret } = await enrolled()
      await product.connection.collection('members').updateOne({ userid: 'zhou-min' }, { $set: { wrongCodes: 5 } })
      product.pass(15 * minute)
      expect((await give(browser, codeAt(secret, product.now()))).status).to.equal(200)

      const { orgId } = product.deps
      const { id } = (await product.deps.accounts.findByUserid(orgId, 'zhou-min'))!
      const lockedUntil = new Date(product.now().getTime() + 15 * minute)
      const tries = await Promise.all(
        Array.from({ length: 7 }, () =>
          product.deps.accounts.takeTry({ orgId, id }, { now: product.now(), most: 5, lockedUntil }),
        ),
      )

      expect(tries.filter((one) => one !== undefined).sort(), 'the fifth and the lock are one').to.deep.equal([
        1, 2, 3, 4, 5,
      ])
      expect((await product.deps.accounts.findById(orgId, id))?.lockedUntil).to.deep.equal(lockedUntil)
    })

    it('is nothing for other roles', async () => {
      const browser = await product.signIn('li-jing')

      expect((await browser.call('POST', '/api/staff/second-factor/enrol')).status).to.equal(403)
      expect((await give(browser, '123456')).code).to.equal('second-factor-not-set')
    })
  })

  describe('the secret at rest', () => {
    it('is sealed', async () => {
      const browser = await product.signIn('zhou-min')
      const { secret } = (await browser.call('POST', '/api/staff/second-factor/enrol')).body as { secret: string }
      const rows = await product.connection.collection('members').find().toArray()

      const bytes = Buffer.concat(
        rows.flatMap((row) => (row.secret ? [Buffer.from((row.secret as { buffer: Uint8Array }).buffer)] : [])),
      )
      expect(bytes.length).to.be.greaterThan(30)
      expect(bytes.includes(secret)).to.equal(false)
    })
  })
})
