/** Who rates answers: whoever reads reports to judge them, within their positions (C20, E5). */
import type { Rule } from '../../ports/staff.js'

export const rateRule: Rule = { roles: ['recruiter', 'hr-admin', 'interviewer'], perPosition: true }
