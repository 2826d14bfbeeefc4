import { expect } from 'chai'
import type { PlatformTokenStore } from '../ports/platform-tokens.js'
import { PlatformError, type PlatformCall } from './platform-call.js'
import { tokenSource, withToken } from './platform-token.js'

const hourMs = 3_600_000

describe('a platform token shared by processes', () => {
  let now: Date
  let store: PlatformTokenStore
  let fetched: number
  const clock = { now: () => now }
  const fetchToken = async () => {
    fetched += 1
    const value = `token-${fetched}`
    await Promise.resolve()
    return { value, livesMs: 2 * hourMs }
  }
  const process = () => tokenSource({ name: 'wecom:ww1', store, clock, fetchToken, pause: () => Promise.resolve() })

  beforeEach(() => {
    now = new Date('2026-11-22T10:00:00Z')
    store = tokensInMemory()
    fetched = 0
  })

  it('is fetched once, however many calls and processes want it at the same moment', async () => {
    const [one, other] = [process(), process()]

    const values = await Promise.all([one.current(), one.current(), other.current(), other.current()])

    expect(values).to.deep.equal(['token-1', 'token-1', 'token-1', 'token-1'])
    expect(fetched).to.equal(1)
  })

  it('is looked up once for all calls of a process that want it at the same moment', async () => {
    let looked = 0
    const inner = store
    store = {
      ...inner,
      find: (name) => {
        looked += 1
        return inner.find(name)
      },
    }
    const source = process()

    await Promise.all([source.current(), source.current(), source.current()])

    expect(looked).to.equal(2) // before and after the claim
  })

  it('is not fetched when another process stored one between our look and our claim', async () => {
    const theirs = { value: 'theirs', expiresAt: new Date(now.getTime() + hourMs) }
    const inner = store
    store = {
      ...inner,
      claimRefresh: async (...claim) => {
        await inner.save('wecom:ww1', theirs)
        return inner.claimRefresh(...claim)
      },
    }

    expect(await process().current()).to.equal('theirs')
    expect(fetched).to.equal(0)
  })

  it('is renewed five minutes before its end, and not earlier', async () => {
    const source = process()
    await source.current()

    now = new Date(now.getTime() + 2 * hourMs - 5 * 60_000 - 1)
    expect(await source.current()).to.equal('token-1')
    now = new Date(now.getTime() + 1)
    expect(await source.current()).to.equal('token-2')
  })

  it('stays in use in its last minutes while another process renews it', async () => {
    const source = process()
    await source.current()
    now = new Date(now.getTime() + 2 * hourMs - 60_000)
    await store.claimRefresh('wecom:ww1', now, 20_000)

    expect(await source.current()).to.equal('token-1')
  })

  it('ends the wait with an error that may be tried later when the one who fetches never comes back', async () => {
    await store.claimRefresh('wecom:ww1', now, 20_000)

    const error = await process()
      .current()
      .catch((thrown: unknown) => thrown)

    expect(error).to.be.instanceOf(PlatformError).and.include({ errcode: 'token-wait', retryable: true })
  })

  it('is fetched again at once after a fetch failed and the claim ran out', async () => {
    const failing = tokenSource({
      name: 'wecom:ww1',
      store,
      clock,
      fetchToken: () => Promise.reject(new Error('down')),
    })
    await failing.current().catch(() => {})

    now = new Date(now.getTime() + 20_000)

    expect(await failing.current().catch((error: Error) => error.message)).to.equal('down')
    expect(
      await process()
        .current()
        .catch(() => 'claimed'),
    ).to.equal('claimed')
  })

  describe('that the platform refuses', () => {
    const refused = () => new PlatformError({ platform: 'wecom', errcode: 42001, kind: 'token', arrived: 'no' })
    const request: PlatformCall = { method: 'POST', path: '/x' }

    it('is dropped, fetched anew, and the call replayed once', async () => {
      const seen: string[] = []
      const call = withToken(async ({ query }) => {
        seen.push(query!.access_token!)
        if (seen.length === 1) throw refused()
        return { ok: true }
      }, process())

      await call(request)

      expect(seen).to.deep.equal(['token-1', 'token-2'])
    })

    it('twice ends in the error, not in a third call', async () => {
      let calls = 0
      const call = withToken(async () => {
        calls += 1
        throw refused()
      }, process())

      const error = await call(request).catch((thrown: unknown) => thrown)

      expect(error).to.include({ errcode: 42001, retryable: true })
      expect(calls).to.equal(2)
    })

    it('leaves alone the newer token that another process stored meanwhile', async () => {
      const source = process()
      const old = await source.current()
      await store.save('wecom:ww1', { value: 'newer', expiresAt: new Date(now.getTime() + hourMs) })

      await source.drop(old)

      expect(await source.current()).to.equal('newer')
      expect(fetched).to.equal(1)
    })
  })
})

function tokensInMemory(): PlatformTokenStore {
  const tokens = new Map<string, { value: string; expiresAt: Date }>()
  const claims = new Map<string, number>()
  return {
    find: async (name) => tokens.get(name),
    save: async (name, token) => {
      tokens.set(name, token)
      claims.delete(name)
    },
    drop: async (name, value) => {
      if (tokens.get(name)?.value === value) tokens.delete(name)
    },
    claimRefresh: async (name, now, forMs) => {
      if ((claims.get(name) ?? 0) > now.getTime()) return false
      claims.set(name, now.getTime() + forMs)
      return true
    },
  }
}
