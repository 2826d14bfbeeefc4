import { expect } from 'chai'
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import { createSession } from './session.js'

const hour = 3_600_000
const sessionUntil = (token: string, expiresMs: number) =>
  ({ token, expiresAt: new Date(expiresMs).toISOString() }) as CandidateSession

function bench(known?: CandidateSession) {
  let signIns = 0
  let kept = known
  const session = createSession({
    signIn: async () => {
      signIns += 1
      return sessionUntil(`token-${signIns}`, 12 * hour)
    },
    kept: {
      read: () => kept,
      write: (fresh) => {
        kept = fresh
      },
    },
    nowMs: () => 0,
  })
  return { session, signIns: () => signIns, kept: () => kept }
}

describe('the candidate’s session', () => {
  it('is opened once, however many calls need it at the same time', async () => {
    const { session, signIns } = bench()

    const tokens = await Promise.all([session.token(), session.token(), session.token()])

    expect(tokens).to.deep.equal(['token-1', 'token-1', 'token-1'])
    expect(signIns()).to.equal(1)
  })

  it('is kept for the next start of the app', async () => {
    const { session, kept } = bench()

    await session.open()

    expect(kept()?.token).to.equal('token-1')
  })

  it('is taken from the last start while it lasts', async () => {
    const { session, signIns } = bench(sessionUntil('known', hour))

    expect(await session.token()).to.equal('known')
    expect(signIns()).to.equal(0)
  })

  it('is renewed before it runs out', async () => {
    const { session } = bench(sessionUntil('known', 5 * 60_000))

    expect(await session.token()).to.equal('token-1')
  })

  it('is renewed once for all calls that were refused with the same token', async () => {
    const { session, signIns } = bench(sessionUntil('known', hour))

    await Promise.all([session.renew('known'), session.renew('known')])
    const late = await session.renew('known')

    expect(late).to.equal('token-1')
    expect(signIns()).to.equal(1)
  })
})
