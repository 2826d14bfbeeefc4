/** Who plays a recording: whoever reads the report, within their positions and as far as the candidate shares (C2, C20). */
import type { Rule } from '../../ports/staff.js'

export const recordingsPolicy = {
  play: { roles: ['recruiter', 'hr-admin', 'interviewer', 'department-manager'], perPosition: true },
} as const satisfies Record<string, Rule>
