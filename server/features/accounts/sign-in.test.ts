import { expect } from 'chai'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
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

  const location = (reply: { headers: Headers }) => reply.headers.get('location')
  const audited = () => auditedOf(product)

  async function stateOf(browser: Browser, query = 'via=wecom'): Promise<string> {
    const away = await browser.call('GET', `/api/staff/sign-in?${query}`)
    return new URL(location(away)!).searchParams.get('state')!
  }

  describe('through WeCom', () => {
    it('goes to WeCom and comes back to the page that was asked for', async () => {
      const browser = product.browser()
      const away = await browser.call('GET', '/api/staff/sign-in?via=qr&returnTo=/console/candidates/abc')
      const url = new URL(location(away)!)

      const back = await browser.call(
        'GET',
        `/api/staff/sign-in/callback?code=li-jing.away&state=${url.searchParams.get('state')}`,
      )

      expect([away.status, url.pathname, url.searchParams.get('redirect_uri')]).to.deep.equal([
        302,
        '/qr',
        'http://localhost:7300/api/staff/sign-in/callback',
      ])
      expect([back.status, location(back)]).to.deep.equal([302, '/console/candidates/abc'])
      expect((await me(browser)).body).to.deep.include({
        name: '姓名li-jing',
        grants: [forAll('recruiter')],
        secondFactor: 'not-needed',
        idleMinutes: 30,
      })
    })

    it('goes straight to the page when signed in already', async () => {
      const browser = await product.signIn('li-jing')

      expect(
        location(await browser.call('GET', '/api/staff/sign-in?via=wecom&returnTo=/console/candidates/x')),
      ).to.equal('/console/candidates/x')
    })

    it('goes on to the page when the way back is loaded a second time (B7)', async () => {
      const browser = product.browser()
      const state = await stateOf(browser, 'via=wecom&returnTo=/console/candidates/abc')
      const back = `/api/staff/sign-in/callback?code=li-jing.twice&state=${state}`

      const [once, again] = [await browser.call('GET', back), await browser.call('GET', back)]

      expect([location(once), location(again)]).to.deep.equal(['/console/candidates/abc', '/console/'])
      expect((await me(browser)).status).to.equal(200)
      const { id } = (await product.deps.accounts.findByUserid(product.deps.orgId, 'li-jing'))!
      expect(await audited(), 'it is written down').to.include(`session.sign-in refused expired ${id}`)
      expect(location(await product.browser().call('GET', back)), 'of another browser').to.contain('why=expired')
    })

    it('follows no address outside the console', async () => {
      for (const returnTo of [
        'https://evil.test',
        '//evil.test',
        '/api/audit',
        '/console/../api',
        '/consoleevil',
        '/console/\\evil',
      ]) {
        expect(
          (await product.browser().call('GET', `/api/staff/sign-in?via=wecom&returnTo=${encodeURIComponent(returnTo)}`))
            .status,
          returnTo,
        ).to.equal(400)
      }
    })

    it('gives a cookie that scripts cannot read, over TLS only where there is TLS', async () => {
      const secured = await productServer({ publicUrl: 'https://hr.example' })
      await secured.addStaff('li-jing', [forAll('recruiter')])
      const lines: string[] = []
      for (const { base } of [product, secured]) {
        const away = await fetch(`${base}/api/staff/sign-in?via=wecom`, { redirect: 'manual' })
        const state = new URL(away.headers.get('location')!).searchParams.get('state')!
        const cookie = away.headers.getSetCookie()[0]!.split(';')[0]!
        expect(cookie.startsWith('__Host-')).to.equal(base === secured.base)
        const back = await fetch(`${base}/api/staff/sign-in/callback?code=li-jing.cookie&state=${state}`, {
          redirect: 'manual',
          headers: { cookie },
        })
        const own = back.headers.getSetCookie().find((line) => line.includes(`${staffCookie}=`))!
        const me = await fetch(`${base}/api/staff/me`, { headers: { cookie: own.split(';')[0]! } })
        expect(me.status).to.equal(200)
        lines.push(own)
      }
      await secured.close()

      for (const line of lines)
        expect(line).to.contain('httponly').and.to.contain('samesite=lax').and.to.contain('path=/;')
      expect(lines.map((line) => line.includes('secure'))).to.deep.equal([false, true])
      expect(
        lines.map((line) => line.split('=')[0]),
        'no other host or plain HTTP can set it (S11)',
      ).to.deep.equal([staffCookie, `__Host-${staffCookie}`])
    })

    it('keeps neither token nor state where a copy of the store would show them', async () => {
      const browser = product.browser()
      const state = await stateOf(browser)
      const signedIn = await product.signIn('li-jing')
      const rows = [
        ...(await product.connection.collection('staffsessions').find().toArray()),
        ...(await product.connection.collection('signinstates').find().toArray()),
        ...(await product.connection.collection('members').find().toArray()),
      ]

      const stored = JSON.stringify(rows)
      expect(stored)
        .not.to.contain(signedIn.cookies.get(staffCookie)!)
        .and.not.to.contain(state)
        .and.not.to.contain('姓名')
    })
  })

  describe('is refused', () => {
    it('to outsiders, strangers and the disabled, each with a page that says why, and written down', async () => {
      const id = await product.addStaff('wu-wei', [forAll('recruiter')])
      await product.deps.accounts.update({
        orgId: product.deps.orgId,
        id,
        name: 'x',
        grants: [],
        download: false,
        status: 'disabled',
      })
      const seen: (string | null)[] = []
      for (const userid of ['outsider', 'stranger', 'wu-wei']) {
        const browser = product.browser()
        const state = await stateOf(browser)
        seen.push(location(await browser.call('GET', `/api/staff/sign-in/callback?code=${userid}.x&state=${state}`)))
        expect((await me(browser)).status).to.equal(401)
      }

      expect(seen).to.deep.equal(['outsider', 'no-account', 'disabled'].map((why) => `/console/no-access?why=${why}`))
      expect(await audited()).to.deep.equal([
        `session.sign-in refused disabled ${id}`,
        'session.sign-in refused no-account unknown:stranger',
        'session.sign-in refused outsider unknown:',
      ])
    })

    it('for a state that was used, is of another browser, or is ten minutes old', async () => {
      const browser = product.browser()
      const state = await stateOf(browser)
      const other = product.browser()
      await stateOf(other)
      const come = (who: Browser, given: string, code: string) =>
        who.call('GET', `/api/staff/sign-in/callback?code=li-jing.${code}&state=${given}`)

      expect(location(await come(other, state, 'a')), 'another browser').to.contain('why=expired')
      expect(location(await come(product.browser(), state, 'b')), 'no cookie').to.contain('why=expired')
      expect(location(await come(browser, state, 'c'))).to.equal('/console/')
      browser.cookies.delete(staffCookie)
      expect(location(await come(browser, state, 'd')), 'replayed').to.contain('why=expired')
      const late = await stateOf(other)
      product.pass(10 * minute)
      expect(location(await come(other, late, 'e')), 'late').to.contain('why=expired')
    })

    it('for a code that was used', async () => {
      const [browser, thief] = [product.browser(), product.browser()]
      const [state, stolen] = [await stateOf(browser), await stateOf(thief)]
      await browser.call('GET', `/api/staff/sign-in/callback?code=li-jing.same&state=${state}`)

      expect(
        location(await thief.call('GET', `/api/staff/sign-in/callback?code=li-jing.same&state=${stolen}`)),
      ).to.contain('why=code-refused')
    })

    it('when it cannot be written down', async () => {
      const broken = await productServer()
      await broken.addStaff('li-jing', [forAll('recruiter')])
      const browser = broken.browser()
      const state = await stateOf(browser)
      await broken.connection.collection('auditentries').drop()
      await broken.connection.collection('auditentries').createIndex({ never: 1 }, { unique: true })
      await broken.connection.collection('auditentries').insertOne({ segment: 'z' })

      const reply = await browser.call('GET', `/api/staff/sign-in/callback?code=li-jing.1&state=${state}`)
      const { status } = await me(browser)
      await broken.close()

      expect([reply.status, reply.code]).to.deep.equal([503, 'audit-unavailable'])
      expect(status).to.equal(401)
    })
  })

  describe('a session', () => {
    it('ends after half an hour without use, and after twelve hours with it', async () => {
      const idle = await product.signIn('li-jing')
      const busy = await product.signIn('li-jing')
      product.pass(29 * minute)
      expect((await me(busy)).status).to.equal(200)
      product.pass(1 * minute)

      expect([(await me(idle)).status, (await me(busy)).status]).to.deep.equal([401, 200])
      for (let passed = 30; passed < 12 * 60; passed += 20) {
        product.pass(20 * minute)
        await me(busy)
      }
      expect((await me(busy)).status).to.equal(401)
    })

    it('is another one after signing in again, and the one before is over', async () => {
      const browser = await product.signIn('li-jing')
      const before = browser.cookies.get(staffCookie)!
      const other = product.browser()
      other.cookies.set(staffCookie, before)
      browser.cookies.delete(staffCookie)
      const state = await stateOf(browser)
      browser.cookies.set(staffCookie, before)
      await browser.call('GET', `/api/staff/sign-in/callback?code=li-jing.again&state=${state}`)

      expect(browser.cookies.get(staffCookie)).not.to.equal(before)
      expect((await me(other)).status).to.equal(401)
    })

    it('cannot be chosen by somebody else beforehand', async () => {
      const browser = product.browser()
      browser.cookies.set(staffCookie, 'chosen-by-an-attacker-in-advance')
      const state = await stateOf(browser)
      await browser.call('GET', `/api/staff/sign-in/callback?code=li-jing.fix&state=${state}`)

      const attacker = product.browser()
      attacker.cookies.set(staffCookie, 'chosen-by-an-attacker-in-advance')
      expect((await me(browser)).status).to.equal(200)
      expect((await me(attacker)).status).to.equal(401)
    })

    it('ends at signing out', async () => {
      const browser = await product.signIn('li-jing')
      const copy = product.browser()
      copy.cookies.set(staffCookie, browser.cookies.get(staffCookie)!)

      const out = await browser.call('POST', '/api/staff/sign-out')

      expect(out.status).to.equal(200)
      expect([browser.cookies.has(staffCookie), (await me(copy)).status]).to.deep.equal([false, 401])
    })

    it('takes no change from a page of another site', async () => {
      const browser = await product.signIn('li-jing')

      const reply = await browser.call('POST', '/api/staff/sign-out', {}, { 'x-xiaozhao-console': '' })

      expect([reply.status, reply.code]).to.deep.equal([403, 'foreign-page'])
    })

    it('remembers the language', async () => {
      const browser = await product.signIn('li-jing')
      await browser.call('PUT', '/api/staff/me/language', { language: 'en' })

      expect((await me(browser)).body).to.have.property('language', 'en')
    })
  })
})
