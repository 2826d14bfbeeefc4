import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { InboxMessage } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { appId, appSecret, templates } = sandboxCredentials.wechat
const data = {
  thing4: { value: '综合柜员' },
  time8: { value: '2026年11月28日 18:00' },
  enum2: { value: '线上面试' },
  short_thing6: { value: 'AI提问' },
  thing9: { value: '约25分钟，不用下载' },
}

describe('the simulated WeChat', () => {
  let sandbox: TestSandbox

  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  const newCode = async () => (await sandbox.post<{ code: string }>('/api/people/wang-xiaoming/wx/login')).code
  const session = (code: string, changes: Record<string, string> = {}) =>
    sandbox.get(
      `/wechat/sns/jscode2session?${new URLSearchParams({ appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code', ...changes })}`,
    )
  const askToken = (changes: object = {}) =>
    sandbox.post('/wechat/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
      ...changes,
    })
  const inbox = () => sandbox.get<InboxMessage[]>('/api/people/wang-xiaoming/inbox')
  const accept = (choice = 'accept') =>
    sandbox.post('/api/people/wang-xiaoming/wx/subscribe', { choices: { [templates.invitation]: choice } })
  async function posting() {
    const { access_token: token } = await askToken()
    const { openid } = await session(await newCode())
    const message = {
      touser: openid,
      template_id: templates.invitation,
      page: 'pages/invitation/invitation?token=abc',
      data,
    }
    return {
      send: (changes: object = {}, withToken = token) =>
        sandbox.post(`/wechat/cgi-bin/message/subscribe/send?access_token=${String(withToken)}`, {
          ...message,
          ...changes,
        }),
      link: (body: object) => sandbox.post(`/wechat/wxa/generate_urllink?access_token=${String(token)}`, body),
    }
  }

  describe('signing in', () => {
    it('turns a code into the same openid each time, each code once', async () => {
      const code = await newCode()
      const first = await session(code)
      const again = await session(code)
      const other = await session(await newCode())

      expect(first).to.have.keys('openid', 'session_key')
      expect(again).to.include({ errcode: 40163 })
      expect(other.openid).to.equal(first.openid)
    })

    it('refuses a code after five minutes', async () => {
      const code = await newCode()
      await sandbox.pass(5 * 60_000 + 1)

      expect(await session(code)).to.include({ errcode: 40029 })
    })

    for (const [changes, errcode] of [
      [{ js_code: 'guessed' }, 40029],
      [{ js_code: '' }, 41008],
      [{ appid: 'wx-other' }, 40013],
      [{ secret: 'guess' }, 40125],
      [{ appid: '' }, 41002],
      [{ secret: '' }, 41004],
      [{ grant_type: 'client_credential' }, 40002],
    ] as const) {
      it(`answers ${errcode} to ${JSON.stringify(changes)}, and the code stays good`, async () => {
        const code = await newCode()

        expect(await session(code, changes)).to.include({ errcode })
        expect(await session(code)).to.have.property('openid')
      })
    }

    it('lets one person sign in 100 times a minute', async () => {
      for (let time = 0; time < 100; time += 1) await session(await newCode())

      expect(await session(await newCode())).to.include({ errcode: 45011 })
    })
  })

  describe('stable_token', () => {
    it('answers the same token, and a new one in its last five minutes while the old one stays good', async () => {
      const { send } = await posting()
      const first = await askToken()
      await sandbox.pass(7_200_000 - 299_000)
      const renewed = await askToken()
      await accept()

      expect(renewed.access_token).not.to.equal(first.access_token)
      expect(await send({}, first.access_token)).to.include({ errcode: 0 })
      await sandbox.pass(300_000)
      expect(await send({}, first.access_token)).to.include({ errcode: 42001 })
    })

    it('ends the old token at once when forced, 30 s apart and 20 times a day', async () => {
      const { send } = await posting()
      const first = await askToken()

      expect(await askToken({ force_refresh: true })).to.have.property('access_token')
      expect(await send({}, first.access_token)).to.include({ errcode: 40001 })
      expect(await askToken({ force_refresh: true })).to.include({ errcode: 45011 })
      for (let time = 1; time < 20; time += 1) {
        await sandbox.pass(30_001)
        await askToken({ force_refresh: true })
      }
      await sandbox.pass(30_001)
      expect(await askToken({ force_refresh: true })).to.include({ errcode: 45009 })
    })

    it('knows who asks', async () => {
      expect(await askToken({ appid: 'wx-other' })).to.include({ errcode: 40013 })
      expect(await askToken({ secret: 'guess' })).to.include({ errcode: 40125 })
      expect(await askToken({ grant_type: 'x' })).to.include({ errcode: 40002 })
    })
  })

  describe('subscription messages', () => {
    it('puts one notice into the phone for one accept', async () => {
      const { send } = await posting()

      expect(await accept()).to.deep.equal({ [templates.invitation]: 'accept', errMsg: 'requestSubscribeMessage:ok' })
      expect(await send()).to.include({ errcode: 0 })
      expect(await send()).to.include({ errcode: 43101 })
      expect(await inbox()).to.have.length(1)
      expect((await inbox())[0]).to.deep.include({
        channel: 'subscription',
        title: '面试邀请',
        opens: 'pages/invitation/invitation?token=abc',
        fields: [
          { label: '面试岗位', value: '综合柜员' },
          { label: '截止时间', value: '2026年11月28日 18:00' },
          { label: '面试类型', value: '线上面试' },
          { label: '面试形式', value: 'AI提问' },
          { label: '温馨提示', value: '约25分钟，不用下载' },
        ],
      })
    })

    it('sends nothing after a rejection, nor when the main switch is off', async () => {
      const { send } = await posting()
      await accept('reject')
      expect(await send()).to.include({ errcode: 43101 })

      await accept()
      await sandbox.post('/api/people/wang-xiaoming/phone', { subscriptions: 'off' })
      expect(await send()).to.include({ errcode: 43107 })
      expect(await accept()).to.include({ errCode: 20004 })
      expect(await inbox()).to.deep.equal([])
    })

    const withField = (key: string, value: unknown) => ({ data: { ...data, [key]: { value } } })
    for (const [what, changes, errcode] of [
      ['an unknown person', { touser: 'oNobody' }, 40003],
      ['an unknown template', { template_id: 'tmpl-x' }, 40037],
      ['21 characters of thing', withField('thing4', '字'.repeat(21)), 47003],
      ['an empty thing', withField('thing4', ''), 47003],
      ['a number for a text', withField('thing4', 5), 47003],
      ['a time in words', withField('time8', '明天下午'), 47003],
      ['the 32nd of a month', withField('time8', '2026年11月32日 18:00'), 47003],
      ['25 o’clock', withField('time8', '25:00'), 47003],
      ['a key too few', { data: { thing4: data.thing4, time8: data.time8 } }, 47003],
      ['a key too many', withField('phrase9', '好'), 47003],
      ['a line break in a thing', withField('thing9', '第一行\n第二行'), 47003],
      ['a control character in a thing', withField('thing9', '一\u0007二'), 47003],
      ['a choice that the enum has not', withField('enum2', '电话面试'), 47003],
      ['six characters of short_thing', withField('short_thing6', '人工智能提问'), 47003],
      ['a key of another number', { data: { ...data, thing4: undefined, thing1: data.thing4 } }, 47003],
      ['no data', { data: undefined }, 47003],
      ['a page that is none', { page: 'https://example.com' }, 41030],
      ['an unknown release', { miniprogram_state: 'production' }, 47003],
    ] as const) {
      it(`refuses ${what} with ${errcode}, and the accept is not spent`, async () => {
        const { send } = await posting()
        await accept()

        expect(await send(changes)).to.include({ errcode })
        expect(await inbox()).to.deep.equal([])
        expect(await send()).to.include({ errcode: 0 })
      })
    }

    for (const time of [
      '15:01',
      '2026年11月28日 18:00',
      '2026-11-28 18:00:30',
      '2026年11月28日 18:00~19:30',
      '09:00~10:00',
    ]) {
      it(`takes ${time} as a time`, async () => {
        const { send } = await posting()
        await accept()

        expect(await send(withField('time8', time))).to.include({ errcode: 0 })
      })
    }

    it('takes 20 characters outside the basic plane', async () => {
      const { send } = await posting()
      await accept()

      expect(await send(withField('thing4', '𬭎'.repeat(20)))).to.include({ errcode: 0 })
    })

    it('refuses a missing, a foreign and an expired token, and a wrong method', async () => {
      const { send } = await posting()
      const { access_token: old } = await askToken()

      expect(await send({}, '')).to.include({ errcode: 41001 })
      expect(await send({}, 'guess')).to.include({ errcode: 40001 })
      await sandbox.pass(7_200_000)
      expect(await send({}, old)).to.include({ errcode: 42001 })
      expect(await sandbox.get('/wechat/cgi-bin/message/subscribe/send')).to.include({ errcode: 43002 })
    })

    it('refuses a second message to the same person at the same moment', async () => {
      await sandbox.close()
      sandbox = await startSandbox({ timing: { sendingMs: 500 } }) // on a busy machine the two come apart
      const { send } = await posting()
      await accept()
      await accept()

      const codes = (await Promise.all([send(), send()])).map(({ errcode }) => errcode)
      expect(codes).to.have.members([0, 43108])
    })

    it('does not know a template that the mini-program does not have', async () => {
      expect(
        await sandbox.post('/api/people/wang-xiaoming/wx/subscribe', { choices: { 'tmpl-x': 'accept' } }),
      ).to.include({ errCode: 20001 })
    })
  })

  describe('URL links', () => {
    const target = { path: 'pages/invitation/invitation', query: 'token=abc-1' }

    it('leads to a page of the mini-program', async () => {
      const { link } = await posting()
      const { url_link: url } = (await link(target)) as { url_link: string }

      expect(url).to.match(new RegExp(`^http://localhost:${sandbox.port}/u/`))
      const reply = await fetch(url.replace('localhost', '127.0.0.1'), { headers: { accept: 'application/json' } })
      expect(await reply.json()).to.deep.equal({ opens: 'pages/invitation/invitation?token=abc-1' })
    })

    it('ends at its time', async () => {
      const { link } = await posting()
      const { url_link: url } = (await link({ ...target, expire_type: 1, expire_interval: 1 })) as { url_link: string }
      await sandbox.pass(86_400_001)

      expect((await fetch(url.replace('localhost', '127.0.0.1'))).status).to.equal(410)
    })

    const inSeconds = (seconds: number) => ({ expire_type: 0, expire_time: Math.floor(Date.now() / 1000) + seconds })
    for (const [what, body, errcode] of [
      ['a path with a query', { path: 'pages/a/a?x=1' }, 40165],
      ['no path', { path: undefined }, 40165],
      ['a query of 1025 characters', { query: 'x'.repeat(1025) }, 40212],
      ['a query with spaces', { query: 'a b' }, 40212],
      ['31 days', { expire_type: 1, expire_interval: 31 }, 85401],
      ['30 seconds', inSeconds(30), 85401],
      ['31 days in seconds', inSeconds(31 * 86_400), 85401],
      ['an expiry that is no number', { expire_type: 0, expire_time: 'soon' }, 85401],
    ] as const) {
      it(`refuses ${what} with ${errcode}`, async () => {
        const { link } = await posting()

        expect(await link({ ...target, ...body })).to.include({ errcode })
      })
    }
  })
})
