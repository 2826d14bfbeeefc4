/**
 * Signing in through WeCom. The state is bound to the browser by a cookie and used once; the code is exchanged once. Who is not a
 * member with an account stays outside, and that is written down.
 */
import { AppError } from '../../errors.js'
import { keyedHash } from '../../mongo/key-ring.js'
import type { AuditEntry, AuditTrail } from '../../ports/audit-trail.js'
import type { MemberIdentity } from '../../ports/member-identity.js'
import type { MemberStore } from './member-store.js'
import type { SignInStateStore } from './sign-in-state-store.js'
import { openStaffSession, type StaffSessionDeps } from './staff-session.js'

export const signInMs = 10 * 60_000
export const consoleHome = '/console/'
export const callbackPath = '/api/staff/sign-in/callback'

export interface SignInDeps extends StaffSessionDeps {
  orgId: string
  publicUrl: string
  members: Pick<MemberIdentity, 'signInUrl' | 'memberOf'>
  accounts: Pick<MemberStore, 'findById' | 'findByUserid' | 'countAdmins' | 'seen' | 'newId'>
  signInStates: SignInStateStore
  audit: AuditTrail
  /** Letters and digits only, as WeCom wants them. */
  randomState: () => string
}

/** Why somebody stays outside; the console's page `no-access` has a text for each. */
export type NoAccess = 'expired' | 'outsider' | 'no-account' | 'disabled' | 'code-refused' | 'wecom-unreachable'
/** `in-already`: the way back was loaded once more, as browsers do that open their pages again. */
export type SignedIn =
  { kind: 'signed-in'; token: string; returnTo: string } | { kind: 'in-already' } | { kind: 'no-access'; why: NoAccess }

export async function beginSignIn(
  deps: SignInDeps,
  { via, userAgent, returnTo, browser }: { via: 'wecom' | 'qr'; userAgent: string; returnTo: string; browser: string },
): Promise<string> {
  const state = deps.randomState()
  const expiresAt = new Date(deps.clock.now().getTime() + signInMs)
  await deps.signInStates.insert(deps.orgId, keyedHash(deps.sessionKey, state), {
    browserHash: keyedHash(deps.sessionKey, browser),
    returnTo,
    expiresAt,
  })
  return deps.members.signInUrl({ via, userAgent, state, redirectUri: `${deps.publicUrl}${callbackPath}` })
}

export async function completeSignIn(
  deps: SignInDeps,
  { code, state, browser, memberId }: { code: string; state: string; browser: string; memberId?: string | undefined },
): Promise<SignedIn> {
  const returnTo = await deps.signInStates.take(deps.orgId, {
    stateHash: keyedHash(deps.sessionKey, state),
    browserHash: keyedHash(deps.sessionKey, browser),
    now: deps.clock.now(),
  })
  if (!returnTo) {
    const outside = await refused(deps, memberId ?? 'unknown:', 'expired')
    return memberId ? { kind: 'in-already' } : outside
  }
  const identity = await identityOf(deps, code)
  if (typeof identity === 'string') return refused(deps, 'unknown:', identity)

  const { userid } = identity
  const member = await deps.accounts.findByUserid(deps.orgId, userid)
  if (member?.status === 'disabled') return refused(deps, member.id, 'disabled')
  if (!member && (await deps.accounts.countAdmins(deps.orgId)) > 0)
    return refused(deps, `unknown:${userid}`, 'no-account')

  await deps.audit.append(entry(deps, { actor: member?.id ?? `unknown:${userid}`, result: 'done' }))
  const token = await openStaffSession(deps, {
    orgId: deps.orgId,
    memberId: member?.id ?? deps.accounts.newId(),
    userid,
    secondFactorGiven: false,
  })
  if (member) await deps.accounts.seen(member, deps.clock.now())
  return { kind: 'signed-in', token, returnTo }
}

async function identityOf({ members }: SignInDeps, code: string): Promise<{ userid: string } | NoAccess> {
  try {
    const identity = await members.memberOf(code)
    return identity.kind === 'member' ? identity : 'outsider'
  } catch (error) {
    if (error instanceof AppError && error.status === 401) return 'code-refused'
    if (error instanceof AppError && error.status === 503) return 'wecom-unreachable'
    throw error
  }
}

async function refused(deps: SignInDeps, actor: string, why: NoAccess): Promise<SignedIn> {
  await deps.audit.append(entry(deps, { actor, result: 'refused', code: why }))
  return { kind: 'no-access', why }
}

const entry = ({ orgId }: SignInDeps, what: Pick<AuditEntry, 'actor' | 'result' | 'code'>): AuditEntry => ({
  orgId,
  via: 'console',
  action: 'session.sign-in',
  ...what,
})
