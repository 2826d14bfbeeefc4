import { expect } from 'chai'
import { nobodyListens } from '../../test/local-platform.js'
import { startSandbox, type TestSandbox } from '../../test/sandbox.js'
import { readConfig } from '../../server/config.js'
import { platformChecks } from './platform-access.js'

describe('what the doctor finds on the platforms', () => {
  let sandbox: TestSandbox

  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  async function found(port = sandbox.port, smtpPort = sandbox.smtpPort): Promise<string[]> {
    const config = readConfig({ SANDBOX_PORT: String(port), SANDBOX_SMTP_PORT: String(smtpPort) })
    return Promise.all(
      platformChecks(config).map(([, look]) => look().catch((error: unknown) => `FAIL ${(error as Error).message}`)),
    )
  }

  it('is well when a real call goes through', async () => {
    for (const line of await found()) expect(line).to.contain('accepted').and.not.to.contain('FAIL')
    const calls = (await sandbox.get<{ endpoint: string }[]>('/api/calls')).map(({ endpoint }) => endpoint)
    expect(calls).to.include.members(['/wecom/cgi-bin/getcallbackip', '/wechat/wxaapi/newtmpl/gettemplate', '/sms/'])
    for (const { id } of await sandbox.get<{ id: string }[]>('/api/people'))
      expect(await sandbox.get(`/api/people/${id}/inbox`), 'nothing was sent').to.deep.equal([])
  })

  it('is the address that is not listed, and where to list it, though the token was given', async () => {
    await sandbox.post('/api/settings', { trustedIp: false })
    const [wecom, wechat] = await found()

    expect(wecom).to.contain('FAIL').and.to.contain('60020').and.to.contain('企业可信IP，加上 127.0.0.1')
    expect(wechat).to.contain('40164').and.to.contain('IP 白名单，加上 127.0.0.1')
  })

  it('is a subscription template that does not fit, with what to write instead', async () => {
    await sandbox.post('/api/settings', { templateTitles: { result: '面试进度' } })
    const [, , templates] = await found()

    expect(templates).to.contain('FAIL').and.to.contain('WECHAT_TEMPLATE_RESULT').and.to.contain('另一个模板相同')
  })

  it('is a mail server and an SMS provider that cannot be reached', async () => {
    const nobody = Number((await nobodyListens()).split(':')[1])
    const [, , , sms, email] = await found(nobody, nobody)

    expect(sms).to.contain('FAIL').and.to.contain('HTTPS_PROXY')
    expect(email).to.contain('FAIL').and.to.contain('SMTP_HOST')
  })

  it('is a mini-program that may not ask for a number, and what to do; where it may, nobody’s number is told', async () => {
    const called = async () =>
      (await sandbox.get<{ endpoint: string; errcode: number }[]>('/api/calls')).filter(({ endpoint }) =>
        endpoint.endsWith('getuserphonenumber'),
      )
    expect((await found()).at(-1)).to.contain('accepted')
    expect((await called()).map(({ errcode }) => errcode)).to.deep.equal([40029])

    await sandbox.post('/api/settings', { phoneNumber: 'may-not' })
    expect((await found()).at(-1))
      .to.contain('FAIL')
      .and.to.contain('48001')
      .and.to.contain('WECHAT_PHONE_NUMBER')
  })

  it('names neither a secret nor a token', async () => {
    await sandbox.post('/api/settings', { trustedIp: false })
    expect((await found()).join('\n')).not.to.match(/secret-not-a-real-one|sandbox-mini-program-secret|access_token/)
  })

  it('is the network, and the proxy that may be missing', async () => {
    const [wecom] = await found(Number((await nobodyListens()).split(':')[1]))
    expect(wecom).to.contain('FAIL').and.to.contain('HTTPS_PROXY')
  })
})
