/** Who of the staff acts, and what their roles let them do. Each feature's policy.ts is a table of these rules. Pure. */
import type { Grant, Role } from '../../shared/contracts/staff.js'

export interface StaffCaller {
  orgId: string
  memberId: string
  /** WeCom's id of the member. */
  userid: string
  name: string
  grants: readonly Grant[]
  /** The right to download; left out: they have it not. */
  download?: boolean
}

/** The roles that may do something; with `perPosition` only within the positions their grant names (C20). */
export interface Rule {
  roles: readonly Role[]
  perPosition: boolean
}

/** Every position, or these. An empty list: none. */
export type Scope = 'all' | readonly string[]

/** May they do it at all, for whatever position. */
export const mayAct = ({ grants }: Pick<StaffCaller, 'grants'>, { roles }: Rule): boolean =>
  grants.some(({ role }) => roles.includes(role))

/** May they do it for this position. */
export function mayActOn(caller: Pick<StaffCaller, 'grants'>, rule: Rule, positionId: string): boolean {
  if (!rule.perPosition) return mayAct(caller, rule)
  const scope = scopeOf(caller, rule)
  return scope === 'all' || scope.includes(positionId)
}

/** May they take along what they may read. It comes with no role: off for everybody until it is given (R34). */
export const mayDownload = ({ download }: Pick<StaffCaller, 'download'>): boolean => download === true

/** The positions a list is cut down to. */
export function scopeOf({ grants }: Pick<StaffCaller, 'grants'>, { roles, perPosition }: Rule): Scope {
  const held = grants.filter(({ role }) => roles.includes(role))
  if (held.length > 0 && (!perPosition || held.some(({ positionIds }) => positionIds === 'all'))) return 'all'
  return [...new Set(held.flatMap(({ positionIds }) => (positionIds === 'all' ? [] : positionIds)))]
}

/** The roles somebody holds for this position. */
export const rolesOn = ({ grants }: Pick<StaffCaller, 'grants'>, positionId: string): Role[] =>
  grants.filter(({ positionIds }) => positionIds === 'all' || positionIds.includes(positionId)).map(({ role }) => role)
