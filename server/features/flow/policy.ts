/**
 * What the roles may do with candidates (C20, R34): interviewers and department managers read within their positions and without
 * contact data; recruiters and HR administrators also decide, department managers the rounds that name them. IT operators and auditors
 * see no content.
 */
import type { Role } from '../../../shared/contracts/staff.js'
import { scopeOf, type Rule, type StaffCaller } from '../../ports/staff.js'

export const readCandidatesRule: Rule = { roles: ['recruiter', 'hr-admin', 'interviewer', 'department-manager'], perPosition: true }
/** How a round ended: of these, whom the round names (`decidersOf`). */
export const decideRule: Rule = { roles: ['recruiter', 'hr-admin', 'department-manager'], perPosition: true }
/** Who is invited after the résumé was read. */
export const decideScreeningRule: Rule = { roles: ['recruiter', 'hr-admin'], perPosition: true }
/** Phone and e-mail. */
export const readContactRule: Rule = { roles: ['recruiter', 'hr-admin'], perPosition: true }

/** The roles that somebody has for one position. */
export function rolesFor({ grants }: Pick<StaffCaller, 'grants'>, positionId: string): Role[] {
  return grants.filter(({ role }) => {
    const scope = scopeOf({ grants }, { roles: [role], perPosition: true })
    return scope === 'all' || scope.includes(positionId)
  }).map(({ role }) => role)
}
