/** A candidate's session: 12 hours from wx.login, then the app signs in again without a tap. */
import { hours } from '../../durations.js'
import type { Clock } from '../../ports/clock.js'
import type { WechatIdentity } from '../../ports/wechat-identity.js'
import { keyedHash } from '../../mongo/key-ring.js'
import type { CandidateSessionStore } from './candidate-session-store.js'

const sessionMs = hours(12)

export interface SessionDeps {
  sessions: Pick<CandidateSessionStore, 'insert' | 'findLive'>
  identity: WechatIdentity
  clock: Clock
  /** Random bytes as base64url text; passed in so that tests are repeatable. */
  randomToken: () => string
  sessionKey: Buffer
}

export async function openCandidateSession(
  deps: SessionDeps,
  { orgId, code }: { orgId: string; code: string },
): Promise<{ token: string; expiresAt: Date }> {
  const openid = await deps.identity.openidOf(code)
  const token = deps.randomToken()
  const expiresAt = new Date(deps.clock.now().getTime() + sessionMs)

  await deps.sessions.insert(keyedHash(deps.sessionKey, token), { orgId, openid, expiresAt })
  return { token, expiresAt }
}

export async function findCandidateSession(
  deps: Pick<SessionDeps, 'sessions' | 'clock' | 'sessionKey'>,
  token: string,
): Promise<{ orgId: string; openid: string } | undefined> {
  return deps.sessions.findLive(keyedHash(deps.sessionKey, token), deps.clock.now())
}
