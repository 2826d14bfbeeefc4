/** Who may do what: given and taken by HR administrators, never to themselves, and never so that nobody is left to do it (C19). */
import type { SaveMember } from '../../../shared/contracts/staff.js'
import { conflict, forbidden } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { StaffCaller } from '../../ports/staff.js'
import { grantsFault, isAdmin, sameGrants, type Member } from './member.js'
import type { MemberStore } from './member-store.js'
import type { StaffSessionStore } from './staff-session-store.js'

export interface SaveMemberDeps {
  accounts: Pick<MemberStore, 'findByUserid' | 'insert' | 'update' | 'countAdmins'>
  staffSessions: Pick<StaffSessionStore, 'endAllOf'>
  clock: Clock
}

interface Wanted {
  caller: StaffCaller
  userid: string
  fields: SaveMember
}

/** The same twice is the same. Whose rights change is signed out everywhere. */
export async function saveMember(deps: SaveMemberDeps, { caller, userid, fields }: Wanted): Promise<Member> {
  const fault = grantsFault(fields.grants)
  if (fault) throw conflict(fault)
  const known = await deps.accounts.findByUserid(caller.orgId, userid)
  if (known) await change(deps, { caller, known, fields })
  else await add(deps, { caller, userid, fields })

  const saved = await deps.accounts.findByUserid(caller.orgId, userid)
  if (!saved) throw conflict('changed-meanwhile')
  return saved
}

async function add({ accounts, clock }: SaveMemberDeps, { caller, userid, fields }: Wanted): Promise<void> {
  if (fields.status === 'disabled') throw conflict('no-such-member')
  const { name, grants } = fields
  const added = await accounts.insert({
    orgId: caller.orgId,
    userid,
    name,
    grants,
    language: 'zh',
    createdAt: clock.now(),
  })
  if (!added) throw conflict('changed-meanwhile')
}

async function change(
  deps: SaveMemberDeps,
  { caller, known, fields }: { caller: StaffCaller; known: Member; fields: SaveMember },
): Promise<void> {
  const rightsChange = !sameGrants(known.grants, fields.grants) || known.status !== fields.status
  if (rightsChange && known.id === caller.memberId) throw forbidden('own-rights')
  const staysAdmin = fields.status === 'active' && isAdmin(fields.grants)
  const wasAdmin = known.status === 'active' && isAdmin(known.grants)
  if (wasAdmin && !staysAdmin && (await deps.accounts.countAdmins(caller.orgId)) < 2) throw conflict('last-admin')

  const { id, orgId } = known
  await deps.accounts.update({ id, orgId, ...fields })
  if (rightsChange) await deps.staffSessions.endAllOf(orgId, id)
}
