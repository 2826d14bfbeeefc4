import { expect } from 'chai'
import { localPlatform, nobodyListens, type LocalPlatform, type PlatformAnswer } from '../../../test/local-platform.js'
import type { AppError } from '../../errors.js'
import type { MemberIdentity } from '../../ports/member-identity.js'
import { wecomMembers } from './member-identity.js'
import { wecomClient } from './wecom-client.js'

const tools = {
  tokens: {
    find: async () => ({ value: 'token', expiresAt: new Date('2030-01-01') }),
    save: async () => {},
    drop: async () => {},
    claimRefresh: async () => true,
  },
  clock: { now: () => new Date('2026-11-22T02:00:00Z') },
  random: () => 0.5,
  pauseMs: 1,
}

function identityAt(baseUrl: string, clientIsBrowser = false): MemberIdentity {
  const client = wecomClient({ baseUrl, corpId: 'ww1', appSecret: 'secret', ...tools, timeoutMs: 300 })
  return wecomMembers({
    client,
    corpId: 'ww1',
    agentId: 1000002,
    oauthUrl: 'https://open.example',
    qrLoginUrl: 'https://login.example',
    clientIsBrowser,
  })
}

describe('a member’s identity in WeCom', () => {
  let platform: LocalPlatform
  let answer: PlatformAnswer

  before(async () => {
    platform = await localPlatform(() => answer)
  })
  after(() => platform.close())
  beforeEach(() => {
    platform.requests.length = 0
  })

  const codeOf = (error: unknown) => (error as AppError).code

  it('shows the QR code where a link for WeCom was opened in a browser on a desk', () => {
    const desk = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36'
    const whereFor = (userAgent: string, clientIsBrowser = false) =>
      new URL(
        identityAt('http://x', clientIsBrowser).signInUrl({
          via: 'wecom',
          userAgent,
          redirectUri: 'http://y',
          state: 's',
        }),
      ).host

    expect(whereFor(desk)).to.equal('login.example')
    expect(whereFor(`${desk} wxwork/4.1.36 MicroMessenger/7.0.1`)).to.equal('open.example')
    expect(whereFor('Mozilla/5.0 (iPhone) MicroMessenger/8.0'), 'WeCom’s plug-in in WeChat').to.equal('open.example')
    expect(whereFor(desk, true), 'the sandbox’s WeCom').to.equal('open.example')
  })

  it('sends the browser to OAuth inside WeCom and to the QR page elsewhere', () => {
    const request = { userAgent: '', redirectUri: 'http://localhost:7300/api/staff/sign-in/callback', state: 'abc123' }

    const inside = new URL(identityAt('http://x').signInUrl({ via: 'wecom', ...request }))
    const outside = new URL(identityAt('http://x').signInUrl({ via: 'qr', ...request }))

    expect(`${inside.origin}${inside.pathname}${inside.hash}`).to.equal(
      'https://open.example/connect/oauth2/authorize#wechat_redirect',
    )
    expect(Object.fromEntries(inside.searchParams)).to.deep.equal({
      appid: 'ww1',
      agentid: '1000002',
      redirect_uri: request.redirectUri,
      state: 'abc123',
      response_type: 'code',
      scope: 'snsapi_base',
    })
    expect(`${outside.origin}${outside.pathname}`).to.equal('https://login.example/wwlogin/sso/login')
    expect(Object.fromEntries(outside.searchParams)).to.deep.equal({
      login_type: 'CorpApp',
      appid: 'ww1',
      agentid: '1000002',
      redirect_uri: request.redirectUri,
      state: 'abc123',
    })
  })

  it('tells members from outsiders', async () => {
    answer = { errcode: 0, userid: 'li-jing' }
    const member = await identityAt(platform.baseUrl).memberOf('code')
    answer = { errcode: 0, openid: 'o-1' }
    const outsider = await identityAt(platform.baseUrl).memberOf('code')

    expect(member).to.deep.equal({ kind: 'member', userid: 'li-jing' })
    expect(outsider).to.deep.equal({ kind: 'outsider' })
    expect(platform.requests[0]).to.deep.include({
      path: '/cgi-bin/auth/getuserinfo',
      query: { access_token: 'token', code: 'code' },
    })
  })

  it('says what to do about a spent code and about a silent WeCom, and asks neither twice', async () => {
    const identity = identityAt(platform.baseUrl)
    answer = { errcode: 42022 }
    const spent = await identity.memberOf('code').catch(codeOf)
    answer = 'hang'
    const silent = await identity.memberOf('code').catch(codeOf)

    expect([spent, silent]).to.deep.equal(['login-code-refused', 'wecom-unreachable'])
    expect(platform.requests).to.have.length(2)
    expect(
      await identityAt(`http://${await nobodyListens()}`)
        .memberOf('code')
        .catch(codeOf),
    ).to.equal('wecom-unreachable')
  })

  it('does without a name that the app may not read', async () => {
    answer = { errcode: 48002 }
    const unknown = await identityAt(platform.baseUrl).nameOf('li-jing')
    answer = { errcode: 0, name: '李静' }
    const known = await identityAt(platform.baseUrl).nameOf('li-jing')

    expect([unknown, known]).to.deep.equal([undefined, '李静'])
  })
})
