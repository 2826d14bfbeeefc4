/**
 * Who rates answers: whoever judges or decides within their positions. A decider who could not rate would never see the scores
 * (C20, E5).
 */
import type { Rule } from '../../ports/staff.js'

export const reportsPolicy = {
  rate: { roles: ['recruiter', 'hr-admin', 'interviewer', 'department-manager'], perPosition: true },
} as const satisfies Record<string, Rule>
