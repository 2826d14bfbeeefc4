/** The candidate's session: wx.login's code becomes a token of our server. One sign-in at a time, however many calls need it. */
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import { sessionReserveMs } from '../config.js'
import type { SessionSource } from './api.js'

interface Deps {
  signIn: () => Promise<CandidateSession>
  kept: { read(): CandidateSession | undefined; write(session: CandidateSession): void }
  nowMs: () => number
}

export interface Session extends SessionSource {
  /** The session as it stands, signing in when there is none. */
  open(): Promise<CandidateSession>
  /** What is known without asking anybody: a tap that must not wait reads the template ids here. */
  current(): CandidateSession | undefined
}

export function createSession({ signIn, kept, nowMs }: Deps): Session {
  let session = kept.read()
  let signingIn: Promise<CandidateSession> | undefined

  const isFresh = (one: CandidateSession) => Date.parse(one.expiresAt) - nowMs() > sessionReserveMs
  const refresh = () => {
    signingIn ??= signIn()
      .then((fresh) => {
        session = fresh
        kept.write(fresh)
        return fresh
      })
      .finally(() => {
        signingIn = undefined
      })
    return signingIn
  }
  const open = async () => (session && isFresh(session) ? session : refresh())

  return {
    open,
    current: () => session,
    token: async () => (await open()).token,
    renew: async (refused) => (session && session.token !== refused ? session : await refresh()).token,
  }
}
