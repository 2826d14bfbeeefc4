import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { PlatformCall, SandboxMember } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { corpId, appSecret, agentId } = sandboxCredentials.wecom
const product = 'http://localhost:7300'
const back = `${product}/api/staff/sign-in/answer?via=wecom`

const oauth = (change: Record<string, string> = {}) =>
  `/wecom/connect/oauth2/authorize?${new URLSearchParams({
    appid: corpId,
    redirect_uri: back,
    response_type: 'code',
    scope: 'snsapi_base',
    state: 'abc123',
    agentid: String(agentId),
    ...change,
  }).toString()}`
const qr = (change: Record<string, string> = {}) =>
  `/wecom/wwlogin/sso/login?${new URLSearchParams({
    login_type: 'CorpApp',
    appid: corpId,
    agentid: String(agentId),
    redirect_uri: back,
    state: 'xyz',
    ...change,
  }).toString()}`

describe('signing in with the simulated WeCom', () => {
  let sandbox: TestSandbox
  let token: unknown

  beforeEach(async () => {
    sandbox = await startSandbox({ realNow: () => 1_790_000_000_000, productUrl: 'http://127.0.0.1:7300' })
    token = (await sandbox.get(`/wecom/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${appSecret}`)).access_token
  })
  afterEach(() => sandbox.close())

  const open = (path: string, cookie = '') => fetch(sandbox.baseUrl + path, { redirect: 'manual', headers: { cookie } })
  const codeOf = async (path: string) => new URL((await open(path)).headers.get('location')!).searchParams.get('code')!
  const userInfo = (code: string) =>
    sandbox.get(`/wecom/cgi-bin/auth/getuserinfo?access_token=${String(token)}&code=${code}`)

  it('knows the six people of the demo and one without a licence', async () => {
    const members = await sandbox.get<SandboxMember[]>('/api/members')

    expect(members.map(({ id }) => id)).to.deep.equal([
      'li-jing',
      'zhou-min',
      'chen-hao',
      'zhao-ying',
      'sun-tao',
      'he-jie',
      'wu-fan',
    ])
    expect(members[0]).to.deep.equal({ id: 'li-jing', name: '李静', title: '招聘专员' })
    expect(await sandbox.get('/api/members/he-jie/inbox')).to.deep.equal([])
    expect(await sandbox.get('/api/members/nobody/inbox')).to.have.nested.property('error.code', 'not-found')
  })

  it('tells an app a member’s name, and no phone or e-mail', async () => {
    const get = (userid: string) =>
      sandbox.get(`/wecom/cgi-bin/user/get?access_token=${String(token)}&userid=${userid}`)

    expect(await get('zhou-min')).to.deep.include({ errcode: 0, userid: 'zhou-min', name: '周敏' })
    expect(await get('zhou-min')).to.have.all.keys('errcode', 'errmsg', 'userid', 'name', 'position')
    expect(await get('nobody')).to.include({ errcode: 60111 })
  })

  it('answers by itself inside a member’s WeCom, with code and state', async () => {
    const opened = await open(`/wecom-client/open?member=li-jing&url=${encodeURIComponent('/console/')}`)
    const [cookie] = opened.headers.getSetCookie()
    const answered = await open(oauth(), cookie!.split(';')[0])
    const url = new URL(answered.headers.get('location')!)

    expect(opened.headers.get('location')).to.equal('http://127.0.0.1:7300/console/')
    expect(cookie).to.match(/httponly/i)
    expect(`${url.origin}${url.pathname}`).to.equal(`${product}/api/staff/sign-in/answer`)
    expect(url.searchParams.get('via')).to.equal('wecom')
    expect(url.searchParams.get('state')).to.equal('abc123')
    expect(await userInfo(url.searchParams.get('code')!)).to.deep.equal({ errcode: 0, errmsg: 'ok', userid: 'li-jing' })
  })

  it('brings no cookies of the member who was here before, and leaves one’s own alone', async () => {
    const path = `/wecom-client/open?member=li-jing&url=${encodeURIComponent('/console/')}`
    const other = await open(path, 'sandbox_wecom_member=zhou-min; staff=token=1')
    const same = await open(path, 'sandbox_wecom_member=li-jing; staff=token=1')

    expect(other.headers.getSetCookie()[0]).to.match(/^staff=; path=\/; expires=Thu, 01 Jan 1970/)
    expect(other.headers.getSetCookie()).to.have.length(2)
    expect(same.headers.getSetCookie()).to.have.length(1)
  })

  it('asks whose WeCom it is when the browser is nobody’s', async () => {
    const page = await (await open(oauth())).text()

    expect(page).to.include('周敏').and.to.include('as=zhou-min').and.to.include('外部联系人')
    expect(await userInfo(await codeOf(oauth({ as: 'zhou-min' })))).to.include({ userid: 'zhou-min' })
  })

  it('shows a QR code, even inside a member’s browser, and lets a member scan it', async () => {
    const page = await (await open(qr(), 'sandbox_wecom_member=li-jing')).text()

    expect(page).to.include('<svg').and.to.include('用谁的企业微信扫码')
    expect(await userInfo(await codeOf(qr({ as: 'sun-tao' })))).to.include({ userid: 'sun-tao' })
  })

  it('gives an openid only of somebody who is no member', async () => {
    const stranger = await userInfo(await codeOf(oauth({ as: 'guest-wechat' })))
    const contact = await userInfo(await codeOf(qr({ as: 'guest-contact' })))

    expect(stranger).to.have.all.keys('errcode', 'errmsg', 'openid')
    expect(contact).to.have.all.keys('errcode', 'errmsg', 'openid', 'external_userid')
  })

  it('takes a code once, for five minutes', async () => {
    const [used, late] = [await codeOf(oauth({ as: 'li-jing' })), await codeOf(oauth({ as: 'li-jing' }))]
    const first = await userInfo(used)
    const second = await userInfo(used)
    await sandbox.pass(299_999)
    const inTime = await codeOf(oauth({ as: 'li-jing' }))
    await sandbox.pass(1)

    expect(Buffer.byteLength(used)).to.be.at.most(512)
    expect([first.errcode, second.errcode]).to.deep.equal([0, 42022])
    expect((await userInfo(late)).errcode).to.equal(40029)
    expect((await userInfo(inTime)).errcode).to.equal(0)
  })

  for (const [what, path, errcode] of [
    ['another corp', oauth({ appid: 'ww-other' }), 40013],
    ['a page of a foreign host', oauth({ redirect_uri: 'http://evil.example/x' }), 50001],
    ['another port of this machine', oauth({ redirect_uri: 'http://localhost:7999/x' }), 50001],
    ['no page at all', oauth({ redirect_uri: '' }), 50001],
    ['another response_type', oauth({ response_type: 'token' }), 40035],
    ['an unknown scope', oauth({ scope: 'everything' }), 40035],
    ['a state with a dash', oauth({ state: 'a-b' }), 40035],
    ['a state of 129 characters', oauth({ state: 'a'.repeat(129) }), 40035],
    ['another agent', oauth({ agentid: '1' }), 40056],
    ['privateinfo without agent', oauth({ scope: 'snsapi_privateinfo', agentid: '' }), 40056],
    ['a QR page for WeChat', qr({ login_type: 'ServiceApp' }), 40035],
    ['a QR page of another corp', qr({ appid: 'ww-other' }), 40013],
    ['a QR page that leads to a foreign host', qr({ redirect_uri: 'https://evil.example' }), 50001],
    ['a QR page without agent', qr({ agentid: '' }), 40056],
  ] as const) {
    it(`refuses ${what} with ${errcode}, on a page and without a code`, async () => {
      const reply = await open(`${path}&as=li-jing`)

      expect(reply.status).to.equal(200)
      expect(reply.headers.get('location')).to.equal(null)
      expect(await reply.text()).to.include(`errcode ${errcode}`)
      expect((await sandbox.get<PlatformCall[]>('/api/calls')).at(-1)).to.include({ errcode })
    })
  }

  it('allows a state of 128 characters', async () => {
    expect((await open(oauth({ state: 'a'.repeat(128), as: 'li-jing' }))).status).to.equal(302)
  })

  it('redirects nobody to a foreign page', async () => {
    for (const url of ['https://evil.example/', '//evil.example/', 'http://localhost:7999/', 'javascript:alert(1)']) {
      const reply = await open(`/wecom-client/open?member=li-jing&url=${encodeURIComponent(url)}`)
      expect(reply.status, url).to.equal(400)
      expect(reply.headers.getSetCookie(), url).to.deep.equal([])
    }
    expect((await open('/wecom-client/open?member=nobody&url=/')).status).to.equal(404)
    expect(
      (await open(`/wecom-client/open?member=li-jing&url=${encodeURIComponent(sandbox.baseUrl)}`)).status,
    ).to.equal(302)
  })

  for (const [what, path, errcode] of [
    ['no token', '/wecom/cgi-bin/auth/getuserinfo?code=x', 41001],
    ['a wrong token', '/wecom/cgi-bin/get_jsapi_ticket?access_token=guess', 40014],
  ] as const) {
    it(`answers ${errcode} to ${what}`, async () => {
      expect(await sandbox.get(path)).to.include({ errcode })
    })
  }

  it('refuses a guessed code and none', async () => {
    expect(await userInfo('guess')).to.include({ errcode: 40029 })
    expect(await userInfo('')).to.include({ errcode: 41008 })
  })

  it('hands out a ticket for the corp and another for the app, the same until it expires', async () => {
    const ticket = (kind: string) => sandbox.get(`/wecom/cgi-bin/${kind}access_token=${String(token)}`)
    const corp = await ticket('get_jsapi_ticket?')
    const agent = await ticket('ticket/get?type=agent_config&')
    await sandbox.pass(3_600_000)

    expect(corp).to.include({ errcode: 0, expires_in: 7200 })
    expect(agent.ticket).not.to.equal(corp.ticket)
    expect(await ticket('get_jsapi_ticket?')).to.deep.equal({ ...corp, expires_in: 3600 })
    expect(await ticket('ticket/get?type=other&')).to.include({ errcode: 40005 })
    expect(await ticket('getcallbackip?')).to.deep.include({ errcode: 0, ip_list: ['127.0.0.1'] })
  })
})
