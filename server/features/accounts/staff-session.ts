/**
 * Sessions of staff: 12 hours at most, over earlier when nobody used them for the organisation's `staffIdleMinutes` (C17). Who is
 * disabled or whose roles change is signed out at once.
 */
import { hours } from '../../durations.js'
import { keyedHash } from '../../mongo/key-ring.js'
import type { Clock } from '../../ports/clock.js'
import type { StaffCaller } from '../../ports/staff.js'
import type { StaffSession } from '../../http/staff-session.js'
import { callerOf, isAdmin } from './member.js'
import type { MemberStore } from './member-store.js'
import type { Organisation } from './organisation.js'
import type { StaffSessionRow, StaffSessionStore } from './staff-session-store.js'

export const staffSessionMs = hours(12)
/** Being there is written down no more often than this. */
const touchEveryMs = 30_000

export interface OpeningDeps {
  staffSessions: StaffSessionStore
  clock: Clock
  randomToken: () => string
  sessionKey: Buffer
}

export interface StaffSessionDeps extends OpeningDeps {
  accounts: Pick<MemberStore, 'findById' | 'countAdmins' | 'seen'>
  organisationOf: (orgId: string) => Promise<Pick<Organisation, 'defaults'>>
}

type Who = Omit<StaffSessionRow, 'lastSeenAt' | 'expiresAt'>

/** Always a new token, also after the second factor: one that was known before does not become worth more. */
export async function openStaffSession(
  deps: OpeningDeps,
  { orgId, memberId, userid, secondFactorGiven }: Who,
): Promise<string> {
  const token = deps.randomToken()
  const now = deps.clock.now()
  const expiresAt = new Date(now.getTime() + staffSessionMs)
  await deps.staffSessions.insert(hashOf(deps, token), {
    orgId,
    memberId,
    userid,
    secondFactorGiven,
    lastSeenAt: now,
    expiresAt,
  })
  return token
}

export const endStaffSession = (
  deps: Pick<OpeningDeps, 'staffSessions' | 'sessionKey'>,
  token: string,
): Promise<void> => deps.staffSessions.end(hashOf(deps, token))

export async function findStaffSession(deps: StaffSessionDeps, token: string): Promise<StaffSession | undefined> {
  const now = deps.clock.now()
  const row = await deps.staffSessions.findLive(hashOf(deps, token), now)
  if (!row) return undefined
  const idleMs = now.getTime() - row.lastSeenAt.getTime()
  const { defaults } = await deps.organisationOf(row.orgId)
  if (idleMs >= defaults.staffIdleMinutes * 60_000) return endStaffSession(deps, token).then(() => undefined)
  const caller = await callerBehind(deps, row)
  if (!caller) return undefined

  if (idleMs >= touchEveryMs)
    await Promise.all([
      deps.staffSessions.touch(hashOf(deps, token), now),
      deps.accounts.seen({ ...row, id: row.memberId }, now),
    ])
  return { caller, secondFactorMissing: isAdmin(caller.grants) && !row.secondFactorGiven }
}

/** For whoever meets a member elsewhere than in the console, such as the bot: active members only. There is no second factor there. */
export async function findStaff(
  { accounts }: { accounts: Pick<MemberStore, 'findByUserid'> },
  orgId: string,
  userid: string,
): Promise<StaffCaller | undefined> {
  const member = await accounts.findByUserid(orgId, userid)
  return member?.status === 'active' ? callerOf(member) : undefined
}

/** While there is no administrator, a member of the corp without an account may be signed in, with no rights at all. */
async function callerBehind(
  { accounts }: StaffSessionDeps,
  { orgId, memberId, userid }: StaffSessionRow,
): Promise<StaffCaller | undefined> {
  const member = await accounts.findById(orgId, memberId)
  if (member) return member.status === 'active' ? callerOf(member) : undefined
  if ((await accounts.countAdmins(orgId)) > 0) return undefined
  return { orgId, memberId, userid, name: userid, grants: [] }
}

const hashOf = ({ sessionKey }: Pick<OpeningDeps, 'sessionKey'>, token: string): string => keyedHash(sessionKey, token)
