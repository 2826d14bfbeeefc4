import { expect } from 'chai'
import { localPlatform, nobodyListens, type LocalPlatform, type PlatformAnswer } from '../../../test/local-platform.js'
import { groupWebhook } from './group-webhook.js'
import { wecomClient } from './wecom-client.js'

const key = 'webhook-key-that-nobody-may-read'

describe('the group webhook', () => {
  let now: Date
  let platform: LocalPlatform
  const clock = { now: () => now }
  const card = { groupId: 'g1', markdown: '报告已生成 · 王*明 A7K2' }
  const messenger = (baseUrl = platform.baseUrl, timeoutMs = 5_000) =>
    groupWebhook({ baseUrl, keys: { g1: key }, clock, random: () => 0, pauseMs: 2, timeoutMs })

  async function answering(answer: (count: number) => PlatformAnswer): Promise<void> {
    platform = await localPlatform((_request, count) => answer(count))
  }

  beforeEach(() => {
    now = new Date('2026-11-22T10:00:00Z')
  })
  afterEach(() => platform.close())

  it('posts markdown with the key of the group', async () => {
    await answering(() => ({ errcode: 0, errmsg: 'ok' }))

    expect(await messenger().send(card)).to.deep.equal({ kind: 'sent' })
    expect(platform.requests[0]).to.deep.include({
      method: 'POST',
      path: '/cgi-bin/webhook/send',
      query: { key },
      body: { msgtype: 'markdown', markdown: { content: card.markdown } },
    })
  })

  it('cuts at 4096 bytes between characters', async () => {
    await answering(() => ({ errcode: 0 }))

    await messenger().send({ groupId: 'g1', markdown: `a${'𠮷'.repeat(2_000)}` })

    const { content } = (platform.requests[0]!.body as { markdown: { content: string } }).markdown
    expect(Buffer.byteLength(content)).to.be.within(4_090, 4_096)
    expect(content).to.match(/^a𠮷+…$/u)
  })

  it('sends 20 a minute and no more, then says how long to wait', async () => {
    await answering(() => ({ errcode: 0 }))
    const one = messenger()
    for (let sent = 0; sent < 20; sent += 1) await one.send(card)
    now = new Date(now.getTime() + 20_000)

    expect(await one.send(card)).to.deep.equal({ kind: 'try-later', code: 'own-budget', afterMs: 40_000 })
    expect(platform.requests).to.have.length(20)

    now = new Date(now.getTime() + 40_000)
    expect(await one.send(card)).to.deep.equal({ kind: 'sent' })
  })

  it('translates what goes wrong into outcomes, without the key', async () => {
    const cases: [PlatformAnswer, object][] = [
      [{ errcode: -1 }, { kind: 'try-later', code: '-1', afterMs: 1_000 }],
      [{ errcode: 45009 }, { kind: 'try-later', code: '45009', afterMs: 60_000 }],
      [{ errcode: 93000 }, { kind: 'refused', reason: 'recipient', code: '93000' }],
      [{ errcode: 93017 }, { kind: 'refused', reason: 'content', code: '93017' }],
      [{ errcode: 48002 }, { kind: 'refused', reason: 'not-permitted', code: '48002' }],
      ['hang', { kind: 'unknown', code: 'timeout' }],
      ['reset', { kind: 'unknown', code: 'ECONNRESET' }],
    ]
    for (const [answer, outcome] of cases) {
      await answering(() => answer)
      expect(await messenger(platform.baseUrl, answer === 'hang' ? 80 : 5_000).send(card)).to.deep.equal(outcome)
      await platform.close()
    }

    expect(await messenger(`http://${await nobodyListens()}`).send(card)).to.deep.equal({
      kind: 'try-later',
      code: 'ECONNREFUSED',
      afterMs: 1_000,
    })
  })

  it('sends a post whose answer was lost exactly once', async () => {
    await answering(() => 'reset')

    await messenger().send(card)

    expect(platform.requests).to.have.length(1)
  })
})

describe('the WeCom client', () => {
  it('fetches the token once and survives one that the platform refuses', async () => {
    let issued = 0
    const platform = await localPlatform(({ path, query }) => {
      if (path === '/cgi-bin/gettoken') return { errcode: 0, access_token: `t${(issued += 1)}`, expires_in: 7200 }
      return query.access_token === 't1' ? { errcode: 42001 } : { errcode: 0, ip_list: ['127.0.0.1'] }
    })
    let stored: { value: string; expiresAt: Date } | undefined
    const client = wecomClient({
      baseUrl: platform.baseUrl,
      corpId: 'ww1',
      appSecret: 's',
      clock: { now: () => new Date('2026-11-22T10:00:00Z') },
      random: () => 0,
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

    const reply = await client.call({ method: 'GET', path: '/cgi-bin/getcallbackip' })
    await client.call({ method: 'GET', path: '/cgi-bin/getcallbackip' })
    await platform.close()

    expect(reply).to.deep.include({ ip_list: ['127.0.0.1'] })
    expect(platform.requests.map(({ path }) => path.split('/').pop())).to.deep.equal([
      'gettoken',
      'getcallbackip',
      'gettoken',
      'getcallbackip',
      'getcallbackip',
    ])
    expect(platform.requests[0]!.query).to.deep.equal({ corpid: 'ww1', corpsecret: 's' })
  })
})
