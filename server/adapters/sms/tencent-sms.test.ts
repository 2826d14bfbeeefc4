import { expect } from 'chai'
import { localPlatform, nobodyListens, type LocalPlatform, type PlatformAnswer } from '../../../test/local-platform.js'
import { tencentSms } from './tencent-sms.js'

const secretKey = 'sms-secret-that-nobody-may-read'
const message = {
  phone: '13800001234',
  template: 'invitation' as const,
  fields: { code: 'A7K2', position: '综合柜员（2026 年校园招聘）', deadline: '2026年11月25日 18:00' },
}

describe('SMS', () => {
  let platform: LocalPlatform

  afterEach(() => platform?.close())

  const messenger = (host: string, timeoutSeconds = 5) =>
    tencentSms({
      endpoint: `${host}/sms`,
      protocol: 'http://',
      region: 'ap-guangzhou',
      secretId: 'id',
      secretKey,
      sdkAppId: '1400000000',
      signName: '江南银行',
      templateIds: { invitation: '1', progress: '2', result: '3', 'next-round': '4', 'phone-code': '5' },
      params: {
        invitation: ['position', 'deadline', 'code'],
        progress: [],
        result: [],
        'next-round': [],
        'phone-code': [],
      },
      paramLength: 12,
      timeoutSeconds,
    })
  async function sending(answer: PlatformAnswer) {
    platform = await localPlatform(() => answer)
    return messenger(platform.host, answer === 'hang' ? 0.1 : 5).send(message)
  }
  const status = (Code: string) => ({
    Response: { RequestId: 'r', SendStatusSet: [{ Code, SerialNo: 's-1', PhoneNumber: '+8613800001234' }] },
  })
  const failure = (Code: string) => ({ Response: { RequestId: 'r', Error: { Code, Message: 'text' } } })

  it('is sent signed, with template and parameters', async () => {
    expect(await sending(status('Ok'))).to.deep.equal({ kind: 'sent', platformId: 's-1' })
    const [request] = platform.requests
    expect(request!.path).to.equal('/sms/')
    expect(request!.headers).to.include({ 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11' })
    expect(request!.headers.authorization).to.match(/^TC3-HMAC-SHA256 Credential=id\//)
    expect(request!.body).to.deep.equal({
      PhoneNumberSet: ['+8613800001234'],
      SmsSdkAppId: '1400000000',
      SignName: '江南银行',
      TemplateId: '1',
      TemplateParamSet: ['综合柜员（2026 年…', '11月25日18:00', 'A7K2'],
    })
  })

  it('is not sent with a parameter missing', async () => {
    platform = await localPlatform(() => status('Ok'))
    const { code: _code, ...noCode } = message.fields
    const refused = { kind: 'refused', reason: 'content' }

    expect(await messenger(platform.host).send({ ...message, fields: noCode })).to.deep.equal({
      ...refused,
      code: 'field-code',
    })
    expect(
      await messenger(platform.host).send({
        ...message,
        fields: { ...message.fields, deadline: '下周三下午六点之前都可以的' },
      }),
      'part of a time says something else',
    ).to.deep.equal({ ...refused, code: 'field-deadline' })
    expect(platform.requests).to.have.length(0)
  })

  it('is translated into what may happen next', async () => {
    const cases: [PlatformAnswer, object][] = [
      [
        status('LimitExceeded.PhoneNumberThirtySecondLimit'),
        { kind: 'try-later', afterMs: 30_000, code: 'LimitExceeded.PhoneNumberThirtySecondLimit' },
      ],
      [
        status('LimitExceeded.AppDailyLimit'),
        { kind: 'try-later', afterMs: 3_600_000, code: 'LimitExceeded.AppDailyLimit' },
      ],
      [
        status('FailedOperation.PhoneNumberInBlacklist'),
        { kind: 'refused', reason: 'recipient', code: 'FailedOperation.PhoneNumberInBlacklist' },
      ],
      [
        status('FailedOperation.ContainSensitiveWord'),
        { kind: 'refused', reason: 'content', code: 'FailedOperation.ContainSensitiveWord' },
      ],
      [status('InternalError.Timeout'), { kind: 'unknown', code: 'InternalError.Timeout' }],
      [failure('RequestLimitExceeded'), { kind: 'try-later', afterMs: 1_000, code: 'RequestLimitExceeded' }],
      [failure('InternalError'), { kind: 'try-later', afterMs: 1_000, code: 'InternalError' }],
      [
        failure('AuthFailure.SignatureFailure'),
        { kind: 'refused', reason: 'not-permitted', code: 'AuthFailure.SignatureFailure' },
      ],
      [{ Response: { RequestId: 'r' } }, { kind: 'unknown', code: 'no-status' }],
      [
        { status: 500, text: '' },
        { kind: 'unknown', code: 'http-500' },
      ],
      [
        { status: 503, text: '' },
        { kind: 'try-later', code: 'http-503', afterMs: 1_000 },
      ],
      ['reset', { kind: 'unknown', code: 'network' }],
      ['hang', { kind: 'unknown', code: 'timeout' }],
    ]
    for (const [answer, outcome] of cases) {
      expect(await sending(answer)).to.deep.equal(outcome)
      expect(platform.requests, 'sent once').to.have.length(1)
      await platform.close()
    }
  })

  it('may go again when nobody was there to take it', async () => {
    expect(await messenger(await nobodyListens()).send(message)).to.deep.equal({
      kind: 'try-later',
      code: 'ECONNREFUSED',
      afterMs: 1_000,
    })
  })
})
