import { expect } from 'chai'
import { AppError } from '../../errors.js'
import { PlatformError } from '../platform-call.js'
import { pageSigner, signatureOf } from './page-signature.js'

describe('a page signed for the JS-SDK', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const kept = new Map<string, { value: string; expiresAt: Date }>()
  const tokens = {
    find: async (name: string) => kept.get(name),
    save: async (name: string, token: { value: string; expiresAt: Date }) => {
      kept.set(name, token)
    },
    drop: async () => {},
    claimRefresh: async () => true,
  }
  const asked: string[] = []
  const signer = (reply: () => Record<string, unknown>) =>
    pageSigner({
      client: {
        call: async ({ path }) => {
          asked.push(path)
          return reply()
        },
      },
      corpId: 'ww1',
      tokens,
      clock: { now: () => now },
      nonce: () => 'n',
    })
  beforeEach(() => {
    kept.clear()
    asked.length = 0
  })

  it('is signed as the platform’s own sample', () => {
    const ticket = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg'
    const sample = {
      ticket,
      nonceStr: 'Wm3WZYTPz0wzccnW',
      timestamp: 1_414_587_457,
      url: 'http://mp.weixin.qq.com?params=value',
    }

    expect(signatureOf(sample)).to.equal('0f9de62fce790f9a083d5c99e95740ceb90c27ed')
  })

  it('asks for one ticket and signs many pages with it, also in another process', async () => {
    const reply = () => ({ errcode: 0, ticket: 'T', expires_in: 7_200 })
    const first = signer(reply)

    const signed = await first.sign('https://xz.example/console/')
    await first.sign('https://xz.example/console/candidates')
    await signer(reply).sign('https://xz.example/console/')

    expect(asked).to.deep.equal(['/cgi-bin/get_jsapi_ticket'])
    expect(signed).to.deep.equal({
      corpId: 'ww1',
      timestamp: 1_795_341_600,
      nonceStr: 'n',
      signature: signatureOf({
        ticket: 'T',
        nonceStr: 'n',
        timestamp: 1_795_341_600,
        url: 'https://xz.example/console/',
      }),
    })
  })

  it('says that WeCom cannot be reached, and what it said goes no further', async () => {
    const refuse = () => {
      throw new PlatformError({ platform: 'wecom', errcode: -1, kind: 'busy', arrived: 'no' })
    }

    const error = await signer(refuse)
      .sign('https://xz.example/console/')
      .catch((thrown: unknown) => thrown)

    expect(error).to.be.instanceOf(AppError).and.include({ code: 'wecom-unreachable', status: 503 })
  })
})
