import { expect } from 'chai'
import { sms as sdk } from 'tencentcloud-sdk-nodejs-sms'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { InboxMessage, SandboxPerson } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { sms } = sandboxCredentials
const params = ['综合柜员', '11月28日 18:00', 'http://localhost/u/abc']
const usual = {
  PhoneNumberSet: ['+8613900139000'],
  SmsSdkAppId: sms.sdkAppId,
  SignName: sms.signName,
  TemplateId: sms.templates.invitation,
  TemplateParamSet: params,
}

describe('the simulated SMS of Tencent Cloud, called by the official SDK', () => {
  let sandbox: TestSandbox

  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  const client = (credential: { secretId?: string; secretKey?: string } = {}, host = '127.0.0.1') =>
    new sdk.v20210111.Client({
      credential: { secretId: sms.secretId, secretKey: sms.secretKey, ...credential },
      region: 'ap-guangzhou',
      profile: { httpProfile: { endpoint: `${host}:${sandbox.port}/sms`, protocol: 'http://' } },
    })
  const send = async (changes: object = {}) => (await client().SendSms({ ...usual, ...changes })).SendStatusSet!
  const codeOfFailure = (sending: Promise<unknown>) =>
    sending.then(
      () => 'none',
      (error: { code: string }) => error.code,
    )
  const inbox = (person = 'li-lei') => sandbox.get<InboxMessage[]>(`/api/people/${person}/inbox`)

  for (const host of ['127.0.0.1', 'localhost']) {
    it(`brings the signed text of the template to the phone, asked as ${host}`, async () => {
      const { SendStatusSet: statuses, RequestId: requestId } = await client({}, host).SendSms({
        ...usual,
        SessionContext: 'outbox-1',
      })

      expect(statuses![0]).to.include({ Code: 'Ok', PhoneNumber: '+8613900139000', SessionContext: 'outbox-1', Fee: 1 })
      expect(requestId).to.be.a('string')
      expect((await inbox())[0]).to.include({
        channel: 'sms',
        text: '【江南银行】邀请您参加「综合柜员」的线上面试，请在11月28日 18:00前完成，点链接即可开始：http://localhost/u/abc',
      })
    })
  }

  it('leads where its link leads, until the link ends', async () => {
    const { access_token: token } = await sandbox.post('/wechat/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: sandboxCredentials.wechat.appId,
      secret: sandboxCredentials.wechat.appSecret,
    })
    const { url_link: link } = await sandbox.post(`/wechat/wxa/generate_urllink?access_token=${String(token)}`, {
      path: 'pages/invitation/invitation',
      query: 'token=t1',
      expire_type: 1,
      expire_interval: 1,
    })
    await send({ TemplateParamSet: [params[0], params[1], link] })
    const messageId = (await inbox())[0]!.id

    expect(await sandbox.post('/api/people/li-lei/tap', { messageId })).to.deep.equal({
      opens: 'pages/invitation/invitation?token=t1',
    })
    await sandbox.pass(86_400_001)
    expect(await sandbox.post('/api/people/li-lei/tap', { messageId })).to.have.nested.property(
      'error.code',
      'link-expired',
    )
  })

  it('makes a person of a number that nobody has, and keeps the inbox when it gets a name', async () => {
    await send({ PhoneNumberSet: ['13700001234'] })
    const unnamed = (await sandbox.get<SandboxPerson[]>('/api/people')).find(({ phone }) => phone === '13700001234')!
    const named = await sandbox.post<SandboxPerson>('/api/people', { name: '韩梅', phone: '13700001234' })

    expect(unnamed.name).to.equal('尾号 1234')
    expect(named).to.include({ id: unnamed.id, name: '韩梅' })
    expect(await inbox(unnamed.id)).to.have.length(1)
    expect(await sandbox.post('/api/people', { name: '别人', phone: '13700001234' })).to.have.nested.property(
      'error.code',
      'phone-taken',
    )
  })

  for (const [what, changes, code] of [
    ['a wrong number', { PhoneNumberSet: ['+8612345'] }, 'InvalidParameterValue.IncorrectPhoneNumber'],
    ['an unknown template', { TemplateId: '9' }, 'FailedOperation.TemplateIncorrectOrUnapproved'],
    [
      'a parameter too few',
      { TemplateParamSet: params.slice(1) },
      'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
    ],
    ['a foreign signature', { SignName: '北方银行' }, 'FailedOperation.SignatureIncorrectOrUnapproved'],
    ['a foreign app', { SmsSdkAppId: '1' }, 'UnauthorizedOperation.SmsSdkAppIdVerifyFail'],
    [
      'more than 500 characters',
      { TemplateParamSet: ['字'.repeat(500), 'x', 'y'] },
      'InvalidParameterValue.ContentLengthLimit',
    ],
  ] as const) {
    it(`says ${code} in the number's status for ${what}`, async () => {
      expect((await send(changes))[0]).to.include({ Code: code, Fee: 0 })
      expect(await inbox()).to.deep.equal([])
    })
  }

  it('refuses the whole request when it is signed wrongly, by a stranger, or names no number', async () => {
    expect(await codeOfFailure(client({ secretKey: 'guess' }).SendSms(usual))).to.equal('AuthFailure.SignatureFailure')
    expect(await codeOfFailure(client({ secretId: 'guess' }).SendSms(usual))).to.equal('AuthFailure.SecretIdNotFound')
    expect(await codeOfFailure(client().SendSms({ ...usual, PhoneNumberSet: [] }))).to.equal(
      'MissingParameter.EmptyPhoneNumberSet',
    )
    expect(
      await codeOfFailure(client().SendSms({ ...usual, PhoneNumberSet: Array<string>(201).fill('13900139000') })),
    ).to.equal('LimitExceeded.PhoneNumberCountLimit')
    expect(await inbox()).to.deep.equal([])
  })

  it('refuses an unsigned body and an old signature', async () => {
    const unsigned = await sandbox.post('/sms/', usual)
    const old = await fetch(`${sandbox.baseUrl}/sms/`, {
      method: 'POST',
      body: '{}',
      headers: {
        'x-tc-timestamp': '1700000000',
        authorization: `TC3-HMAC-SHA256 Credential=${sms.secretId}/2023-11-14/sms/tc3_request, SignedHeaders=content-type;host, Signature=${'0'.repeat(64)}`,
      },
    })

    expect(unsigned).to.have.nested.property('Response.Error.Code', 'AuthFailure.InvalidAuthorization')
    expect(await old.json()).to.have.nested.property('Response.Error.Code', 'AuthFailure.SignatureExpire')
  })

  it('sends one number once in 30 seconds, 5 times an hour, 10 times a day', async () => {
    const codes: unknown[] = []
    const again = async (afterMs: number) => {
      await sandbox.pass(afterMs)
      codes.push((await send())[0]!.Code)
    }

    codes.push((await send())[0]!.Code)
    await again(29_000)
    for (let time = 0; time < 4; time += 1) await again(30_001)
    await again(30_001)
    await again(3_600_000)
    for (let time = 0; time < 4; time += 1) await again(30_001)
    await again(3_600_000)

    expect(codes).to.deep.equal([
      'Ok',
      'LimitExceeded.PhoneNumberThirtySecondLimit',
      'Ok',
      'Ok',
      'Ok',
      'Ok',
      'LimitExceeded.PhoneNumberOneHourLimit',
      'Ok',
      'Ok',
      'Ok',
      'Ok',
      'Ok',
      'LimitExceeded.PhoneNumberDailyLimit',
    ])
  })

  it('has Tencent Cloud’s own words for busy and too often', async () => {
    await sandbox.post('/api/faults', { fault: 'busy', on: true, times: 1 })
    expect(await codeOfFailure(send())).to.equal('InternalError')
    await sandbox.post('/api/faults', { fault: 'rate-limited', on: true, times: 1 })
    expect(await codeOfFailure(send())).to.equal('RequestLimitExceeded')
    expect((await send())[0]!.Code).to.equal('Ok')
  })
})
