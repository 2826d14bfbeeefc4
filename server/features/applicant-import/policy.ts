/** Who brings in applicants: whoever invites and decides in general, for their positions (C20). */
import type { Rule } from '../../ports/staff.js'

export const applicantImportPolicy = {
  import: { roles: ['recruiter', 'hr-admin'], perPosition: true },
} as const satisfies Record<string, Rule>
