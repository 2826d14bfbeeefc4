import { expect } from 'chai'
import {
  localPlatform,
  type LocalPlatform,
  type PlatformAnswer,
  type PlatformRequest,
} from '../../../test/local-platform.js'
import type { AppError } from '../../errors.js'
import { subscriptionMessenger } from './subscription-messenger.js'
import { templateData } from './template-data.js'
import { urlLinks } from './url-link.js'
import { wechatClient } from './wechat-client.js'
import { wechatIdentity } from './wechat-identity.js'
import { wechatNumber } from './wechat-number.js'

const appSecret = 'app-secret-that-nobody-may-read'
const now = new Date('2026-11-22T10:00:00Z')
const clock = { now: () => now }
const templateFields = {
  invitation: [
    { key: 'thing4', field: 'position' },
    { key: 'time8', field: 'deadline' },
    { key: 'enum2', constant: '线上面试' },
    { key: 'thing9', field: 'tip' },
  ],
  progress: [],
  result: [],
  'next-round': [],
}
const templateIds = { invitation: 't-inv', progress: 't-pro', result: 't-res', 'next-round': 't-next' }

describe('the WeChat adapter', () => {
  let platform: LocalPlatform

  afterEach(() => platform.close())

  async function client(answer: (request: PlatformRequest, count: number) => PlatformAnswer, timeoutMs = 5_000) {
    platform = await localPlatform((request, count) =>
      request.path === '/cgi-bin/stable_token' ? { access_token: 'tok', expires_in: 7200 } : answer(request, count),
    )
    let stored: { value: string; expiresAt: Date } | undefined
    return wechatClient({
      baseUrl: platform.baseUrl,
      appId: 'wx1',
      appSecret,
      clock,
      random: () => 0,
      pauseMs: 2,
      timeoutMs,
      tokens: {
        find: async () => stored,
        save: async (_name, token) => {
          stored = token
        },
        drop: async () => {
          stored = undefined
        },
        claimRefresh: async () => true,
      },
    })
  }

  describe('signing in', () => {
    const openidAfter = async (answer: PlatformAnswer) =>
      wechatIdentity({ client: await client(() => answer) })
        .openidOf('code-1')
        .catch((error: unknown) => error)

    it('turns the code into the openid', async () => {
      expect(await openidAfter({ openid: 'o-wang', session_key: 'never' })).to.equal('o-wang')
      expect(platform.requests[0]!.query).to.deep.equal({
        appid: 'wx1',
        secret: appSecret,
        js_code: 'code-1',
        grant_type: 'authorization_code',
      })
    })

    it('says in our words why it was refused', async () => {
      const cases: [PlatformAnswer, string, number][] = [
        [{ errcode: 40029 }, 'login-code-refused', 401],
        [{ errcode: 40163 }, 'login-code-refused', 401],
        [{ errcode: 40226 }, 'login-blocked', 403],
        [{ errcode: 45011 }, 'wechat-unreachable', 503],
        ['reset', 'wechat-unreachable', 503],
        [{}, 'wechat-unreachable', 503],
      ]
      for (const [answer, code, status] of cases) {
        expect(await openidAfter(answer)).to.include({ code, status })
        await platform.close()
      }
    })

    it('spends the code once when the answer is lost, and keeps the secret out of the error', async () => {
      const error = (await openidAfter('reset')) as Error

      expect(platform.requests).to.have.length(1)
      expect(error.stack! + JSON.stringify(error.cause)).not.to.include(appSecret)
    })

    it('tries again when the platform is busy', async () => {
      const busyOnce = await client((_request, count) => (count === 1 ? { errcode: -1 } : { openid: 'o-wang' }))

      expect(await wechatIdentity({ client: busyOnce }).openidOf('code-1')).to.equal('o-wang')
    })
  })

  it('learns the number of somebody’s WeChat: a mainland one, told to this mini-program', async () => {
    const info = { purePhoneNumber: '13800138000', countryCode: '86', watermark: { timestamp: 1, appid: 'wx1' } }
    const cases: [PlatformAnswer, string][] = [
      [{ errcode: 0, phone_info: info }, '13800138000'],
      [{ errcode: 0, phone_info: { ...info, watermark: { appid: 'wx-another' } } }, 'wechat-number-unavailable'],
      [{ errcode: 0, phone_info: { ...info, countryCode: '852' } }, 'wechat-number-abroad'],
      [{ errcode: 0 }, 'wechat-number-unavailable'],
      [{ errcode: 40029 }, 'wechat-number-refused'],
      [{ errcode: 48001 }, 'wechat-number-unavailable'],
      ['reset', 'wechat-number-unavailable'],
    ]
    for (const [answer, outcome] of cases) {
      const asking = wechatNumber({ client: await client(() => answer), appId: 'wx1' })
      expect(await asking.numberOf('code-1').catch((error: AppError) => error.code)).to.equal(outcome)
      await platform.close()
    }
    const numbers = platform.requests.filter(({ path }) => path.endsWith('getuserphonenumber'))
    expect(numbers, 'a lost answer costs once').to.have.length(1)
  })

  describe('a subscription message', () => {
    const message = {
      openid: 'o-wang',
      template: 'invitation' as const,
      page: 'pages/invitation/invitation?token=x',
      language: 'zh' as const,
      fields: { position: '综合柜员', deadline: '2026年11月25日 18:00', tip: '约25分钟，不用下载' },
    }
    const sending = async (answer: PlatformAnswer, fields = message.fields) => {
      const messenger = subscriptionMessenger({
        client: await client(() => answer, answer === 'hang' ? 300 : 5_000),
        templateIds,
        templateFields,
        release: 'formal',
      })
      return messenger.send({ ...message, fields })
    }

    it('carries our fields under the platform’s keys', async () => {
      expect(await sending({ errcode: 0, msgid: 4711 })).to.deep.equal({ kind: 'sent', platformId: '4711' })
      const { query, body } = platform.requests.at(-1)!
      expect(query).to.deep.equal({ access_token: 'tok' })
      expect(body).to.deep.equal({
        touser: 'o-wang',
        template_id: 't-inv',
        page: message.page,
        miniprogram_state: 'formal',
        lang: 'zh_CN',
        data: {
          thing4: { value: '综合柜员' },
          time8: { value: '2026年11月25日 18:00' },
          enum2: { value: '线上面试' },
          thing9: { value: '约25分钟，不用下载' },
        },
      })
    })

    it('is translated into what may happen next', async () => {
      const cases: [PlatformAnswer, object][] = [
        [{ errcode: 43101 }, { kind: 'refused', reason: 'spent', code: '43101' }],
        [{ errcode: 43107 }, { kind: 'refused', reason: 'not-permitted', code: '43107' }],
        [{ errcode: 43108 }, { kind: 'try-later', code: '43108', afterMs: 1_000 }],
        [{ errcode: 47003 }, { kind: 'refused', reason: 'content', code: '47003' }],
        [{ errcode: 40003 }, { kind: 'refused', reason: 'recipient', code: '40003' }],
        [{ errcode: 42001 }, { kind: 'try-later', code: '42001', afterMs: 1_000 }],
        ['hang', { kind: 'unknown', code: 'timeout' }],
        [
          { status: 502, text: '' },
          { kind: 'unknown', code: 'http-502' },
        ],
      ]
      for (const [answer, outcome] of cases) {
        expect(await sending(answer)).to.deep.equal(outcome)
        await platform.close()
      }
    })

    it('is not sent at all when a field cannot be right', async () => {
      expect(await sending({ errcode: 0 }, { ...message.fields, deadline: '11月28日前' })).to.deep.equal({
        kind: 'refused',
        reason: 'content',
        code: 'field-deadline',
      })
      expect(platform.requests).to.have.length(0)
    })
  })

  describe('a link into the mini-program', () => {
    const target = {
      page: 'pages/invitation/invitation',
      query: 'token=x',
      expiresAt: new Date('2027-11-22T10:00:00Z'),
    }

    it('never asks for more than 30 days', async () => {
      const links = urlLinks({
        client: await client(() => ({ errcode: 0, url_link: 'https://wxaurl.cn/abc' })),
        clock,
        release: 'formal',
      })

      expect(await links.linkTo(target)).to.equal('https://wxaurl.cn/abc')
      const { expire_time: expiry, ...rest } = platform.requests.at(-1)!.body
      expect(rest).to.deep.equal({ path: target.page, query: 'token=x', expire_type: 0, env_version: 'release' })
      expect(expiry)
        .to.be.below(now.getTime() / 1_000 + 30 * 24 * 3_600)
        .and.above(now.getTime() / 1_000 + 29 * 24 * 3_600)
    })

    it('is asked for again when the answer was lost, for two links do no harm', async () => {
      const once = await client((_request, count) =>
        count === 2 ? 'reset' : { errcode: 0, url_link: 'https://wxaurl.cn/abc' },
      )

      expect(await urlLinks({ client: once, clock, release: 'formal' }).linkTo(target)).to.equal(
        'https://wxaurl.cn/abc',
      )
    })
  })
})

