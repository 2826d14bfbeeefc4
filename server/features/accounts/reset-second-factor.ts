/** A lost authenticator: somebody else takes it away, whoever lost it is signed out everywhere and sets up a new one (C18). */
import { conflict, forbidden, notFound } from '../../errors.js'
import type { MemberStore } from './member-store.js'
import { isAdmin } from './member.js'
import type { StaffSessionStore } from './staff-session-store.js'

export interface ResetDeps {
  accounts: Pick<MemberStore, 'findByUserid' | 'forgetSecret'>
  staffSessions: Pick<StaffSessionStore, 'endAllOf'>
}

/** `by`: another administrator's id, or undefined for whoever has the machine itself. */
export async function resetSecondFactor(
  { accounts, staffSessions }: ResetDeps,
  { orgId, userid, by }: { orgId: string; userid: string; by?: string },
): Promise<void> {
  const member = await accounts.findByUserid(orgId, userid)
  if (!member) throw notFound('member')
  if (member.id === by) throw forbidden('own-second-factor')
  if (!isAdmin(member.grants)) throw conflict('no-second-factor')
  await accounts.forgetSecret(member)
  await staffSessions.endAllOf(orgId, member.id)
}
