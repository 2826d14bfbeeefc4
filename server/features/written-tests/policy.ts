/** Who brings in results of written tests: whoever invites and decides in general, for their positions (C20). */
import type { Rule } from '../../ports/staff.js'

export const writtenTestsPolicy = {
  import: { roles: ['recruiter', 'hr-admin'], perPosition: true },
} as const satisfies Record<string, Rule>
