/**
 * What the roles may do with candidates (C20, R34): interviewers and department managers read within their positions and without
 * contact data; recruiters and HR administrators also decide, department managers the rounds that name them. IT operators and auditors
 * see no content.
 */
import type { Rule } from '../../ports/staff.js'

export const readCandidatesRule: Rule = {
  roles: ['recruiter', 'hr-admin', 'interviewer', 'department-manager'],
  perPosition: true,
}
/** How a round ended: of these, whom the round names (`decidersOf`). */
export const decideRule: Rule = { roles: ['recruiter', 'hr-admin', 'department-manager'], perPosition: true }
/** Who is invited after the résumé was read. */
export const decideScreeningRule: Rule = { roles: ['recruiter', 'hr-admin'], perPosition: true }
/** Phone and e-mail. */
export const readContactRule: Rule = { roles: ['recruiter', 'hr-admin'], perPosition: true }
