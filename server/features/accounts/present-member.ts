import type { Me, MemberForAdmin } from '../../../shared/contracts/staff.js'
import type { StaffSession } from '../../http/staff-session.js'
import { mayDownload } from '../../ports/staff.js'
import { secondFactorState, type Member } from './member.js'
import type { Organisation } from './organisation.js'

export function presentMemberForAdmin({
  id,
  userid,
  name,
  grants,
  status,
  lockedUntil,
  lastSeenAt,
  secondFactor,
  download,
}: Member): MemberForAdmin {
  return {
    id,
    userid,
    name,
    grants,
    status,
    secondFactor,
    download,
    ...(lockedUntil && { lockedUntil: lockedUntil.toISOString() }),
    ...(lastSeenAt && { lastSeenAt: lastSeenAt.toISOString() }),
  }
}

/** Without an account: somebody who may become the first administrator. */
export function presentMe(
  { caller, secondFactorMissing }: StaffSession,
  member: Member | undefined,
  { name, brandColour, zone, language, defaults, hrContact }: Organisation,
): Me {
  return {
    id: caller.memberId,
    name: caller.name,
    language: member?.language ?? language,
    grants: [...caller.grants],
    organisation: { name, brandColour, zone, contact: hrContact },
    secondFactor: member ? secondFactorState(member, secondFactorMissing) : 'not-needed',
    download: mayDownload(caller),
    idleMinutes: defaults.staffIdleMinutes,
  }
}
