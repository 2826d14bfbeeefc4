/** Who may do what, and who may take files along: given and taken by HR administrators, never to themselves, and never so that nobody is left to do it (C19). */
import type { SaveMember } from '../../../shared/contracts/staff.js'
import { conflict, forbidden } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { StaffCaller } from '../../ports/staff.js'
import { grantsFault, isAdmin, sameGrants, type Member } from './member.js'
import type { MemberStore } from './member-store.js'
import type { StaffSessionStore } from './staff-session-store.js'

export interface SaveMemberDeps {
  accounts: Pick<MemberStore, 'findByUserid' | 'insert' | 'update' | 'countAdmins'>
  staffSessions: Pick<StaffSessionStore, 'endAllOf'>
  audit: AuditTrail
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

async function add(deps: SaveMemberDeps, { caller, userid, fields }: Wanted): Promise<void> {
  if (fields.status === 'disabled') throw conflict('no-such-member')
  const { name, grants, download = false } = fields
  if (download) await noteDownload(deps, { caller, userid, download })
  const added = await deps.accounts.insert({
    orgId: caller.orgId,
    userid,
    name,
    grants,
    download,
    language: 'zh',
    createdAt: deps.clock.now(),
  })
  if (!added) throw conflict('changed-meanwhile')
}

async function change(
  deps: SaveMemberDeps,
  { caller, known, fields }: { caller: StaffCaller; known: Member; fields: SaveMember },
): Promise<void> {
  const { download = known.download } = fields
  const downloadChanges = known.download !== download
  const rightsChange = downloadChanges || !sameGrants(known.grants, fields.grants) || known.status !== fields.status
  if (rightsChange && known.id === caller.memberId) throw forbidden('own-rights')
  const staysAdmin = fields.status === 'active' && isAdmin(fields.grants)
  const wasAdmin = known.status === 'active' && isAdmin(known.grants)
  if (wasAdmin && !staysAdmin && (await deps.accounts.countAdmins(caller.orgId)) < 2) throw conflict('last-admin')

  const { id, orgId, userid } = known
  if (downloadChanges) await noteDownload(deps, { caller, userid, download })
  await deps.accounts.update({ id, orgId, ...fields, download })
  if (rightsChange) await deps.staffSessions.endAllOf(orgId, id)
}

/** An entry of its own, before it counts: that somebody was saved would not say that they may take files along now. */
async function noteDownload(
  { audit }: SaveMemberDeps,
  { caller, userid, download }: { caller: StaffCaller; userid: string; download: boolean },
): Promise<void> {
  await audit.append({
    orgId: caller.orgId,
    actor: caller.memberId,
    via: 'console',
    action: download ? 'download.grant' : 'download.take-away',
    subject: { kind: 'member', id: userid },
    result: 'allowed',
  })
}