describe('the value of a template field', () => {
  const filled = (key: string, value: string) => templateData([{ key, field: 'f' }], { f: value })

  it('is cut with a mark when it is free text, between characters of any width', () => {
    expect(filled('thing1', '一'.repeat(20))).to.deep.equal({
      kind: 'ok',
      data: { thing1: { value: '一'.repeat(20) } },
    })
    expect(filled('thing1', '一'.repeat(21))).to.deep.equal({
      kind: 'ok',
      data: { thing1: { value: `${'一'.repeat(19)}…` } },
    })
    expect(filled('thing1', '𠮷'.repeat(11))).to.deep.equal({
      kind: 'ok',
      data: { thing1: { value: `${'𠮷'.repeat(9)}…` } },
    })
  })

  it('is refused where a part of it would say something else', () => {
    for (const [key, value] of [
      ['number2', '9'.repeat(33)],
      ['phrase3', '等待人工复核'],
      ['name4', '欧'.repeat(11)],
      ['character_string5', '中文'],
      ['phrase3', '已完成1'],
      ['name4', '张老师A'],
      ['short_thing6', '线上视频面试'],
      ['letter1', 'A7'],
      ['symbol1', 'A'],
      ['car_number1', '苏 A·12345'],
      ['phone_number2', '025-0000 转 8001'],
      ['time2', '18点前'],
      ['date3', '2026-11-22'],
      ['thing1', '  '],
      ['unheard9', 'x'],
    ] as const)
      expect(filled(key, value), key).to.deep.equal({ kind: 'refused', field: 'f' })
  })

  it('has no line break, however it was written', () => {
    expect(filled('thing1', ' 总行\n12 楼\t\u0007东厅 ')).to.deep.equal({
      kind: 'ok',
      data: { thing1: { value: '总行 12 楼 东厅' } },
    })
  })

  it('is taken in every kind that templates have', () => {
    for (const [key, value, sent] of [
      ['short_thing6', '线上面试', '线上面试'],
      ['enum2', '视频面试', '视频面试'],
      ['enum_string2', '客厅', '客厅'],
      ['const7', '请准时', '请准时'],
      ['letter1', 'Abc', 'Abc'],
      ['symbol1', '￥', '￥'],
      ['car_number1', '苏A12345', '苏A12345'],
      ['character_string1', 'A7K2', 'A7K2'],
      ['phone_number2', '025-0000 0000', '025-00000000'],
      ['phrase3', '面试进展', '面试进展'],
      ['name4', '张老师', '张老师'],
    ] as const)
      expect(filled(key, value), key).to.deep.equal({ kind: 'ok', data: { [key]: { value: sent } } })
  })

  it('may be a time of day, a day with a time, or a span', () => {
    for (const value of ['18:00', '2026年11月25日 18:00', '2026年11月25日 9:00~11:30']) {
      expect(filled('time2', value).kind, value).to.equal('ok')
    }
  })
})
