/** Members of the organisation and what their roles may be together. Pure. */
import type { Grant, Me, Role } from '../../../shared/contracts/staff.js'
import type { Language } from '../../../shared/contracts/text.js'
import type { StaffCaller } from '../../ports/staff.js'

export interface Member {
  id: string
  orgId: string
  /** WeCom's id of the member. */
  userid: string
  name: string
  language: Language
  grants: Grant[]
  /** Whether they may take along what they may read. */
  download: boolean
  status: 'active' | 'disabled'
  /** An authenticator was set up and has given a right code. */
  secondFactor: boolean
  lockedUntil?: Date
  lastSeenAt?: Date
}

/** System, security and audit (C19). */
const keptApart: readonly Role[] = ['it-operator', 'hr-admin', 'auditor']

/** The rule that these grants break, if one: two of the three that are kept apart, one role twice, or one of the three for some positions only. */
export function grantsFault(
  grants: readonly Grant[],
): 'roles-kept-apart' | 'role-twice' | 'role-is-for-all' | undefined {
  const roles = grants.map(({ role }) => role)
  if (roles.filter((role) => keptApart.includes(role)).length > 1) return 'roles-kept-apart'
  if (new Set(roles).size < roles.length) return 'role-twice'
  return grants.some(({ role, positionIds }) => keptApart.includes(role) && positionIds !== 'all')
    ? 'role-is-for-all'
    : undefined
}

export const isAdmin = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'hr-admin')

export const sameGrants = (one: readonly Grant[], other: readonly Grant[]): boolean => asText(one) === asText(other)

export function callerOf({ id, orgId, userid, name, grants, download }: Member): StaffCaller {
  return { orgId, memberId: id, userid, name, grants, download }
}

export function secondFactorState(
  { grants, secondFactor }: Pick<Member, 'grants' | 'secondFactor'>,
  missing: boolean,
): Me['secondFactor'] {
  if (!isAdmin(grants)) return 'not-needed'
  if (!secondFactor) return 'enrol'
  return missing ? 'needed' : 'given'
}

const asText = (grants: readonly Grant[]): string =>
  grants
    .map(({ role, positionIds }) => `${role}:${positionIds === 'all' ? '*' : [...positionIds].sort().join(',')}`)
    .sort()
    .join(' ')
