/** A member as they are edited. The server has the last word; what it would refuse anyway is said before. Pure. */
import type { Grant, MemberForAdmin, Role } from '../../../../shared/contracts/staff.js'

export const allRoles: readonly Role[] = [
  'recruiter',
  'interviewer',
  'department-manager',
  'hr-admin',
  'it-operator',
  'auditor',
]
/** System, security and audit are for the whole organisation, and nobody holds two of them (C19). */
const keptApart: readonly Role[] = ['hr-admin', 'it-operator', 'auditor']

export interface Draft {
  userid: string
  name: string
  roles: Partial<Record<Role, Grant['positionIds']>>
  /** May take files along. */
  download: boolean
  active: boolean
}

export function draftOf(member: MemberForAdmin | undefined): Draft {
  if (!member) return { userid: '', name: '', roles: {}, download: false, active: true }
  const { userid, name, grants, download, status } = member
  return {
    userid,
    name,
    roles: Object.fromEntries(grants.map(({ role, positionIds }) => [role, positionIds])),
    download,
    active: status === 'active',
  }
}

export const isForAllOnly = (role: Role): boolean => keptApart.includes(role)

export const grantsFrom = ({ roles }: Draft): Grant[] =>
  allRoles.flatMap((role) =>
    roles[role] === undefined ? [] : [{ role, positionIds: isForAllOnly(role) ? 'all' : roles[role] }],
  )

export type Problem = 'userid' | 'taken' | 'name' | 'apart' | 'roles'

/** `others`: accounts that are members already; WeCom takes upper and lower case for the same. */
export function problemOf({ userid, name, roles }: Draft, others: readonly string[] = []): Problem | undefined {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/.test(userid)) return 'userid'
  if (others.some((other) => other.toLowerCase() === userid.toLowerCase())) return 'taken'
  if (name.trim() === '') return 'name'
  const held = allRoles.filter((role) => roles[role] !== undefined)
  if (held.length === 0) return 'roles'
  return held.filter(isForAllOnly).length > 1 ? 'apart' : undefined
}
