/**
 * The first administrator. There are no default accounts (C19): as long as an organisation has no active HR administrator, each start
 * makes a new one-time code, prints it where only the operator sees it, and keeps its hash. Who is signed in by WeCom and knows the
 * code becomes the first.
 */
import type { Grant } from '../../../shared/contracts/staff.js'
import { conflict, forbidden, locked } from '../../errors.js'
import { keyedHash } from '../../mongo/key-ring.js'
import type { AuditEntry, AuditTrail } from '../../ports/audit-trail.js'
import type { MemberIdentity } from '../../ports/member-identity.js'
import type { StaffCaller } from '../../ports/staff.js'
import type { FirstAdminStore } from './first-admin-store.js'
import { grantsFault } from './member.js'
import type { MemberStore } from './member-store.js'
import { endStaffSession, openStaffSession, type OpeningDeps } from './staff-session.js'

const mostTries = 5
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupsOfFour = /.{4}(?=.)/g

export interface FirstAdminDeps extends OpeningDeps {
  accounts: Pick<MemberStore, 'findByUserid' | 'insert' | 'update' | 'countAdmins' | 'seen'>
  firstAdminCodes: FirstAdminStore
  members: Pick<MemberIdentity, 'nameOf'>
  audit: AuditTrail
}

/** The code to print, or nothing when there is an administrator. `random`: 16 bytes. */
export async function offerFirstAdmin(
  {
    accounts,
    firstAdminCodes,
    sessionKey,
  }: Pick<FirstAdminDeps, 'firstAdminCodes' | 'sessionKey'> & { accounts: Pick<MemberStore, 'countAdmins'> },
  { orgId, random }: { orgId: string; random: Uint8Array },
): Promise<string | undefined> {
  if ((await accounts.countAdmins(orgId)) > 0) return firstAdminCodes.drop(orgId).then(() => undefined)

  const code = Array.from(random, (byte) => alphabet[byte % alphabet.length])
    .join('')
    .replace(groupsOfFour, '$&-')
  await firstAdminCodes.replace(orgId, keyedHash(sessionKey, code))
  return code
}

/** Answers the token of a new session: roles changed. */
export async function claimFirstAdmin(
  deps: FirstAdminDeps,
  { caller, code, token }: { caller: StaffCaller; code: string; token: string },
): Promise<string> {
  const { orgId, userid } = caller
  if ((await deps.accounts.countAdmins(orgId)) > 0) throw conflict('admin-exists')
  const known = await deps.accounts.findByUserid(orgId, userid)
  const grants = [...(known?.grants ?? []), { role: 'hr-admin' as const, positionIds: 'all' as const }]
  if (grantsFault(grants)) throw conflict('roles-kept-apart')
  await useCode(deps, caller, code)

  if (known) await deps.accounts.update({ ...known, grants })
  else await insertAdmin(deps, caller, grants)
  await deps.accounts.seen({ orgId, id: known?.id ?? caller.memberId }, deps.clock.now())
  await deps.staffSessions.endAllOf(orgId, caller.memberId)
  await endStaffSession(deps, token)
  return openStaffSession(deps, { ...caller, secondFactorGiven: false })
}

async function useCode(
  { firstAdminCodes, sessionKey, audit }: FirstAdminDeps,
  caller: StaffCaller,
  code: string,
): Promise<void> {
  const outcome = await firstAdminCodes.take(caller.orgId, {
    codeHash: keyedHash(sessionKey, code),
    // By the name WeCom gives them: without an account each sign-in has another id.
    caller: keyedHash(sessionKey, `first-admin ${caller.userid}`),
    most: mostTries,
  })
  if (outcome === 'taken') return audit.append(entry(caller, { result: 'allowed' }))

  const error = outcome === 'wrong' ? forbidden('first-admin-code-wrong') : locked('first-admin-locked')
  await audit.append(entry(caller, { result: 'refused', code: error.code }))
  throw error
}

async function insertAdmin(
  { accounts, members, clock }: FirstAdminDeps,
  { orgId, userid, memberId }: StaffCaller,
  grants: Grant[],
): Promise<void> {
  const name = (await members.nameOf(userid)) ?? userid
  await accounts.insert({ id: memberId, orgId, userid, name, language: 'zh', grants, createdAt: clock.now() })
}

const entry = ({ orgId, memberId }: StaffCaller, what: Pick<AuditEntry, 'result' | 'code'>): AuditEntry => ({
  orgId,
  actor: memberId,
  via: 'console',
  action: 'first-admin.claim',
  ...what,
})
