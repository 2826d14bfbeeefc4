import { expect } from 'chai'
import { localPlatform, nobodyListens, type LocalPlatform, type PlatformAnswer } from '../../test/local-platform.js'
import { PlatformError, platformCaller } from './platform-call.js'
import { wecomErrors } from './wecom/errors.js'

const secret = 'a-secret-that-nobody-may-read'
const request = { method: 'POST', path: '/cgi-bin/thing', query: { access_token: secret }, body: { a: 1 } } as const

describe('calling a platform', () => {
  let platform: LocalPlatform | undefined

  afterEach(async () => {
    await platform?.close()
    platform = undefined
  })

  async function calling(answers: PlatformAnswer[], extra: { repeatable?: boolean } = {}): Promise<unknown> {
    platform = await localPlatform((_request, count) => answers[Math.min(count, answers.length) - 1]!)
    const call = platformCaller({
      platform: 'wecom',
      baseUrl: platform.baseUrl,
      errors: wecomErrors,
      random: () => 0,
      pauseMs: 2,
      timeoutMs: answers.includes('hang') ? 500 : 5_000,
    })
    return call({ ...request, ...extra }).catch((error: unknown) => error)
  }

  for (const busy of [-1, 6000, 45035, 41096]) {
    it(`tries three times when the platform is busy (${busy})`, async () => {
      expect(await calling([{ errcode: busy }, { errcode: busy }, { errcode: 0, done: true }])).to.include({
        done: true,
      })
      expect(platform!.requests).to.have.length(3)
    })
  }

  it('gives up after the third busy answer with an error that may be tried later', async () => {
    expect(await calling([{ errcode: -1 }])).to.include({ errcode: -1, kind: 'busy', retryable: true })
    expect(platform!.requests).to.have.length(3)
  })

  it('asks once when it is throttled, and says how long the window lasts', async () => {
    expect(await calling([{ errcode: 45009 }])).to.include({ kind: 'throttled', retryable: true, afterMs: 60_000 })
    expect(platform!.requests).to.have.length(1)
  })

  it('never retries what a person must repair', async () => {
    for (const errcode of [60020, 48002, 81013, 42014, 42051, 93000, 12345]) {
      expect(await calling([{ errcode }])).to.include({ errcode, retryable: false })
      expect(platform!.requests).to.have.length(1)
      await platform!.close()
    }
  })

  it('tells a refused connection, where nothing can have arrived, from a lost answer', async () => {
    const host = await nobodyListens()
    const call = platformCaller({
      platform: 'wecom',
      baseUrl: `http://${host}`,
      errors: wecomErrors,
      random: () => 0,
      pauseMs: 2,
    })

    expect(await call(request).catch((error: unknown) => error)).to.include({
      errcode: 'ECONNREFUSED',
      arrived: 'no',
      retryable: true,
    })
    expect(await calling(['hang'])).to.include({ errcode: 'timeout', arrived: 'maybe', retryable: false })
    await platform!.close()
    expect(await calling(['reset'])).to.include({ errcode: 'ECONNRESET', arrived: 'maybe', retryable: false })
    await platform!.close()
    expect(await calling([{ status: 500, text: 'no' }])).to.include({
      errcode: 'http-500',
      arrived: 'maybe',
      retryable: false,
    })
    await platform!.close()
    expect(await calling([{ status: 200, text: '<html>' }])).to.include({ errcode: 'not-json', arrived: 'maybe' })
  })

  it('sends once what must not happen twice, and asks again for what may', async () => {
    await calling(['reset', { errcode: 0 }])
    expect(platform!.requests).to.have.length(1)
    await platform!.close()

    expect(await calling(['reset', 'hang', { errcode: 0, done: true }], { repeatable: true })).to.include({
      done: true,
    })
    expect(platform!.requests).to.have.length(3)
  })

  it('keeps the token out of every error', async () => {
    for (const answer of [
      { errcode: 40013, errmsg: `invalid ${secret}` },
      'reset',
      'hang',
      { status: 500, text: secret },
    ] as PlatformAnswer[]) {
      const error = await calling([answer])
      await platform!.close()

      expect(error).to.be.instanceOf(PlatformError)
      expect(JSON.stringify(error) + String((error as Error).stack) + String((error as Error).cause)).not.to.include(
        secret,
      )
    }
  })
})
