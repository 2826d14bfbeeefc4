import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { sms as sdk } from 'tencentcloud-sdk-nodejs-sms'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { InboxMessage, SandboxPerson } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { sms } = sandboxCredentials
const params = ['11月28日18:00', 'A7K2']
const usual = {
  PhoneNumberSet: ['+8613900139000'],
  SmsSdkAppId: sms.sdkAppId,
  SignName: sms.signName,
  TemplateId: sms.templates.invitation,
  TemplateParamSet: params,
}

describe('the simulated SMS of Tencent Cloud, called by the official SDK', () => {
  let sandbox: TestSandbox
  let product: Server
  /** Where the product's page sends a phone. */
  const sendsTo: { location?: string | undefined } = {}

  beforeEach(async () => {
    product = createServer((request, reply) => {
      const { location } = sendsTo
      reply.writeHead(request.url === '/m' && location ? 302 : 404, location ? { location } : {}).end()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => product.once('listening', resolve))
    sandbox = await startSandbox({ productUrl: `http://127.0.0.1:${(product.address() as AddressInfo).port}` })
  })
  afterEach(async () => {
    await sandbox.close()
    product.closeAllConnections()
    await new Promise((resolve) => {
      product.close(resolve)
    })
  })

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
        text: '【江南银行】邀请您参加线上面试，请在11月28日18:00前完成。打开 https://jnbank.example/m ，输入短码A7K2和手机号后四位即可开始。',
      })
    })
  }

  for (const variable of ['https://wxaurl.cn/x1', 'wxaurl.cn/x1', 'www.jnbank', 'http://localhost:7301/u/a']) {
    it(`takes no address in a variable: ${variable}`, async () => {
      await sandbox.post('/api/settings', { smsParamLength: 200 })

      expect((await send({ TemplateParamSet: [variable, 'A7K2'] }))[0]!.Code).to.equal(
        'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
      )
      expect(await inbox()).to.deep.equal([])
    })
  }

  it('takes variables as long as the account may have them, and 500 characters in all', async () => {
    await sandbox.post('/api/settings', { smsParamLength: 6 })
    expect((await send())[0]!.Code).to.equal('InvalidParameterValue.TemplateParameterLengthLimit')
    await sandbox.post('/api/settings', { smsParamLength: 500 })
    expect((await send({ TemplateParamSet: ['字'.repeat(500), 'A7K2'] }))[0]!.Code).to.equal(
      'InvalidParameterValue.ContentLengthLimit',
    )
    expect((await send())[0]!.Code).to.equal('Ok')
  })

  it('lets no word pass that the provider has on its list', async () => {
    await sandbox.post('/api/settings', { smsSensitiveWords: ['面试'] })
    expect((await send())[0]!.Code).to.equal('FailedOperation.ContainSensitiveWord')
  })

  it('leads where the page of its fixed link sends the phone, until that link ends', async () => {
    const { access_token: token } = await sandbox.post('/wechat/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: sandboxCredentials.wechat.appId,
      secret: sandboxCredentials.wechat.appSecret,
    })
    const { url_link: link } = await sandbox.post<{ url_link: string }>(
      `/wechat/wxa/generate_urllink?access_token=${String(token)}`,
      { path: 'pages/claim/claim', expire_type: 1, expire_interval: 1 },
    )
    sendsTo.location = link
    await send()
    const messageId = (await inbox())[0]!.id

    expect(await sandbox.post('/api/people/li-lei/tap', { messageId })).to.deep.equal({ opens: 'pages/claim/claim' })
    await sandbox.pass(86_400_001)
    expect(await sandbox.post('/api/people/li-lei/tap', { messageId })).to.have.nested.property(
      'error.code',
      'link-expired',
    )
    sendsTo.location = undefined
    expect(await sandbox.post('/api/people/li-lei/tap', { messageId })).to.have.nested.property(
      'error.code',
      'product-away',
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
      'a variable of 13 characters',
      { TemplateParamSet: ['字'.repeat(13), 'A7K2'] },
      'InvalidParameterValue.TemplateParameterLengthLimit',
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
